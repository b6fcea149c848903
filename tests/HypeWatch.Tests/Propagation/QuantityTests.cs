using HypeWatch.Propagation;

namespace HypeWatch.Tests.Propagation;

public class QuantityTests
{
    private static IEnumerable<(string From, string To)> Changed(string earlier, string later)
    {
        var paraphrases = new Paraphrases();
        return Quantity.Changed(Quantity.In(earlier, paraphrases), Quantity.In(later, paraphrases)).Select(pair => (pair.From.Text, pair.To.Text));
    }

    [Fact]
    public void A_count_that_was_replaced_has_changed() =>
        Assert.Equal([("12", "52")], Changed("We read 12 features.", "They read 52 features."));

    [Fact]
    public void A_number_that_still_stands_has_not_changed_into_another() =>
        Assert.Empty(Changed("We read 12 features.", "They read 12 of them, and 52 features more."));
}

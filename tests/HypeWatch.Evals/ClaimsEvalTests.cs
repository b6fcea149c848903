using System.Text.Json;

namespace HypeWatch.Evals;

public sealed class ClaimsEvalTests
{
    [Fact]
    public void A_label_that_nothing_overlaps_counts_as_missed_and_one_without_a_span_is_left_out()
    {
        using var example = JsonDocument.Parse("""{"claims":[{"id":"a","seed_span":{"start":0,"end":10}},{"id":"b"}]}""");
        var missed = Assert.Single(ClaimsEval.Compare(example.RootElement, []));
        Assert.Equal(("a", false, 0.0), (missed.Id, missed.IsExact, missed.Overlap));
    }
}

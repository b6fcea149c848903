using HypeWatch.Evidence;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Tests.Evidence;

public class InventoryReaderTests
{
    private readonly InventoryReader reader = new(new LexiconSet());

    private static Experiment Describes(string quote, int start = 0) =>
        new(new("ver-1"), new(start, start + quote.Length), quote, Place.Results, Scope.Unknown, Sampling.Unknown, Control.None, false, null, false);

    [Theory]
    [InlineData("We trained dictionaries on layer 7 of GPT-2 small.", InventoryKind.Model, "GPT-2 small")]
    [InlineData("We trained dictionaries on layer 7 of GPT-2 small.", InventoryKind.Layer, "layer 7")]
    [InlineData("Pythia-70M was evaluated on the Brine dataset.", InventoryKind.Model, "Pythia-70M")]
    [InlineData("Pythia-70M was evaluated on the Brine dataset.", InventoryKind.Dataset, "Brine")]
    [InlineData("Accuracy on the IOI task was 91 % over five seeds.", InventoryKind.Task, "IOI")]
    [InlineData("Accuracy on the IOI task was 91 % over five seeds.", InventoryKind.Seeds, "five seeds")]
    [InlineData("We rated 40 features drawn at random, with 95% confidence intervals.", InventoryKind.SampleSize, "40 features")]
    [InlineData("We rated 40 features drawn at random, with 95% confidence intervals.", InventoryKind.Sampling, "drawn at random")]
    [InlineData("We rated 40 features drawn at random, with 95% confidence intervals.", InventoryKind.Uncertainty, "95% confidence")]
    [InlineData("The same probe on an untrained network scored 0.5.", InventoryKind.Control, "untrained")]
    public void What_an_experiment_names_stands_in_the_inventory_word_for_word(string quote, InventoryKind kind, string words)
    {
        const int Start = 100;
        var entry = reader.Read([Describes(quote, Start)]).First(entry => entry.Kind == kind);
        Assert.Equal(words, entry.Words);
        var place = Assert.Single(entry.Places);
        Assert.Equal(words, quote[(place.Span.Start - Start)..(place.Span.End - Start)]);
    }

    [Fact]
    public void What_is_named_again_is_one_entry_with_all_its_places()
    {
        var models = reader.Read([Describes("We ran GPT-2 small."), Describes("We ran Gemma."), Describes("We patched GPT-2 Small.", 50)]).Where(entry => entry.Kind == InventoryKind.Model);
        Assert.Equal([("GPT-2 small", 2), ("Gemma", 1)], models.Select(entry => (entry.Words, entry.Places.Count)));
    }

    [Fact]
    public void Without_experiments_the_inventory_is_empty() => Assert.Empty(reader.Read([]));
}

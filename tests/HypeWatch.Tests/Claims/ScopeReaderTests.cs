using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Tests.Claims;

public sealed class ScopeReaderTests
{
    private readonly ScopeReader reader = new(new LexiconSet());

    [Theory]
    [InlineData("Dictionaries give readable units for large models.", 5)]
    [InlineData("Our lens reads the intentions of AI systems.", 6)]
    [InlineData("Neural networks store facts in this way.", 6)]
    [InlineData("We trained a probe on a small one-layer transformer.", 1)]
    [InlineData("At layer 12 of Llama-2-7B the effect is largest.", 1)]
    [InlineData("Claude 3 Sonnet answers in the same language.", 2)]
    [InlineData("The effect holds for GPT-2 small.", 2)]
    [InlineData("The effect holds for Pythia-70M and Pythia-410M.", 3)]
    [InlineData("The effect holds for Gemma-2-2B and Llama-3-8B.", 4)]
    [InlineData("It holds for the Pythia suite.", 3)]
    [InlineData("A single neuron responds to dates.", 0)]
    public void The_model_axis_is_read_from_names_and_plurals(string sentence, int expected) => Assert.Equal(expected, Read(sentence).Model);

    [Theory]
    [InlineData("Large models keep a map of the room.", 5, true)]
    [InlineData("All large models keep a map of the room.", 5, false)]
    [InlineData("These large models keep a map of the room.", 3, false)]
    [InlineData("Three large models keep a map of the room.", 3, false)]
    public void A_determiner_decides_whether_a_plural_is_a_generic(string sentence, int level, bool isGeneric)
    {
        var scope = Read(sentence);
        Assert.Equal(level, scope.Model);
        Assert.Equal(isGeneric, scope.Generic);
    }

    [Theory]
    [InlineData("AI safety needs better tools.")]
    [InlineData("The AI lab published a note.")]
    public void A_field_called_AI_is_no_model(string sentence) => Assert.NotEqual(6, Read(sentence).Model ?? -1);

    [Fact]
    public void Within_a_clause_the_narrowest_mention_restricts() =>
        Assert.Equal(1, Read("In the middle layer of one language model, units have readable meanings").Model);

    [Theory]
    [InlineData("A feature fires on dates.", 0)]
    [InlineData("Four features fire on dates.", 1)]
    [InlineData("We rated 200 randomly sampled features.", 2)]
    [InlineData("Features are readable.", 3)]
    [InlineData("Most of the features are readable.", 3)]
    [InlineData("We can read everything the model thinks.", 4)]
    [InlineData("The tool shows what a model is thinking.", 4)]
    public void The_concept_axis_is_read_from_the_determiner_of_the_unit(string sentence, int expected) => Assert.Equal(expected, Read(sentence).Concept);

    [Theory]
    [InlineData("It works on any input.", 5)]
    [InlineData("It works on one prompt.", 0)]
    [InlineData("It works on six prompts.", 1)]
    [InlineData("It works on this dataset.", 2)]
    [InlineData("It works on four datasets.", 3)]
    public void The_data_axis_is_read(string sentence, int expected) => Assert.Equal(expected, Read(sentence).Data);

    [Theory]
    [InlineData("The monitor runs in production.", 3)]
    [InlineData("Regulators can rely on it.", 4)]
    [InlineData("A red-team exercise was passed.", 1)]
    public void The_deployment_axis_is_read(string sentence, int expected) => Assert.Equal(expected, Read(sentence).Deployment);

    [Fact]
    public void A_reported_event_is_no_generic() => Assert.False(Read("We demonstrated that dictionaries recover features.").Generic);

    [Fact]
    public void Silence_is_unknown() => Assert.Equal(Scope.Unknown, Read("It rained for two days."));

    private Scope Read(string sentence) => reader.Read(sentence, new(0, sentence.Length));
}

using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Tests.Claims;

public sealed class CertaintyRaterTests
{
    private readonly CertaintyRater rater = new(new LexiconSet(), new ClaimCues());

    [Theory]
    [InlineData("The probe reads the label from layer four.", Certainty.Plain)]
    [InlineData("We find that the probe reads the label.", Certainty.Plain)]
    [InlineData("The results suggest that the probe reads the label.", Certainty.Tentative)]
    [InlineData("Preliminary runs point the same way.", Certainty.Tentative)]
    [InlineData("The probe might read the label.", Certainty.Speculative)]
    [InlineData("We speculate that the probe reads the label.", Certainty.Speculative)]
    [InlineData("We demonstrate that the probe reads the label.", Certainty.Emphatic)]
    [InlineData("There is strong evidence for a shared code.", Certainty.Emphatic)]
    [InlineData("This proves that the probe reads the label.", Certainty.Absolute)]
    [InlineData("The probe always reads the label.", Certainty.Absolute)]
    public void Words_of_doubt_and_of_force_move_certainty_from_plain(string sentence, Certainty expected) => Assert.Equal(expected, Rate(sentence));

    [Theory]
    [InlineData("The detector, which may be useful, proves that lying leaves a trace.", Certainty.Absolute)]
    [InlineData("Although labels are often noisy, the test proves the point.", Certainty.Absolute)]
    [InlineData("The circuit (which seems to be small) is found in both runs.", Certainty.Plain)]
    public void A_hedge_on_a_side_issue_leaves_the_statement_alone(string sentence, Certainty expected) => Assert.Equal(expected, Rate(sentence));

    [Theory]
    [InlineData("The test does not prove that the circuit is complete.", Certainty.Tentative)]
    [InlineData("This cannot conclusively show the cause.", Certainty.Tentative)]
    public void A_negated_booster_is_a_hedge(string sentence, Certainty expected) => Assert.Equal(expected, Rate(sentence));

    [Theory]
    [InlineData("Their tool has yet to demonstrate a gain on any task.")]
    [InlineData("The report does not yet show that probes pay off.")]
    public void To_have_yet_to_show_something_is_a_plain_denial(string sentence) => Assert.Equal(Certainty.Plain, Rate(sentence));

    [Theory]
    [InlineData("The pattern may demonstrate a shared code.", Certainty.Tentative)]
    [InlineData("The data strongly suggest a shared code.", Certainty.Tentative)]
    [InlineData("Last year we demonstrated that probes could read labels from a toy transformer.", Certainty.Emphatic)]
    public void A_hedge_counts_where_it_scopes_over_the_booster(string sentence, Certainty expected) => Assert.Equal(expected, Rate(sentence));

    [Theory]
    [InlineData("The scores look good, but the gain seems to vanish on new data.", Certainty.Tentative)]
    [InlineData("It might look odd, but the effect clearly holds.", Certainty.Emphatic)]
    public void After_a_contrast_only_the_second_part_counts(string sentence, Certainty expected) => Assert.Equal(expected, Rate(sentence));

    [Theory]
    [InlineData("About 40 of the probes were discarded.")]
    [InlineData("We propose a method for editing weights.")]
    [InlineData("If you counted each hit once, the tool would score 12.")]
    [InlineData("In May 2023 the lab released a tool.")]
    public void A_word_that_only_looks_like_a_hedge_is_none(string sentence) => Assert.Equal(Certainty.Plain, Rate(sentence));

    [Fact]
    public void Only_the_given_part_of_the_text_is_rated()
    {
        const string text = "Maybe not. The probe works. It certainly shines.";
        Assert.Equal(Certainty.Plain, rater.Rate(text, new(11, 27)));
    }

    private Certainty Rate(string sentence) => rater.Rate(sentence, new(0, sentence.Length));
}

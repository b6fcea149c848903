using HypeWatch.Flags.Numbers;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>OC10 internal: a sentence against the release's own figures. All sentences are invented.</summary>
public class FigureMismatchDetectorTests
{
    private static DossierBuilder Paper(string claim, params string[] rest) => new DossierBuilder().Paper(paper =>
    {
        paper.States(Place.Results, claim, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain);
        foreach (var line in rest) paper.Break().Say(Place.Results, line);
    });

    [Theory]
    [InlineData("The edit leaves recall intact (Table 2).", true)]
    [InlineData("The edit costs recall on maps, which falls from 38 to 14 (Table 2).", false)]
    [InlineData("The edit does not leave recall intact (Table 2).", false)]
    public void A_fall_in_the_table_contradicts_what_is_said_to_stay(string claim, bool flagged) =>
        Assert.Equal(flagged, Paper(claim, "Table 2. Recall before and after.", "| Task | Before | After |", "| Maps | 38 | 14 |", "| Names | 52 | 52 |").Raised("OC10").Count == 1);

    [Theory]
    [InlineData("Our probe outperforms every baseline (Table 1).", "| Ours | 71.0 |", true)]
    [InlineData("Our probe outperforms every baseline (Table 1).", "| Ours | 81.0 |", false)]
    [InlineData("Our probe outperforms every baseline except the lookup table (Table 1).", "| Ours | 71.0 |", false)]
    public void A_better_row_contradicts_a_claim_to_be_the_best(string claim, string own, bool flagged) =>
        Assert.Equal(flagged, Paper(claim, "Table 1. Accuracy.", "| Method | Accuracy |", own, "| Lookup | 74.5 |", "| Chance | 50.0 |").Raised("OC10").Count == 1);

    [Theory]
    [InlineData("Prompting outperforms all other methods (Table 1).", false)]
    [InlineData("Prompting outperforms all other methods on every task (Table 1).", true)]
    [InlineData("The probability that prompting outperforms all other methods is high (Table 1).", false)]
    [InlineData("Prompting outperforms all other methods at the same cost (Table 1).", false)]
    public void Who_is_ahead_of_all_is_read_off_the_average_unless_each_column_is_meant(string claim, bool flagged) =>
        Assert.Equal(flagged, Paper(claim, "Table 1. Scores.", "| Prompting | 0.60 | 0.90 | 0.75 |", "| Steering | 0.62 | 0.70 | 0.66 |", "| Lookup | 0.40 | 0.50 | 0.45 |").Raised("OC10").Count == 1);

    [Theory]
    [InlineData("The second dictionary has 4x as many latents as the first: 524,288 against 131,072.", false)]
    [InlineData("The second dictionary has 9x as many latents as the first: 524,288 against 131,072.", true)]
    public void A_factor_is_held_against_whole_numbers_in_thousands_too(string claim, bool flagged) => Assert.Equal(flagged, Paper(claim).Raised("OC10").Any(flag => flag.Subtype == "internal"));

    [Theory]
    [InlineData("The edit works on all five ports.", "The edit worked on 3 of the 5 ports.", true)]
    [InlineData("The edit works on all five ports.", "1 of the 5 ports is shown with the edit.", false)]
    [InlineData("The edit works on all five ports.", "The edit worked on 5 of the 5 ports.", false)]
    public void All_of_a_number_against_some_of_it(string claim, string other, bool flagged) => Assert.Equal(flagged, Paper(claim, other).Raised("OC10").Count == 1);

    [Theory]
    [InlineData("The probe is significantly better than the lookup on rhymes.", "For the probe against the lookup on rhymes the test gives p = 0.31.", true)]
    [InlineData("The probe improves on the lookup significantly for rhymes.", "Between probe and lookup the difference on rhymes is within the noise.", true)]
    [InlineData("The probe is significantly better than the lookup on rhymes.", "For the probe against the lookup on rhymes the test gives p = 0.004.", false)]
    [InlineData("The probe is not significantly better than the lookup on rhymes.", "For the probe against the lookup on rhymes the test gives p = 0.31.", false)]
    [InlineData("The probe is significantly better than the lookup on rhymes (p = 0.02).", "For the probe against the lookup on tides the test gives p = 0.31.", false)]
    [InlineData("The probe is better than the lookup on rhymes.", "For the probe against the lookup on rhymes the test gives p = 0.31.", false)]
    public void Significant_is_held_against_the_releases_own_test(string claim, string test, bool flagged) => Assert.Equal(flagged, Paper(claim, test).Raised("OC10").Count == 1);

    [Theory]
    [InlineData("We study four families (Alder, Birch and Cedar).", true)]
    [InlineData("We study three families (Alder, Birch and Cedar).", false)]
    [InlineData("We study four families (such as Alder, Birch and Cedar).", false)]
    public void A_list_shorter_than_its_number_is_seen(string claim, bool flagged) => Assert.Equal(flagged, Paper(claim).Raised("OC10").Count == 1);

    [Theory]
    [InlineData("Raters agreed on 30 of 40 units (85%).", true)]
    [InlineData("Raters agreed on 30 of 40 units (75%).", false)]
    [InlineData("Raters agreed on 29 of 41 units (71%).", false)]
    public void A_percentage_is_held_against_its_own_count(string claim, bool flagged) => Assert.Equal(flagged, Paper(claim).Raised("OC10").Count == 1);

    [Theory]
    [InlineData("Scores lie between 0.70 and 0.90 (Table 1).", true)]
    [InlineData("Scores lie between 0.51 and 0.90 (Table 1).", false)]
    public void A_range_that_leaves_a_row_out_is_seen(string claim, bool flagged) =>
        Assert.Equal(flagged, Paper(claim, "Table 1. Scores.", "| Set | Score |", "| A | 0.70 |", "| B | 0.90 |", "| C | 0.51 |").Raised("OC10").Count == 1);

    [Fact]
    public void The_finding_quotes_the_row_and_weighs_as_a_contradiction()
    {
        var flag = Assert.Single(Paper("Scores lie between 0.70 and 0.90 (Table 1).", "Table 1. Scores.", "| Set | Score |", "| A | 0.70 |", "| B | 0.90 |", "| C | 0.51 |").Raised("OC10"));
        Assert.Equal(("internal", 4), (flag.Subtype, flag.Severity));
        Assert.Equal("| C | 0.51 |", flag.Quotes[1].Quote);
    }

    [Theory]
    [InlineData("27 of 50 prompts", 54)]
    [InlineData("four out of five answers", 80)]
    [InlineData("a third of the units", 33.3)]
    [InlineData("61% of them", 61)]
    public void A_rate_is_read_however_it_is_written(string text, double value) => Assert.Equal(value, Assert.Single(Figure.In(text)).Value, 1);

    [Theory]
    [InlineData("95% CI 0.2")]
    [InlineData("in 2024")]
    public void What_is_no_rate_is_not_read_as_one(string text) => Assert.DoesNotContain(Figure.In(text), figure => figure.IsRate);
}

using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Predictions;

public sealed class ResolutionReaderTests
{
    [Theory]
    [InlineData("1: happened\n2: did not happen\n3. void", "T F V . . . . . . .")]
    [InlineData("1. They ablate one head - happened.\n2. They beat a probe \u2014 did not happen.\n3) Partially (0.5)", "T F P . . . . . . .")]
    [InlineData("1. Yes, in section 4.\n2. No.\n3. True\n4. False: nothing of the kind was tried.", "T F T F . . . . . .")]
    [InlineData("I think they did 1 and 2 and did not do 4, 5, 7.", "T T . F F . F . . .")]
    [InlineData("They clearly did 1, 2, and 3 but not 4-10.", "T T T F F F F F F F")]
    [InlineData("Their pilot should count for 3 (a first tool) but definitely does not count for 6 (a competitive one).", ". . T . . F . . . .")]
    [InlineData("Predictions 1 through 3 came true. Predictions 8 and 9 did not come true.", "T T T . . . . F F .")]
    [InlineData("1-3 happened.", "T T T . . . . . . .")]
    public void Stated_outcomes_are_read(string text, string expected) => Assert.Equal(expected, Outcomes(Read(text)));

    [Theory]
    [InlineData("Did they do 1 and 2?", "a question")]
    [InlineData("If they did 1, that would be news.", "a condition")]
    [InlineData("Perhaps they did 1.", "a doubt")]
    [InlineData("They did 3 experiments.", "numbers of something else")]
    [InlineData("They did 1 and 20 experiments.", "numbers of something else, of which one could be a prediction")]
    [InlineData("They delivered 34.", "no number of the set")]
    [InlineData("Nothing they show counts for 3.", "denied by its subject")]
    [InlineData("3 happened.", "a count")]
    [InlineData("1: happened in part", "no fraction")]
    [InlineData("1: Yes, but only for one model", "a reservation")]
    [InlineData("12 pilots were run - failed", "no list marker")]
    [InlineData("They did 1.\nThey did not do 1.", "a contradiction")]
    public void What_is_unclear_stays_open(string text, string why) =>
        Assert.True(Read(text).Items.All(item => item.Resolution is Resolution.Open), why);

    [Fact]
    public void The_fraction_and_the_reason_are_kept()
    {
        var item = Read("3) partially: 25%").Items[2];
        Assert.Equal((Resolution.Partial, 0.25, "3) partially: 25%"), (item.Resolution, item.Fraction!.Value, item.Rationale));
    }

    [Theory]
    [InlineData("By that rule the paper would score \u22120.74 in all.", -0.74)]
    [InlineData("Score: +2.40", 2.4)]
    [InlineData("The score was 0.10.", 0.1)]
    [InlineData("It scored 3 of 10, or a score of 30.5%.", null)]
    public void The_reported_score_is_read(string text, double? score) => Assert.Equal(score, Read(text).ReportedScore);

    [Fact]
    public void Two_reported_scores_are_none() => Assert.Null(Read("It would score 0.50 for me. It would score 0.70 for others.").ReportedScore);

    [Theory]
    [InlineData("Bo Sample", "2031-04-01", "somebody else")]
    [InlineData("Ada Example", "2031-02-01", "an older text")]
    [InlineData("Ada Example", null, "an undated text")]
    public void Only_a_later_text_of_the_forecaster_resolves(string author, string? published, string why)
    {
        var set = Set();
        Assert.True(ReferenceEquals(set, ResolutionReader.Read(Text("They did 1.", author, published), set)), why);
    }

    [Fact]
    public void A_nickname_in_brackets_does_not_hide_the_author() =>
        Assert.Equal(Resolution.True, ResolutionReader.Read(Text("They did 1.", "Ada Example (aexample)", "2031-04-01"), Set()).Items[0].Resolution);

    [Fact]
    public void A_comment_resolves_nothing()
    {
        var text = Text("They did 1.\n2: happened", "Ada Example", "2031-04-01");
        Assert.Equal(Set().Items, ResolutionReader.Read(text with { Passages = [.. text.Passages.Select(passage => passage with { Place = Place.Comment })] }, Set()).Items);
    }

    [Fact]
    public void A_known_outcome_is_not_overwritten()
    {
        var set = Set();
        set = set with { Items = [set.Items[0] with { Resolution = Resolution.False }, .. set.Items.Skip(1)] };
        Assert.Equal(Resolution.False, ResolutionReader.Read(Text("They did 1.", "Ada Example", "2031-04-01"), set).Items[0].Resolution);
    }

    private static PredictionSet Read(string text) => ResolutionReader.Read(Text(text, "Ada Example", "2031-04-01"), Set());

    private static DocumentVersion Text(string text, string author, string? published) =>
        new WrittenText("https://ada.example/r", DocumentKind.Critique, "How my predictions fared.\n" + text) { Authors = [author], Published = published };

    private static PredictionSet Set() => new(new("prd-1"), "Ada Example", new(2031, 3, 1), "the next paper", null, null, null,
        [.. Enumerable.Range(1, 10).Select(i => new Prediction(i, $"Statement {i}", 0.5))]);

    private static string Outcomes(PredictionSet set) => string.Join(' ', set.Items.Select(item => item.Resolution switch
    {
        Resolution.True => "T",
        Resolution.False => "F",
        Resolution.Partial => "P",
        Resolution.Void => "V",
        _ => ".",
    }));
}

using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Predictions;

public sealed class PredictionReaderTests
{
    private static readonly PredictionReader Reader = new(new());

    [Theory]
    [InlineData("1. (90%) They ablate one head.\n2. (25%) They beat a linear probe.\n3. (5 %) They fix a planted bug.")]
    [InlineData("1) They ablate one head. - 90%\n2) They beat a linear probe. - 25%\n3) They fix a planted bug. - 5%")]
    [InlineData("(1) They ablate one head. (p = 0.9)\n(2) They beat a linear probe. (p = 0.25)\n(3) They fix a planted bug. (p = 0.05)")]
    [InlineData("#1: 90%: They ablate one head.\n#2: 25%: They beat a linear probe.\n#3: 5%: They fix a planted bug.")]
    [InlineData("- (90%) They ablate one head.\n- (25%) They beat a linear probe.\n- (5%) They fix a planted bug.")]
    [InlineData("1. p = 0.9: They ablate one head.\n\n2. p = .25: They beat a linear probe.\n\n3. p = 0.05: They fix a planted bug.")]
    public void A_list_is_read_in_each_accepted_form(string list)
    {
        var set = Reader.Read(Post("I predict what the next sieve paper will do.\n" + list));
        Assert.NotNull(set);
        Assert.Equal([0.9, 0.25, 0.05], set.Items.Select(item => item.Probability));
        Assert.Equal(["They ablate one head.", "They beat a linear probe.", "They fix a planted bug."], set.Items.Select(item => item.Statement));
        Assert.Equal([1, 2, 3], set.Items.Select(item => item.Number));
    }

    [Fact]
    public void Every_statement_stands_verbatim_in_the_text()
    {
        var post = Post("My predictions for the spring release:\n1. (60%) A \u201csieve\u201d is trained on two models.\n2. (40%) Steering is compared with prompting \u2013 in public.\n3. (10%) All 12% of dead units are explained.");
        var set = Reader.Read(post)!;
        Assert.All(set.Items, item => Assert.Contains(item.Statement, post.Text, StringComparison.Ordinal));
        Assert.Equal("My predictions for the spring release:", set.About);
        Assert.Equal(("Ada Example", new DateOnly(2031, 3, 1)), (set.Forecaster, set.MadeOn));
    }

    [Fact]
    public void A_statement_without_a_probability_stays_in_the_list_with_none()
    {
        var set = Reader.Read(Post("I predict:\n1. (60%) One.\n2. Two, no number given.\n3. (40%) Three.\n4. 30%: Four."))!;
        Assert.Equal([0.6, null, 0.4, 0.3], set.Items.Select(item => item.Probability));
    }

    [Fact]
    public void Two_different_probabilities_of_one_statement_are_none() =>
        Assert.Null(Reader.Read(Post("I predict:\n1. (60%) One. - 70%\n2. (10%) Two.\n3. (40%) Three.\n4. (20%) Four."))!.Items[0].Probability);

    [Theory]
    [InlineData("Results of the sweep:\n1. (90%) of prompts changed\n2. (25%) of prompts did not\n3. (5%) crashed", "no word of prediction")]
    [InlineData("Here are Bo Sample's predictions:\n1. (90%) One.\n2. (25%) Two.\n3. (5%) Three.", "somebody else's")]
    [InlineData("I predict:\n1. (90%) One.\n2. (25%) Two.", "too few")]
    [InlineData("I predict:\n1. 90% of heads are idle.\n2. 25% of units die.\n3. 5% of runs fail.", "percentages of something")]
    [InlineData("I predict:\n1. (90%) One.\n3. (25%) Three.\n4. (5%) Four.", "a gap in the numbers")]
    public void Anything_else_is_no_registered_list(string text, string why) => Assert.True(Reader.Read(Post(text)) is null, why);

    [Fact]
    public void A_quoted_speakers_list_is_not_the_authors() =>
        Assert.Null(Reader.Read(Post("I predict:\n1. (90%) One.\n2. (25%) Two.\n3. (5%) Three.") with { Passages = [.. Post("I predict:\n1. (90%) One.\n2. (25%) Two.\n3. (5%) Three.").Passages.Select(passage => passage with { Speaker = "bo" })] }));

    [Fact]
    public void A_post_without_a_date_registers_nothing() =>
        Assert.Null(Reader.Read(new WrittenText("https://ada.example/p", DocumentKind.Blog, "I predict:\n1. (90%) One.\n2. (25%) Two.\n3. (5%) Three.") { Authors = ["Ada Example"] }));

    [Fact]
    public void A_month_counts_as_its_last_day() =>
        Assert.Equal(new(2031, 3, 31), Reader.Read(Post("I predict:\n1. (90%) One.\n2. (25%) Two.\n3. (5%) Three.", "2031-03"))!.MadeOn);

    [Fact]
    public void Hostile_lengths_end_soon()
    {
        var text = "I predict:\n" + string.Concat(Enumerable.Repeat("1. " + new string('-', 3000) + "(((( 5\n", 300));
        Assert.Null(Reader.Read(Post(text)));
    }

    [Theory]
    [InlineData("2031-03-02", RegistrationTiming.Before)]
    [InlineData("2031-03-01", RegistrationTiming.Undecided)]
    [InlineData("2031-02-27", RegistrationTiming.After)]
    [InlineData("2031-03", RegistrationTiming.Undecided)]
    [InlineData(null, RegistrationTiming.Undecided)]
    public void A_list_counts_for_a_release_only_when_it_was_made_on_an_earlier_day(string? released, RegistrationTiming timing)
    {
        var set = Reader.Read(Post("I predict:\n1. (90%) One.\n2. (25%) Two.\n3. (5%) Three."))!;
        var date = PublicationDate.TryParseIso(released, "test") ?? PublicationDate.Unknown;
        var release = new Release(new("rel-1"), "Sieves", "Northlight", date, Coverage.Unknown, PeerReview.Unknown, [], []);
        Assert.Equal(timing, Registration.TimingOf(set, release.FirstPublished));
        Assert.Equal(timing is RegistrationTiming.Before ? release.Id : null, Registration.Attach(set, release).Release);
    }

    private static DocumentVersion Post(string text, string published = "2031-03-01") =>
        new WrittenText("https://ada.example/p", DocumentKind.Blog, text) { Title = "Notes", Authors = ["Ada Example"], Published = published };
}

using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Propagation;

public sealed class InfluenceFinderTests
{
    private const string Memo = "Machine minds are open books since the latest work, so no rule on them is needed any longer";
    private const string Told = "It also seems to have led to at least one claim in a policy memo that rules are needless.";
    private const string List = """
        { "texts": [ { "title": "Evidence 7", "url": "https://fund.example/7", "asserter": "Fund B", "words": ["open books", "no rule"], "not_after": "2025-02-01", "basis": "the inquiry closed then" } ] }
        """;

    [Fact]
    public void An_act_that_is_younger_than_the_text_is_refused_and_an_earlier_one_that_the_critic_dates_stays_possible()
    {
        var found = Find(critic => critic.Say(Place.Body, "Lab A sells its work hard.").Say(Place.Body, Told)
            .Break().Say(Place.Body, "See the posts that Lab A made, and the Lab A posts from today and October 2024."), comments: true);
        Assert.Equal(2, found.Count);
        Assert.All(found, told => Assert.Equal(Told, told.Quote));
        Assert.All(found, told => Assert.Equal(("Fund B", "Evidence 7"), (told.DownstreamAsserter, told.Downstream)));
        var (release, earlier) = (found[0], found[1]);
        Assert.Equal((false, EdgeSupport.None, 0d), (release.DateOk, release.Support, release.Confidence));
        Assert.Null(earlier.DateOk);
        Assert.Equal((EdgeSupport.AssertedByCritic, AssertedInfluence.Weight, "Lab A, posts of October 2024"), (earlier.Support, earlier.Confidence, earlier.Upstream));
    }

    [Fact]
    public void A_text_of_unknown_date_is_no_younger_than_the_text_that_speaks_of_it()
    {
        var told = Assert.Single(Find(critic => critic.Say(Place.Body, "Lab A sells its work hard.").Say(Place.Body, Told), comments: false));
        Assert.Equal("at least one claim in a policy memo", told.Downstream);
        Assert.Null(told.DownstreamClaim);
        Assert.Equal((null, new DateOnly(2025, 3, 9)), (told.DownstreamDate.NotBefore, told.DownstreamDate.NotAfter));
        Assert.Null(told.DateOk);
    }

    [Theory]
    [InlineData("Lab A sells its work hard. This has not led to any claim in a policy memo.")]
    [InlineData("Lab A sells its work hard. Has it led to a claim in a policy memo?")]
    [InlineData("Lab A sells its work hard. This could lead to a claim in a policy memo.")]
    [InlineData("Lab A sells its work hard. Rivals such as OpenAI do too, and that led to a claim in a policy memo.")]
    [InlineData("Long training led to a better article detector.")]
    [InlineData("Lab A sells its work hard. Its method was inspired by a recent blog post.")]
    [InlineData("Lab A sells its work hard. Its method inspired evidence of a new kind.")]
    public void What_is_denied_asked_feared_or_said_of_others_is_no_assertion(string text)
    {
        var sentences = text.Split(". ", 2);
        Assert.Empty(Find(critic => critic.Say(Place.Body, $"{sentences[0].TrimEnd('.')}.").Say(Place.Body, sentences.Length > 1 ? sentences[1] : "That is all."), comments: false));
    }

    [Fact]
    public void A_linked_text_is_the_one_that_came_of_it()
    {
        var dossier = new DossierBuilder().Paper(paper => paper.Say(Place.Title, "Open books"), "2025-03-01")
            .Add(DocumentKind.Policy, DocumentRelation.ThirdParty, "Fund B", memo => memo.Say(Place.Title, "A memo"), "2025-03-05")
            .Add(DocumentKind.Critique, DocumentRelation.ThirdParty, "A Critic", critic => critic.Say(Place.Body, "Lab A sells its work hard.").Say(Place.Body, Told).Links("policy memo", "https://example.org/1"), "2025-03-09").Build();
        var told = Assert.Single(Finder().Find(dossier.Release, dossier.Documents));
        Assert.Equal((true, "A memo", dossier.Documents[1].Document.Id), (told.DateOk, told.Downstream, told.DownstreamDocument!.Value));
    }

    [Theory]
    [InlineData("{ \"texts\": [ { \"title\": \"T\" } ] }", "missing required properties")]
    [InlineData("{ \"texts\": [ { \"title\": \"T\", \"url\": \"u\", \"asserter\": \"A\", \"words\": [], \"basis\": \"b\" } ] }", "names no words")]
    [InlineData("{ \"texts\": [", "texts.json")]
    public void A_broken_list_is_told_with_its_file(string json, string message)
    {
        using var folder = new TemporaryFolder();
        var problem = Assert.Throws<HypeWatchException>(() => KnownTexts.Load(Actors(folder), folder.Write(KnownTexts.FileName, json)));
        Assert.Contains("texts.json", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<AssertedInfluence> Find(Action<DocumentBuilder> write, bool comments)
    {
        var dossier = new DossierBuilder().Paper(paper => paper.Say(Place.Title, "Open books"), "2025-03-01").Add(
            DocumentKind.Critique, DocumentRelation.ThirdParty, "A Critic",
            critic =>
            {
                write(critic);
                if (!comments) return;
                critic.By("reader").Say(Place.Comment, Told).Break().Say(Place.Comment, "I assume that you mean this sentence:").Break()
                    .Quotes(Place.Comment, $"{Memo}.", Memo, "unknown", ClaimType.Completeness, Strength.Closure, Certainty.Plain);
            },
            "2025-03-09").Add(
            DocumentKind.Blog, DocumentRelation.ThirdParty, "Another",
            other => other.Quotes(Place.Body, $"Fund B wrote: \u201c{Memo}\u201d.", Memo, "Fund B", ClaimType.Completeness, Strength.Closure, Certainty.Plain), "2025-03-20").Build();
        return Finder().Find(dossier.Release, dossier.Documents);
    }

    private static InfluenceFinder Finder()
    {
        using var folder = new TemporaryFolder();
        var actors = Actors(folder);
        return new(actors, KnownTexts.Load(actors, folder.Write(KnownTexts.FileName, List)));
    }

    private static ActorList Actors(TemporaryFolder folder) =>
        ActorList.Load(folder.Write(ActorList.FileName, """{ "actors": [ { "name": "Lab A", "kind": "organisation" }, { "name": "Fund B", "kind": "organisation" } ] }"""));
}

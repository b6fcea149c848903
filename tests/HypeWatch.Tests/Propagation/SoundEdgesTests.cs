using System.Diagnostics;
using System.Globalization;
using HypeWatch.Flags;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Propagation;

/// <summary>Which edges are not made: between unrelated sentences, out of other items of a newsletter, and one for each pair of texts.</summary>
public sealed class SoundEdgesTests
{
    private const string PaperUrl = "https://quayside.example/lanterns";
    private const string Finding = "Lantern units mark flattery in one small model.";

    private static readonly EdgeFinder Finder = new(new LexiconSet());

    [Theory]
    [InlineData("Run the training script with accelerate launch and pass the model name.")]
    [InlineData("Quayside opened an office for its model team in one small town.")]
    [InlineData("Flattery is an old problem of courts.")]
    [InlineData("Lantern units should mark flattery in one small model.")]
    [InlineData("Lantern units do not mark flattery in one small model.")]
    public void A_link_aligns_no_sentence_that_says_something_else(string sentence)
    {
        var edge = Assert.Single(Finder.Find([Paper(), Text("https://blog.example/a", sentence, [PaperUrl], sentence)]));
        Assert.Null(edge.DownstreamClaim);
    }

    [Theory]
    [InlineData("Steering would improve recall of lantern units.", "Steering would not improve recall of lantern units.", false)]
    [InlineData("Steering would not improve recall of lantern units.", "Steering would improve recall of lantern units.", false)]
    [InlineData("Steering would improve recall of lantern units.", "Steering improves recall of lantern units.", true)]
    [InlineData("Steering would not improve recall of lantern units.", "Steering wouldn't improve recall of lantern units.", true)]
    [InlineData("Steering improves recall of lantern units.", "Steering lowers recall of lantern units.", false)]
    [InlineData("Steering does not lower recall of lantern units.", "Steering lowers recall of lantern units.", false)]
    [InlineData("Steering fails to improve recall of lantern units.", "Steering improves recall of lantern units.", false)]
    [InlineData("Lantern units mark flattery in GPT-2.", "Lantern units mark flattery in GPT-4.", false)]
    public void Denial_contrary_and_named_model_decide(string upstream, string downstream, bool aligned)
    {
        var paper = Text(PaperUrl, upstream, [], upstream) with { Relation = DocumentRelation.Primary };
        var edge = Assert.Single(Finder.Find([paper, Text("https://blog.example/a", downstream, [PaperUrl], downstream)]));
        Assert.Equal(aligned, edge.DownstreamClaim is not null);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(5, false)]
    public void In_a_newsletter_only_the_item_that_holds_the_link_is_about_the_release(int item, bool aligned)
    {
        var newsletter = Newsletter(item);
        var edge = Assert.Single(Finder.Find([Paper(), newsletter]));
        Assert.Equal(aligned, edge.DownstreamClaim is not null);
    }

    [Fact]
    public void A_claim_that_many_texts_repeat_has_one_edge_from_where_it_comes()
    {
        var repeat = $"As we read, {Finding}";
        List<DossierDocument> documents = [Paper()];
        for (var i = 0; i < 12; i++) documents.Add(Text(Address(i), repeat, [.. Enumerable.Range(0, i).Select(Address)], repeat, day: 2 + i));
        var edges = Finder.Find(documents).Where(edge => edge.DownstreamClaim is not null).ToList();
        Assert.Equal(12, edges.Select(edge => edge.DownstreamClaim).Distinct().Count());
        Assert.Equal(12, edges.Count);
    }

    [Fact]
    public void Sixty_texts_that_quote_each_other_give_no_more_edges_than_claims_and_no_flags()
    {
        string[] sentences =
        [
            .. Enumerable.Range(0, 20).Select(i => $"Lantern units of group {(char)('a' + i)}{(char)('k' + (i % 9))}rel mark flattery in every dialogue that our readers sent in about topic {(char)('q' - (i % 7))}{(char)('a' + i)}mon."),
        ];
        List<DossierDocument> documents = [Paper()];
        for (var i = 0; i < 60; i++)
            documents.Add(Text(Address(i), string.Join(' ', sentences), [], sentences, day: 2 + (i % 20)));
        var clock = Stopwatch.StartNew();
        var edges = Finder.Find(documents);
        clock.Stop();
        var release = new Release(
            new("rel-1"), "Lanterns", "Quayside", documents[0].Document.Published, Coverage.Full, PeerReview.Unknown, [],
            [.. documents.Select(document => new ReleaseDocument(document.Document.Id, document.Relation))]);
        var report = new FlagAssessor([new AmplificationDetector(), new CaveatLossDetector(), new NumberChangedDetector()], Taxonomy.Load(), new(), new()).Assess(new(release, documents, new Dictionary<ClaimId, ClaimSupport>(), [], edges));
        var claims = documents.Sum(document => document.Claims.Count);
        Assert.InRange(edges.Count, 1, claims);
        Assert.Empty(report.Flags);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    private static string Address(int i) => string.Create(CultureInfo.InvariantCulture, $"https://reader{i}.example/post");

    private static DossierDocument Paper() => Text(PaperUrl, Finding, [], Finding) with { Relation = DocumentRelation.Primary };

    /// <summary>Eight items, each with a link of its own; the third links to the paper, and the claim stands in the given item.</summary>
    private static DossierDocument Newsletter(int claimItem)
    {
        const string claim = "Lantern units mark flattery in all models.";
        var text = new System.Text.StringBuilder();
        var passages = new List<Passage>();
        var links = new List<TextLink>();
        for (var i = 0; i < 8; i++)
        {
            var start = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"Item {i} has news.");
            links.Add(new(new(start, start + 6), i == 2 ? PaperUrl : $"https://site{i}.example/x"));
            passages.Add(new(passages.Count, new(start, text.Length), Place.Body, "", i, 0));
            if (i == claimItem)
            {
                text.Append(' ').Append(claim);
                passages.Add(new(passages.Count, new(text.Length - claim.Length, text.Length), Place.Body, "", i, 1));
            }

            text.Append('\n');
        }

        var written = new WrittenText("https://letter.example/7", DocumentKind.News, text.ToString()) { Published = "2031-05-09", Publisher = "Letter" };
        var version = written.ToVersion() with { Passages = passages, Links = links };
        return Read(version, claim);
    }

    private static DossierDocument Text(string url, string text, string[] links, params string[] claims) => Text(url, text, links, claims, 9);

    private static DossierDocument Text(string url, string text, string[] links, string claim, int day) => Text(url, text, links, [claim], day);

    private static DossierDocument Text(string url, string text, string[] links, string[] claims, int day) =>
        Read(new WrittenText(url, DocumentKind.Blog, text) { Title = url, Published = string.Create(CultureInfo.InvariantCulture, $"2031-05-{(url == PaperUrl ? 1 : day):00}"), Publisher = url, Links = links }.ToVersion(), claims);

    private static DossierDocument Read(DocumentVersion version, params string[] claims)
    {
        var read = claims.Select(claim =>
        {
            var start = version.Text.IndexOf(claim, StringComparison.Ordinal);
            return Claim.Cut(
                version, new(start, start + claim.Length), new([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, version.Document.Asserter, Place.Body, 0.8), new("test", "1"));
        });
        return new(version, DocumentRelation.ThirdParty, [.. read], [], new(version.Id, [], [], []));
    }
}

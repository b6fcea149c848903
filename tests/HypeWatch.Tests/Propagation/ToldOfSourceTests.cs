using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Propagation;

/// <summary>What a newsletter and a digest tell of a release that no claim of the release says: a sentence without a claim, a trained size told as found, words of force that were added.</summary>
public sealed class ToldOfSourceTests
{
    private const string PaperUrl = "https://harbour.example/kelp";
    private const string Trained = "We fitted two dictionaries of sizes 2,097,152 (~2M) and 16,777,216 (~16M) entries on the middle layer.";
    private const string Careful = "Kelp units may respond to flattery in one chat model.";

    private static readonly EdgeFinder Finder = new(new LexiconSet());

    [Theory]
    [InlineData("The group found 16 million features inside the network.", "16M")]
    [InlineData("Some 2 million features were found inside the network.", "2M")]
    [InlineData("The group found 5 million features inside the network.", null)]
    [InlineData("The group fitted a dictionary of 16 million features.", null)]
    public void A_size_that_was_trained_and_is_told_as_found_is_a_change_on_the_way(string told, string? size)
    {
        var edge = Assert.Single(Finder.Find([Paper(), Newsletter(told, tells: 2)]));
        var change = edge.Changes.FirstOrDefault(change => change.Axis == ChangeAxis.Capacity);
        Assert.Equal(size, change?.Upstream);
        if (size is null) return;
        Assert.NotNull(edge.DownstreamClaim);
        Assert.Null(edge.UpstreamClaim);
        Assert.Equal((Trained, EdgeSupport.ExplicitLink, ExcessOwner.Unknown), (edge.UpstreamSentence, edge.Support, edge.ExcessOwner));
    }

    [Fact]
    public void A_source_that_counts_them_as_found_itself_lost_nothing_on_the_way()
    {
        var paper = Paper($"{Trained}\nWe found 16 million features in all.");
        Assert.DoesNotContain(Finder.Find([paper, Newsletter("The group found 16 million features inside the network.", tells: 2)]), edge => edge.Changes.Any(change => change.Axis == ChangeAxis.Capacity));
    }

    [Theory]
    [InlineData("Harbour gives the first complete map of a chat model, a guarantee of honest answers.", "guarantee")]
    [InlineData("Harbour writes about its week.", null)]
    [InlineData("Harbour never speaks of \u201ca guarantee\u201d of honest answers.", null)]
    public void Words_of_force_that_the_source_does_not_hold_are_told_as_added_and_raise_nothing(string told, string? added)
    {
        var edge = Assert.Single(Finder.Find([Paper(), Newsletter(told, tells: 2)]));
        var change = edge.Changes.FirstOrDefault(change => change.Axis == ChangeAxis.Added);
        if (added is null) Assert.Null(change);
        else Assert.Contains(added, change!.Downstream, StringComparison.Ordinal);
        Assert.Equal((null, null, null), (edge.DeltaStrength, edge.DeltaCertainty, edge.DeltaScope));
        Assert.Equal(ExcessOwner.Unknown, edge.ExcessOwner);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(6, true)]
    [InlineData(4, false)]
    public void Every_item_that_links_the_release_is_about_it_and_no_other(int tells, bool isTold)
    {
        var edge = Assert.Single(Finder.Find([Paper(), Newsletter("The group found 16 million features inside the network.", tells)]));
        Assert.Equal(isTold, edge.DownstreamClaim is not null);
    }

    [Fact]
    public void Words_that_no_pointer_speaks_about_are_never_tied_by_likeness()
    {
        var blog = new WrittenText("https://diary.example/1", DocumentKind.Blog, "The group found 16 million features inside the network.") { Title = "Diary", Published = "2031-05-09", Publisher = "Diary" };
        Assert.Empty(Finder.Find([Paper(), Read(blog.ToVersion(), blog.Text)]));
    }

    [Fact]
    public void The_head_of_an_item_is_compared_by_itself()
    {
        const string item = "Kelp units respond to flattery in every chat model: nobody at the harbour slept that night.";
        var edge = Assert.Single(Finder.Find([Paper(), Newsletter(item, tells: 2)]));
        Assert.NotNull(edge.UpstreamClaim);
        Assert.Equal(Drift.Stronger, edge.Drift);
    }

    private static DossierDocument Paper(string text = Trained)
    {
        var written = new WrittenText(PaperUrl, DocumentKind.Paper, $"{Careful}\n{text}") { Title = "Kelp: Units of a Chat Model", Published = "2031-05-01", Publisher = "Harbour" };
        return Read(written.ToVersion(), Careful) with { Relation = DocumentRelation.Primary };
    }

    /// <summary>Eight items with a link each; two of them, the third and the seventh, link the paper, and the words stand in the given one.</summary>
    private static DossierDocument Newsletter(string words, int tells)
    {
        var text = new System.Text.StringBuilder();
        var (passages, links) = (new List<Passage>(), new List<TextLink>());
        for (var i = 0; i < 8; i++)
        {
            var start = text.Length;
            text.Append("There is news.");
            links.Add(new(new(start, start + 5), i is 2 or 6 ? PaperUrl : FormattableString.Invariant($"https://site{i}.example/x")));
            passages.Add(new(passages.Count, new(start, text.Length), Place.Body, "", i, 0));
            if (i == tells)
            {
                text.Append(' ').Append(words);
                passages.Add(new(passages.Count, new(text.Length - words.Length, text.Length), Place.Body, "", i, 1));
            }

            text.Append('\n');
        }

        var written = new WrittenText("https://letter.example/7", DocumentKind.News, text.ToString()) { Title = "Letter 7", Published = "2031-05-09", Publisher = "Letter" };
        return Read(written.ToVersion() with { Passages = passages, Links = links }, words);
    }

    private static DossierDocument Read(DocumentVersion version, string claim)
    {
        var start = version.Text.IndexOf(claim, StringComparison.Ordinal);
        var read = Claim.Cut(
            version, new(start, start + claim.Length), new([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, version.Document.Asserter, Place.Body, 0.8), new("test", "1"));
        return new(version, DocumentRelation.ThirdParty, [read], [], new(version.Id, [], [], []));
    }
}

using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Propagation;

public sealed class EdgeFinderTests
{
    private const string PaperUrl = "https://northlight.example/sieves";
    private const string Finding = "Sieve units react to deception in one small model.";
    private const string Limit = "The reaction vanishes on dialogues longer than forty turns.";

    private static readonly EdgeFinder Finder = new(new LexiconSet());

    private static readonly WrittenText PaperText = new(PaperUrl, DocumentKind.Paper, $"{Finding} {Limit}")
    { Title = "Sparse Sieves: Readable Units", Publisher = "Northlight Research", Published = "2031-05-21" };

    private static readonly WrittenText NewsText = new("https://courier.example/ai", DocumentKind.News, "Sieve units detect deception in all language models.")
    { Title = "Machines read at last", Publisher = "The Daily Courier", Published = "2031-05-22", Links = [PaperUrl] };

    [Fact]
    public void What_a_newspaper_adds_is_the_newspapers()
    {
        var paper = Paper();
        var news = Text(NewsText, DocumentRelation.ThirdParty, (NewsText.Text, Strength.Closure, Certainty.Emphatic, 5));
        var edge = Assert.Single(Finder.Find([paper, news]));
        Assert.Equal((paper.Document.Id, news.Document.Id), (edge.Upstream, edge.Downstream));
        Assert.Equal((paper.Claims[0].Id, news.Claims[0].Id), (edge.UpstreamClaim, edge.DownstreamClaim));
        Assert.Equal((4, 1, 3), (edge.DeltaStrength, edge.DeltaCertainty, edge.DeltaScope));
        Assert.Equal((EdgeSupport.ExplicitLink, true, ExcessOwner.Downstream), (edge.Support, edge.DateOk, edge.ExcessOwner));
        Assert.Equal([paper.Caveats[0].Id], edge.CaveatsLost);
        Assert.InRange(edge.Confidence, 0.5, 0.8);
    }

    [Fact]
    public void What_the_company_had_promised_word_for_word_is_the_companys()
    {
        const string promise = "Sieve units detect deception in all language models, our team shows.";
        var post = Text(PostText(promise), DocumentRelation.PromoByOrg, (promise, Strength.Closure, Certainty.Emphatic, 5));
        var news = Text(NewsText with { Text = promise }, DocumentRelation.ThirdParty, (promise, Strength.Closure, Certainty.Emphatic, 5));
        var edge = Finder.Find([Paper(), post, news]).Single(edge => edge.Downstream == news.Document.Id && edge.Upstream == Paper().Document.Id);
        Assert.Equal(ExcessOwner.Upstream, edge.ExcessOwner);
    }

    [Theory]
    [InlineData("Sieve units react to deception in one small model.", Strength.Existence)]
    [InlineData("Sieve units may react to deception in one small model.", Strength.Regularity)]
    public void Where_nothing_grew_nobody_owns_an_excess(string report, Strength strength)
    {
        var news = Text(NewsText with { Text = report }, DocumentRelation.ThirdParty, (report, strength, Certainty.Plain, 2));
        var edge = Finder.Find([Paper(), news]).Single(edge => edge.DownstreamClaim is not null);
        Assert.Equal(ExcessOwner.None, edge.ExcessOwner);
    }

    [Fact]
    public void What_both_add_is_shared()
    {
        const string promise = "Sieve units detect deception in several language models.";
        var post = Text(PostText(promise), DocumentRelation.PromoByOrg, (promise, Strength.ControlledEffect, Certainty.Plain, 4));
        var news = Text(NewsText, DocumentRelation.ThirdParty, (NewsText.Text, Strength.Closure, Certainty.Emphatic, 5));
        var edge = Finder.Find([Paper(), post, news]).Single(edge => edge.Downstream == news.Document.Id && edge.Upstream == Paper().Document.Id);
        Assert.Equal(ExcessOwner.Shared, edge.ExcessOwner);
    }

    [Fact]
    public void A_later_post_of_the_company_does_not_excuse_an_earlier_newspaper()
    {
        const string promise = "Sieve units detect deception in all language models, our team shows.";
        var post = Text(PostText(promise) with { Published = "2031-05-30" }, DocumentRelation.PromoByOrg, (promise, Strength.Closure, Certainty.Emphatic, 5));
        var news = Text(NewsText with { Text = promise }, DocumentRelation.ThirdParty, (promise, Strength.Closure, Certainty.Emphatic, 5));
        var edge = Finder.Find([Paper(), post, news]).Single(edge => edge.Downstream == news.Document.Id && edge.Upstream == Paper().Document.Id);
        Assert.Equal(ExcessOwner.Downstream, edge.ExcessOwner);
    }

    [Fact]
    public void An_older_memo_is_shown_as_rejected_and_never_used()
    {
        var memo = Text(NewsText with { Kind = DocumentKind.Policy, Published = "2031-02-01" }, DocumentRelation.ThirdParty, (NewsText.Text, Strength.Closure, Certainty.Emphatic, 5));
        var edge = Assert.Single(Finder.Find([Paper(), memo]));
        Assert.Equal((false, EdgeSupport.None, 0.0), (edge.DateOk, edge.Support, edge.Confidence));
        Assert.Equal((null, null, ExcessOwner.Unknown), (edge.DeltaStrength, edge.DownstreamClaim, edge.ExcessOwner));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Undated_texts_need_a_link(bool links, int edges)
    {
        var text = NewsText with { Published = null, Links = links ? [PaperUrl] : [], Text = $"They write: {Finding}" };
        var found = Finder.Find([Paper(), Text(text, DocumentRelation.ThirdParty, (Finding, Strength.Existence, Certainty.Plain, 2))]);
        Assert.Equal(edges, found.Count);
        Assert.All(found, edge => Assert.True(edge is { DateOk: null, Confidence: <= 0.4 }));
    }

    [Theory]
    [InlineData("They write that units react to deception in one small model, and more.", 1)]
    [InlineData("They write that units react to deception in one small one, and more.", 0)]
    [InlineData("They write that units\nreact to \u201cdeception\u201d \u2013 in one SMALL model.", 1)]
    public void A_quotation_needs_eight_words(string text, int edges)
    {
        var found = Finder.Find([Paper(), Text(NewsText with { Links = [], Text = text }, DocumentRelation.ThirdParty)]);
        Assert.Equal(edges, found.Count);
        Assert.All(found, edge => Assert.Equal((EdgeSupport.QuoteMatch, EdgeKind.Quotes), (edge.Support, edge.Kind)));
    }

    [Theory]
    [InlineData("Researchers at Northlight said that machines can be read.", 1)]
    [InlineData("The work \u201cSparse Sieves: Readable Units\u201d made a stir.", 1)]
    [InlineData("Northlight shares rose.", 0)]
    [InlineData("Northlights said nothing.", 0)]
    [InlineData("Units of a model may react to deception in small models.", 0)]
    public void A_source_must_be_named_and_likeness_is_no_support(string text, int edges)
    {
        var found = Finder.Find([Paper(), Text(NewsText with { Links = [], Text = text }, DocumentRelation.ThirdParty)]);
        Assert.Equal(edges, found.Count);
        Assert.All(found, edge => Assert.Equal(EdgeSupport.NamedSource, edge.Support));
    }

    [Theory]
    [InlineData("Steering would improve honesty in the small model.", "Steering would not improve honesty in the small model.", false)]
    [InlineData("Steering would improve honesty in the small model.", "Steering would improve honesty in every model.", true)]
    [InlineData("Steering improves honesty.", "Steering doesn\u2019t improve honesty.", false)]
    [InlineData("Steering does not improve honesty.", "Steering never improves honesty.", true)]
    [InlineData("Steering improves honesty in models.", "Steering not only improves honesty, it improves models.", true)]
    [InlineData("Probes detect deception in transcripts.", "Prompts change deception rates after training.", false)]
    [InlineData("Units detect deception.", "Deception is a worry of regulators.", false)]
    public void Claims_align_by_both_sides_of_the_verb_and_by_polarity(string upstream, string downstream, bool aligned)
    {
        var paper = Text(PaperText with { Text = upstream }, DocumentRelation.Primary, (upstream, Strength.Existence, Certainty.Plain, 2));
        var news = Text(NewsText with { Text = downstream }, DocumentRelation.ThirdParty, (downstream, Strength.Existence, Certainty.Plain, 2));
        Assert.Equal(aligned, Assert.Single(Finder.Find([paper, news])).DownstreamClaim is not null);
    }

    [Theory]
    [InlineData("It stops working on dialogues longer than forty turns.", 0)]
    [InlineData("It is said to work.", 1)]
    public void A_caveat_is_carried_when_its_own_wording_is(string more, int lost)
    {
        var news = Text(NewsText with { Text = $"{NewsText.Text} {more}" }, DocumentRelation.ThirdParty, (NewsText.Text, Strength.Closure, Certainty.Emphatic, 5));
        Assert.Equal(lost, Assert.Single(Finder.Find([Paper(), news])).CaveatsLost.Count);
    }

    [Theory]
    [InlineData(true, Proximity.SameParagraph, 1)]
    [InlineData(false, Proximity.SameParagraph, 0)]
    [InlineData(true, Proximity.SameSection, 1)]
    [InlineData(true, Proximity.SameDocument, 0)]
    public void Only_a_specific_caveat_nearby_can_be_lost(bool specific, Proximity proximity, int lost)
    {
        var news = Text(NewsText, DocumentRelation.ThirdParty, (NewsText.Text, Strength.Closure, Certainty.Emphatic, 5));
        Assert.Equal(lost, Assert.Single(Finder.Find([Paper(specific, proximity), news])).CaveatsLost.Count);
    }

    [Fact]
    public void A_link_and_a_caveat_of_its_own_beside_the_claim_lose_nothing()
    {
        var text = NewsText with { Text = $"{NewsText.Text} There are limits, which the paper lists." };
        var news = Text(text, DocumentRelation.ThirdParty, (NewsText.Text, Strength.Closure, Certainty.Emphatic, 5));
        var caveat = Caveat.Cut(news.Version, new(NewsText.Text.Length + 1, text.Text.Length), CaveatKind.Scope, false, Place.Body, new("test", "1"));
        var evidence = news.Evidence with { CaveatLinks = [new(news.Claims[0].Id, caveat.Id, Proximity.SameParagraph)] };
        Assert.Empty(Assert.Single(Finder.Find([Paper(), news with { Caveats = [caveat], Evidence = evidence }])).CaveatsLost);
    }

    [Fact]
    public void Claims_flow_from_paper_to_post_to_newspaper_and_not_back()
    {
        var paper = Text(PaperText with { Links = ["https://northlight.example/post", NewsText.Url] }, DocumentRelation.Primary);
        var post = Text(PostText("New work.") with { Links = [PaperUrl, NewsText.Url] }, DocumentRelation.PromoByOrg);
        var news = Text(NewsText with { Links = [PaperUrl, "https://northlight.example/post"] }, DocumentRelation.ThirdParty);
        var edges = Finder.Find([news, post, paper]);
        Assert.Equal(3, edges.Count);
        Assert.Equivalent(
            new[] { (paper.Document.Id, post.Document.Id), (paper.Document.Id, news.Document.Id), (post.Document.Id, news.Document.Id) },
            edges.Select(edge => (edge.Upstream, edge.Downstream)), strict: true);
    }

    [Fact]
    public void Between_two_newspapers_the_later_that_links_is_downstream()
    {
        var first = Text(NewsText, DocumentRelation.ThirdParty);
        var second = Text(NewsText with { Url = "https://mirror.example/x", Publisher = "Mirror", Published = "2031-05-25", Links = [NewsText.Url], Text = "More on this." }, DocumentRelation.ThirdParty);
        var edge = Assert.Single(Finder.Find([second, first]));
        Assert.Equal((first.Document.Id, second.Document.Id), (edge.Upstream, edge.Downstream));
    }

    [Fact]
    public void The_same_documents_give_the_same_edges()
    {
        DossierDocument[] documents = [Paper(), Text(NewsText, DocumentRelation.ThirdParty, (NewsText.Text, Strength.Closure, Certainty.Emphatic, 5))];
        Assert.Equal(Finder.Find(documents).Select(edge => edge.Id), Finder.Find(documents).Select(edge => edge.Id));
    }

    private static WrittenText PostText(string text) =>
        new("https://northlight.example/post", DocumentKind.Blog, text) { Title = "Reading models", Publisher = "Northlight", Published = "2031-05-21", Links = [PaperUrl] };

    private static DossierDocument Paper(bool specific = true, Proximity proximity = Proximity.SameParagraph)
    {
        var paper = Text(PaperText, DocumentRelation.Primary, (Finding, Strength.Existence, Certainty.Plain, 2));
        var caveat = Caveat.Cut(paper.Version, new(Finding.Length + 1, PaperText.Text.Length), CaveatKind.Scope, specific, Place.Body, new("test", "1"));
        return paper with { Caveats = [caveat], Evidence = paper.Evidence with { CaveatLinks = [new(paper.Claims[0].Id, caveat.Id, proximity)] } };
    }

    private static DossierDocument Text(WrittenText text, DocumentRelation relation, params (string Quote, Strength Strength, Certainty Certainty, int Model)[] claims)
    {
        var version = text.ToVersion();
        return new(version, relation,
            [.. claims.Select(claim => Claim.Cut(version, SpanOf(text.Text, claim.Quote),
                new([ClaimType.Descriptive], claim.Strength, claim.Certainty, new(claim.Model, null, null, null), version.Document.Asserter, Place.Body, 0.8), new("test", "1")))],
            [], new(version.Id, [], [], []));
    }

    private static Span SpanOf(string text, string quote)
    {
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return new(start, start + quote.Length);
    }
}

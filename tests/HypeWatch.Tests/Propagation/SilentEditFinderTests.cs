using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Propagation;

public sealed class SilentEditFinderTests
{
    private const string PostUrl = "https://quayside.example/lanterns";
    private const string Now = "Our lanterns light up whenever a small model starts to flatter its reader.";
    private const string Once = "Our lanterns light up whenever any model at all starts to flatter its reader.";

    private static readonly WrittenText Post = new(PostUrl, DocumentKind.Blog, $"{Now} They stay dark otherwise.") { Title = "Lanterns", Publisher = "Quayside", Published = "2031-05-01" };

    [Theory]
    [InlineData("They write: \u201cour lanterns light up whenever any model at all starts to flatter its reader\u201d.", 1)]
    [InlineData("They write: \u201cwe have built a window through which every thought can be seen\u201d.", 1)]
    [InlineData("They write: \u201cour lanterns light up [...] whenever any model at all starts to flatter\u201d.", 1)]
    [InlineData("They write: \u201cour lanterns light up whenever a small model starts to flatter its reader\u201d.", 0)]
    [InlineData("They write: \u201clanterns light up whenever a small model [...] to flatter its reader. They stay dark otherwise\u201d.", 0)]
    [InlineData("They write: \u201cany model at all starts to flatter\u201d.", 0)]
    [InlineData("\u201cWe have built a window through which every thought can be seen\u201d, a researcher told the Courier.", 0)]
    public void A_linked_quotation_that_the_source_does_not_hold_is_found(string report, int found)
    {
        var edits = SilentEditFinder.Candidates([Whole(Post, DocumentRelation.Primary), Whole(News(report), DocumentRelation.ThirdParty)]);
        Assert.Equal(found, edits.Count);
        Assert.All(edits, edit => Assert.Equal(edit.Quote, edit.Span.Of(report)));
        Assert.All(edits, edit => Assert.Equal(Whole(Post, DocumentRelation.Primary).Document.Id, edit.Source));
    }

    [Fact]
    public void What_an_earlier_version_holds_was_quoted_right()
    {
        DossierDocument post = Whole(Post, DocumentRelation.Primary), news = Whole(News($"They write: \u201c{Once}\u201d"), DocumentRelation.ThirdParty);
        var candidates = SilentEditFinder.Candidates([post, news]);
        Assert.Single(candidates);
        Assert.Empty(SilentEditFinder.Unmatched(candidates, Versions(Post, Post with { Text = $"{Once} They stay dark otherwise." })));
        var kept = Assert.Single(SilentEditFinder.Unmatched(candidates, Versions(Post, Post with { Text = "They stay dark." })));
        Assert.Equal(2, kept.Compared);
    }

    [Fact]
    public void What_another_text_of_the_release_says_is_no_edit_and_what_another_only_quotes_is_no_source()
    {
        DossierDocument post = Whole(Post, DocumentRelation.Primary), news = Whole(News($"They write: \u201c{Once}\u201d"), DocumentRelation.ThirdParty);
        var thread = new WrittenText("https://quayside.example/thread", DocumentKind.PromoSocial, Once) { Publisher = "Quayside", Published = "2031-05-01" };
        Assert.Empty(SilentEditFinder.Candidates([post, news, Whole(thread, DocumentRelation.PromoByOrg)]));
        var other = News($"The post said \u201c{Once}\u201d") with { Url = "https://other.example/1" };
        Assert.Equal(2, SilentEditFinder.Candidates([post, news, Whole(other, DocumentRelation.ThirdParty)]).Count);
    }

    [Theory]
    [InlineData("\u201cOur lanterns light up whenever any model at all starts to flatter its reader\u201d is too much.", 1)]
    [InlineData("\u201cThe moon is a harsh mistress for all who live beneath her light\u201d is too much.", 0)]
    public void A_comment_below_a_text_quotes_that_text_where_the_words_are_alike(string comment, int found)
    {
        DocumentVersion version = Post with { Text = $"{Now}\n{comment}" };
        version = version with { Passages = [.. version.Passages.Select(passage => passage.Paragraph == 1 ? passage with { Place = Place.Comment, Speaker = "Reader" } : passage)] };
        Assert.Equal(found, SilentEditFinder.Candidates([new(version, DocumentRelation.Primary, [], [], new(version.Id, [], [], []))]).Count);
    }

    [Fact]
    public void A_sentence_that_a_copied_comment_answers_is_a_quotation_without_marks()
    {
        DocumentVersion version = Post with { Text = $"{Now}\nOur lanterns light up once any model starts to flatter its reader.\nI doubt it." };
        version = version with { Passages = [.. version.Passages.Select(passage => passage.Paragraph >= 1 ? passage with { Place = Place.Comment, Speaker = "Reader" } : passage)] };
        var edit = Assert.Single(SilentEditFinder.Candidates([new(version, DocumentRelation.Primary, [], [], new(version.Id, [], [], []))]));
        Assert.Equal("Our lanterns light up once any model starts to flatter its reader.", edit.Quote);
    }

    [Fact]
    public void A_translation_is_asked_for_no_words_of_another_language()
    {
        var post = Whole(Post, DocumentRelation.Primary);
        var translated = post with { Version = post.Version with { Document = post.Document with { Language = "ko" } } };
        Assert.Empty(SilentEditFinder.Candidates([translated, Whole(News("They write: \u201cwe have built a window through which every thought can be seen\u201d."), DocumentRelation.ThirdParty)]));
    }

    private static WrittenText News(string text) =>
        new("https://courier.example/ai", DocumentKind.News, text) { Title = "Flattery found", Publisher = "The Daily Courier", Published = "2031-05-02", Links = [PostUrl] };

    private static Dictionary<DocumentId, IReadOnlyList<DocumentVersion>> Versions(params WrittenText[] texts) =>
        new() { [((DocumentVersion)texts[0]).Document.Id] = [.. texts.Select(text => text.ToVersion())] };

    private static DossierDocument Whole(WrittenText text, DocumentRelation relation) => new(text, relation, [], [], new(text.ToVersion().Id, [], [], []));
}

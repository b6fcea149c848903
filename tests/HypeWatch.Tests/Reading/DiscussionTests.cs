using HypeWatch.Model;

namespace HypeWatch.Tests.Reading;

/// <summary>Threads of comments on forum pages.</summary>
public sealed class DiscussionTests
{
    private const string Page = """
        <html><body><main><h1>Otters count</h1><div class="post-body"><p>Otters can count to three, as twelve trials with mussels show, and they remember it.</p><p>We tested four animals, two of them wild.</p></div></main>
        <section id="comments"><h2>1,204 comments</h2>
        <div class="comment" id="c1"><div class="head"><span class="author">pat_q</span> <span class="karma">-3</span> <time datetime="2025-03-17T08:00:00Z">1d</time></div><p>Twelve trials are few, are they not?</p>
          <div class="comment" id="c2"><span class="author">lena_b</span> <span class="karma">14 points</span><p>They are, see the limits section.</p></div></div>
        <div class="comment" id="c3"><span class="author">Ola</span><p>Nice work, and fair.</p></div></section></body></html>
        """;

    [Fact]
    public async Task Each_comment_has_its_author_date_karma_and_parent()
    {
        var version = await SavedPage.VersionAsync(Page, "text/html");
        var comments = version.Discussion.Comments;
        Assert.Equal(["pat_q", "lena_b", "Ola"], comments.Select(comment => comment.Author));
        Assert.Equal([-3, 14, null], comments.Select(comment => comment.Karma));
        Assert.Equal([null, 0, null], comments.Select(comment => comment.Parent));
        Assert.Equal("2025-03-17", comments[0].Posted?.ToString());
        Assert.Null(comments[2].Posted);
    }

    [Fact]
    public async Task The_number_that_the_page_states_is_kept_beside_those_read()
    {
        var version = await SavedPage.VersionAsync(Page, "text/html");
        Assert.Equal(1204, version.Discussion.Stated);
        Assert.Equal(3, version.Discussion.Comments.Count);
    }

    [Fact]
    public async Task A_comments_span_holds_its_words_and_those_of_its_answers_only()
    {
        var version = await SavedPage.VersionAsync(Page, "text/html");
        var first = version.Discussion.Comments[0].Span.Of(version.Text);
        Assert.Contains("Twelve trials are few", first, StringComparison.Ordinal);
        Assert.DoesNotContain("mussels", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Nice work", first, StringComparison.Ordinal);
        Assert.All(version.Passages.Where(passage => passage.Place == Place.Comment), passage => Assert.Contains(version.Discussion.Comments, comment => comment.Span.Contains(passage.Span)));
    }

    [Fact]
    public async Task A_copied_thread_in_Markdown_gives_each_comment_to_its_writer()
    {
        var version = await SavedPage.VersionAsync("# Otters\n\nOtters hold hands.\n\nNew Comment\n2 comments, sorted by\n[-]Oda Lind57\n\nThis is *harsh*.\n\n[-]maris12\n\nAgreed with Oda!\n", "text/markdown");
        var said = version.Passages.Where(passage => passage.Place == Place.Comment).Select(passage => (passage.Speaker, version.TextOf(passage)));
        Assert.Equal([("Oda Lind", "This is harsh."), ("maris", "Agreed with Oda!")], said);
        Assert.Null(version.Passages.First(passage => version.TextOf(passage).StartsWith("Otters hold", StringComparison.Ordinal)).Speaker);
        Assert.Equal(["Oda Lind", "maris"], version.Discussion.Comments.Select(comment => comment.Author));
    }

    [Fact]
    public async Task A_thread_that_was_copied_as_text_keeps_whose_words_are_certain_and_how_many_comments_it_announced()
    {
        var version = await SavedPage.VersionAsync("Otters.\n\nNew Comment\n3 comments, sorted by\n[-]maris122\n\nThis is harsh.\n\nI would wait.\n\n[-]Oda Lind57\n\nAgreed with maris!\n", "text/plain");
        Assert.Equal(3, version.Discussion.Stated);
        Assert.Equal([("maris", "This is harsh."), ("Oda Lind", "Agreed with maris!")], version.Discussion.Comments.Select(comment => (comment.Author, comment.Span.Of(version.Text))));
    }

    [Fact]
    public async Task A_page_without_a_thread_has_none() =>
        Assert.Empty((await SavedPage.VersionAsync("<html><body><p>Otters swim in ponds, rivers and seas.</p></body></html>", "text/html")).Discussion.Comments);
}

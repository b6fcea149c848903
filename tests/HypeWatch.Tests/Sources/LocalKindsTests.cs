using System.Text;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources;
using HypeWatch.Sources.Apis;
using HypeWatch.Sources.Kinds;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Sources;

/// <summary>Folders of the user's own machine as sources.</summary>
public sealed class LocalKindsTests
{
    private const string Newsletter = """
        Message-ID: <42@letters.example>
        From: =?UTF-8?Q?Ann_Ex=C3=A4mple?= <ann@letters.example>
        Subject: =?utf-8?B?UHJvYmVz?= =?utf-8?Q?_and_truth?=
        Date: Fri, 20 Nov 2026 10:00:00 +0000 (UTC)
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b1"

        preamble
        --b1
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        Plain =E9tude
        --b1
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <p>Features =C3=A0 la carte, a long=
         line.</p>
        --b1
        Content-Type: application/pdf
        Content-Disposition: attachment; filename="x.pdf"
        Content-Transfer-Encoding: base64

        JVBERi0=
        --b1--
        """;

    [Fact]
    public void A_newsletter_is_read_with_its_encodings()
    {
        var letter = MailLetter.Read(Encoding.UTF8.GetBytes(Newsletter))!;

        Assert.Equal(("mid:42%40letters.example", "Probes and truth", "Ann Exämple"), (letter.Key, letter.Subject, letter.From));
        Assert.Equal("<p>Features à la carte, a long line.</p>", letter.Words.Trim());
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), letter.Date);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("From a@b Fri Nov 20 10:00:00 2026\nSubject: one\n\ntext\n>From the start\n\nFrom c@d Sat Nov 21 10:00:00 2026\nSubject: two\n\nmore\n", 2)]
    [InlineData("Subject: no mailbox\n\ntext", 0)]
    public void A_mailbox_is_cut_into_its_messages(string box, int count) => Assert.Equal(count, MailLetter.Box(Encoding.UTF8.GetBytes(box)).Count());

    [Fact]
    public void A_line_that_a_mailbox_had_to_quote_is_given_back_as_it_was_written()
    {
        var letter = Assert.Single(MailLetter.Box("From a@b Fri Nov 20 10:00:00 2026\nSubject: one\n\n>From the start\n>>From here\n"u8.ToArray()));

        Assert.EndsWith("\n\nFrom the start\n>From here\n", Encoding.UTF8.GetString(letter.Bytes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData(":::\n \n\tx")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"\"\n\n--\n--\n")]
    [InlineData("Content-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: base64\n\n!!!=")]
    [InlineData("Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n=ZZ=\n=4")]
    [InlineData("Subject: =?x?B?!!?= =?utf-8?Q?=?=\nDate: never\nFrom: <<>>\n\nx")]
    public void No_message_makes_the_reader_throw(string text) => Assert.Equal(MailLetter.Read(Encoding.UTF8.GetBytes(text))?.Key, MailLetter.Read(Encoding.UTF8.GetBytes(text))?.Key);

    [Fact]
    public void Parts_nested_to_keep_the_reader_busy_are_given_up()
    {
        var bomb = string.Concat(Enumerable.Range(0, 500).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n")) + "\ntext";

        Assert.Equal("", MailLetter.Read(Encoding.UTF8.GetBytes(bomb))?.Words ?? "");
    }

    [Fact]
    public async Task Dropped_mail_becomes_an_item_with_its_text()
    {
        using var folder = new TemporaryFolder();
        Old(folder.Write("a/one.eml", Newsletter));
        Old(folder.Write("notes.txt", "not mail"));
        var time = new FakeTime();

        var item = Assert.Single(await ReadAsync(new MailFolderSource(Options.Create(new HttpSettings()), time), folder.Path));

        Assert.Equal(("mid:42%40letters.example", "Probes and truth", DocumentKind.Blog, "2026-11-20"), (item.Key, item.Metadata.Title, item.Metadata.Kind, item.Metadata.Published?.ToString()));
        Assert.Equal(("message/rfc822", Newsletter), (item.Content!.ContentType, Encoding.UTF8.GetString(item.Content.Bytes.Span)));
    }

    [Fact]
    public async Task A_watched_folder_gives_its_files_with_what_stands_beside_them()
    {
        using var folder = new TemporaryFolder();
        Old(folder.Write("post.md", "# Post"));
        Old(folder.Write("post.source.json", """{ "url": "https://lab.example/post?utm_source=x", "publisher": "Lab" }"""));
        Old(folder.Write("other.txt", "x"));

        var items = await ReadAsync(new FolderSource(Options.Create(new HttpSettings()), new FakeTime()), folder.Path);

        Assert.Equal(2, items.Count);
        var post = items.Single(item => item.Key == "https://lab.example/post");
        Assert.Equal(("test", "Lab", "text/markdown", "# Post"), (post.Source, post.Metadata.Publisher, post.Content!.ContentType, Encoding.UTF8.GetString(post.Content.Bytes.Span)));
    }

    [Fact]
    public async Task A_file_that_is_being_written_or_is_too_large_waits()
    {
        using var folder = new TemporaryFolder();
        Old(folder.Write("large.txt", new string('x', 2000)));
        var fresh = folder.Write("fresh.txt", "x");
        var time = new FakeTime();
        File.SetLastWriteTimeUtc(fresh, time.GetUtcNow().UtcDateTime.AddSeconds(-1));

        var failure = await Assert.ThrowsAsync<SourceException>(() => ReadAsync(new FolderSource(Options.Create(new HttpSettings { MaxBodyBytes = 1000 }), time), folder.Path));

        Assert.Equal(PollState.TryLater, failure.State);
        Assert.Contains("2 files", failure.Message, StringComparison.Ordinal);
    }

    private static void Old(string file) => File.SetLastWriteTimeUtc(file, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private static async Task<List<SourceItem>> ReadAsync(ISource kind, string folder)
    {
        var items = new List<SourceItem>();
        await foreach (var item in kind.NewItemsAsync(new() { Name = "test", Url = folder }, CancellationToken.None)) items.Add(item);
        return items;
    }
}

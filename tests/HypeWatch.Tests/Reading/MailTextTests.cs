using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

public sealed class MailTextTests
{
    [Fact]
    public async Task A_newsletter_gives_its_subject_sender_date_and_html_text()
    {
        const string Mail = """
            From: =?utf-8?Q?Otter_Weekly_=C3=A9?= <news@otter.example>
            To: someone@reader.example
            Subject: =?UTF-8?B?R2VhcnMg?=
             =?UTF-8?B?YW5kIHBvbmRz?=
            Date: Mon, 6 May 2024 09:30:00 +0200 (CEST)
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b1"

            --b1
            Content-Type: text/plain; charset=utf-8

            Plain words only.
            --b1
            Content-Type: text/html; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            <html><body><article><h1>Gears and ponds</h1><p>The otter caf=E9 turns =
            gears, as everyone had hoped it would for a long time.</p><p>More of this follows in the next letter, they say.</p></article></body></html>
            --b1--
            """;
        var version = await ReadText.VersionAsync("letter.eml", Mail);
        Assert.Equal("Gears and ponds", version.Document.Title);
        Assert.Equal(["Otter Weekly \u00e9"], version.Document.Authors);
        Assert.Equal("2024-05-06", version.Document.Published.ToString());
        Assert.Contains("The otter caf\u00e9 turns gears, as everyone", version.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Plain words", version.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_of_plain_words_is_read_as_such()
    {
        var version = await ReadText.VersionAsync("a.eml", "From: a@otter.example\nSubject: Hi\nContent-Transfer-Encoding: base64\n\nVGhlIGdlYXIgdHVybnMuIEl0IHJhaW5zLg==\n");
        Assert.Equal(["The gear turns.", "It rains."], version.Passages.Select(version.TextOf));
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\n\nx\n--b--\n")]
    [InlineData("Content-Type: multipart/mixed\n\nwords")]
    public async Task A_mail_without_text_is_refused_with_the_reason(string mail) =>
        Assert.Equal("the mail holds no text part", Assert.IsType<Unreadable>(await ReadText.OutcomeAsync("a.eml", mail)).Reason);

    [Fact]
    public async Task Parts_inside_parts_without_end_are_refused()
    {
        var mail = string.Concat(Enumerable.Range(0, 5000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
        Assert.IsType<Unreadable>(await ReadText.OutcomeAsync("a.eml", mail));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Subject: Fwd\n")]
    public async Task A_letter_that_was_forwarded_whole_is_the_text(string header)
    {
        var version = await ReadText.VersionAsync("a.eml", header + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nSubject: Inside\n\nThe gear turns.\n--b--\n");
        Assert.Equal("The gear turns.", version.Text.Trim());
    }

    [Fact]
    public async Task A_file_that_only_bears_the_name_of_a_mail_is_refused() => Assert.IsType<Unreadable>(await ReadText.OutcomeAsync("a.eml", "The gear turns. It rains."));
}

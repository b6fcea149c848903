using System.Globalization;
using System.Text;
using HypeWatch.Digests;

namespace HypeWatch.Tests.Digests;

public sealed class EmlWriterTests
{
    private const string Reader = "reader@example.org";
    private static readonly DigestSettings Local = new() { From = "HypeWatch <watch@example.org>" };
    private static readonly DigestSettings OnTheWeb = Local with { BaseUrl = "https://watch.example", UnsubscribeKey = "a secret of some length" };

    [Fact]
    public void Both_parts_come_back_as_they_were_the_text_first()
    {
        var issue = Issue(OnTheWeb);
        var mail = Write(OnTheWeb, issue);
        Assert.Contains("\r\nContent-Type: multipart/alternative; boundary=\"", mail, StringComparison.Ordinal);
        var boundary = mail.Split("boundary=\"")[1].Split('"')[0];
        var parts = mail.Split($"\r\n--{boundary}");
        Assert.Equal(4, parts.Length);
        Assert.StartsWith("\r\nContent-Type: text/plain; charset=utf-8\r\n", parts[1], StringComparison.Ordinal);
        Assert.StartsWith("\r\nContent-Type: text/html; charset=utf-8\r\n", parts[2], StringComparison.Ordinal);
        Assert.Equal("--\r\n", parts[3]);
        var writer = new EmlWriter(OnTheWeb);
        Assert.Equal(writer.Text(issue, Reader), Body(parts[1]));
        Assert.Equal(writer.Html(issue, Reader), Body(parts[2]));
    }

    [Fact]
    public void Every_line_ends_with_CRLF_is_ASCII_and_short()
    {
        var mail = Write(OnTheWeb, Issue(OnTheWeb));
        Assert.DoesNotContain('\n', mail.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', mail.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(mail, c => Assert.True(c < 127));
        Assert.All(mail.Split("\r\n").SkipWhile(line => line.Length > 0), line => Assert.True(line.Length <= 76, line));
        Assert.All(mail.Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    [Fact]
    public void The_message_id_is_the_same_for_a_recipient_and_week_and_for_nothing_else()
    {
        var issue = Issue(Local);
        var id = Header(Write(Local, issue), "Message-ID");
        Assert.Equal(id, Header(Write(Local, issue with { MadeAt = issue.MadeAt.AddHours(1), Summary = "Other." }), "Message-ID"));
        Assert.Equal(id, Header(new EmlWriter(Local).Write(issue, "Reader <READER@example.org>", issue.MadeAt), "Message-ID"));
        Assert.NotEqual(id, Header(new EmlWriter(Local).Write(issue, "other@example.org", issue.MadeAt), "Message-ID"));
        Assert.NotEqual(id, Header(Write(Local, issue with { Period = new(2031, 22) }), "Message-ID"));
        Assert.Matches("^<digest-2031-W21-[0-9a-f]{32}@example\\.org>$", id);
    }

    [Fact]
    public void Unsubscribe_headers_stand_only_where_a_web_page_answers_them()
    {
        Assert.DoesNotContain("List-Unsubscribe", Write(Local, Issue(Local)), StringComparison.Ordinal);
        var mail = Write(OnTheWeb, Issue(OnTheWeb));
        Assert.Matches("^<https://watch\\.example/u/[0-9a-f]{40}>, <mailto:watch@example\\.org\\?subject=unsubscribe>$", Header(mail, "List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", Header(mail, "List-Unsubscribe-Post"));
    }

    [Fact]
    public void An_unsubscribe_token_belongs_to_one_recipient_and_key()
    {
        var issue = Issue(OnTheWeb);
        string Token(DigestSettings settings, string recipient) => Header(new EmlWriter(settings).Write(issue, recipient, issue.MadeAt), "List-Unsubscribe");
        Assert.Equal(Token(OnTheWeb, Reader), Token(OnTheWeb, " Reader@Example.org"));
        Assert.NotEqual(Token(OnTheWeb, Reader), Token(OnTheWeb, "other@example.org"));
        Assert.NotEqual(Token(OnTheWeb, Reader), Token(OnTheWeb with { UnsubscribeKey = "another secret of length" }, Reader));
    }

    [Theory]
    [InlineData("reader@example.org\r\nBcc: all@example.org")]
    [InlineData("reader@example.org\nX: y")]
    [InlineData("Reader\u0000 <reader@example.org>")]
    [InlineData("not an address")]
    public void A_recipient_that_could_break_a_header_is_refused(string recipient) =>
        Assert.Throws<ArgumentException>(() => new EmlWriter(Local).Write(Issue(Local), recipient, SampleDigest.MadeAt));

    [Fact]
    public void A_subject_or_sender_with_a_line_end_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Write(Local, Issue(Local) with { Subject = "HypeWatch\r\nBcc: all@example.org" }));
        Assert.Throws<ArgumentException>(() => new EmlWriter(Local with { From = "HypeWatch\r\nBcc: x <watch@example.org>" }));
    }

    [Theory]
    [InlineData("HypeWatch 2031-W21: 2 flags", "HypeWatch 2031-W21: 2 flags")]
    [InlineData("Über", "=?utf-8?B?w5xiZXI=?=")]
    public void A_subject_is_plain_or_encoded(string subject, string header) => Assert.Equal(header, Header(Write(Local, Issue(Local) with { Subject = subject }), "Subject"));

    [Fact]
    public void A_long_subject_is_folded_without_splitting_a_character()
    {
        var subject = string.Concat(Enumerable.Repeat("Ärger 😀 ", 12));
        var words = MimeText.HeaderValue("Subject", subject).Split("\r\n ");
        Assert.True(words.Length > 1);
        Assert.All(words, word => Assert.True(word.Length <= 75));
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        Assert.Equal(subject, string.Concat(words.Select(word => strict.GetString(Convert.FromBase64String(word["=?utf-8?B?".Length..^2])))));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a = b", "a =3D b")]
    [InlineData("ü", "=C3=BC")]
    [InlineData("end \nnext\t\n", "end=20\r\nnext=09\r\n")]
    [InlineData("", "")]
    public void Quoted_printable_follows_RFC_2045(string text, string encoded) => Assert.Equal(encoded, MimeText.QuotedPrintable(text));

    [Fact]
    public void Dates_are_those_of_mail() =>
        Assert.Equal("Mon, 26 May 2031 06:00:00 +0000", Header(Write(Local, Issue(Local)), "Date"));

    private static DigestIssue Issue(DigestSettings settings) => new DigestComposer(settings).Compose(SampleDigest.Full);

    private static string Write(DigestSettings settings, DigestIssue issue) => new EmlWriter(settings).Write(issue, Reader, issue.MadeAt);

    private static string Header(string mail, string name) =>
        mail.Split("\r\n\r\n")[0].Split("\r\n").Single(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];

    private static string Body(string part)
    {
        var encoded = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] != '=') bytes.Add((byte)encoded[i]);
            else
            {
                bytes.Add(byte.Parse(encoded.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]).Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}

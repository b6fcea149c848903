using System.Text.Json;
using HypeWatch.Digests;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Digests.Delivery;

public sealed class MailWriterTests
{
    private const string Reader = """
        import email, json, sys
        from email import policy
        m = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=policy.default)
        parts = [(p.get_content_type(), p['content-transfer-encoding'], p['content-id'], p.get_content_disposition()) for p in m.walk()]
        image = next(p for p in m.walk() if p.get_content_type() == 'image/png').get_content()
        print(json.dumps(dict(headers={k.lower(): str(v) for k, v in m.items()}, parts=parts, text=m.get_body(('plain',)).get_content(), html=m.get_body(('html',)).get_content(),
            magic=image[:8].hex(), size=len(image), defects=[str(d) for p in m.walk() for d in p.defects])))
        """;

    private static readonly DigestSettings OnTheWeb = MailStage.OnTheWeb;
    private static readonly Subscriber Ada = new("sub-ada", "ada@example.org", SubscriberState.Active, new(), SampleDigest.MadeAt, SampleDigest.MadeAt, 0);

    [PythonFact("email")]
    public async Task An_independent_reader_finds_both_parts_the_picture_and_the_headers()
    {
        using var folder = new TemporaryFolder();
        var drawn = Drawn(OnTheWeb);
        var file = Path.Combine(folder.Path, "digest.eml");
        await File.WriteAllTextAsync(file, Writer(OnTheWeb).Write(MailKind.Weekly, "Ada \u00c4xample <ada@example.org>", Ada, drawn, SampleDigest.MadeAt).Message);
        var read = JsonDocument.Parse(await Python.RunAsync(Reader, file)).RootElement;
        Assert.Equal(["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"], read.GetProperty("parts").EnumerateArray().Select(part => part[0].GetString()));
        Assert.Equal(["quoted-printable", "quoted-printable", "base64"], read.GetProperty("parts").EnumerateArray().Where(part => part[0].GetString()!.StartsWith("multipart", StringComparison.Ordinal) is false).Select(part => part[1].GetString()));
        Assert.Equal("<" + MailWriter.PictureAddress["cid:".Length..] + ">", read.GetProperty("parts")[4][2].GetString());
        Assert.Empty(read.GetProperty("defects").EnumerateArray());
        var token = new SubscriptionTokens(OnTheWeb).Make(TokenScope.Reader, Ada)!;
        Assert.Equal(drawn.Text.Replace(MailWriter.TokenPlace, token, StringComparison.Ordinal), read.GetProperty("text").GetString()!.ReplaceLineEndings("\n"));
        Assert.Equal(drawn.Html.Replace(MailWriter.TokenPlace, token, StringComparison.Ordinal), read.GetProperty("html").GetString()!.ReplaceLineEndings("\n"));
        Assert.Equal(("89504e470d0a1a0a", drawn.Chart!.Length), (read.GetProperty("magic").GetString(), read.GetProperty("size").GetInt32()));
        var headers = read.GetProperty("headers");
        Assert.Equal(drawn.Issue.Subject, headers.GetProperty("subject").GetString());
        Assert.Equal("Ada \u00c4xample <ada@example.org>", headers.GetProperty("to").GetString());
        Assert.Equal($"<https://watch.example/u/{token}>, <mailto:watch@example.org?subject=unsubscribe%20{token}>", headers.GetProperty("list-unsubscribe").GetString()!.Trim());
        Assert.Equal("List-Unsubscribe=One-Click", headers.GetProperty("list-unsubscribe-post").GetString());
        Assert.Matches("^<weekly-2031-w21-[0-9a-f]{32}@example\\.org>$", headers.GetProperty("message-id").GetString());
    }

    [Fact]
    public void The_same_mail_has_the_same_bytes_and_another_recipient_or_week_another_id()
    {
        var (writer, drawn) = (Writer(OnTheWeb), Drawn(OnTheWeb));
        var mail = writer.Write(MailKind.Weekly, "ada@example.org", Ada, drawn, SampleDigest.MadeAt);
        Assert.Equal(mail, writer.Write(MailKind.Weekly, "ADA@example.org", Ada, drawn, SampleDigest.MadeAt) with { Message = mail.Message });
        Assert.Equal(mail.Message, writer.Write(MailKind.Weekly, "ada@example.org", Ada, drawn, SampleDigest.MadeAt).Message);
        Assert.NotEqual(mail.Id, writer.Write(MailKind.Weekly, "bob@example.org", null, drawn, SampleDigest.MadeAt).Id);
        Assert.NotEqual(mail.Id, writer.Write(MailKind.Weekly, "ada@example.org", Ada, drawn with { Issue = drawn.Issue with { Period = new(2031, 22) } }, SampleDigest.MadeAt).Id);
    }

    [Fact]
    public void Every_line_ends_with_CRLF_is_ASCII_and_short()
    {
        var message = Writer(OnTheWeb).Write(MailKind.Weekly, "ada@example.org", Ada, Drawn(OnTheWeb), SampleDigest.MadeAt).Message;
        Assert.DoesNotContain(message.Replace("\r\n", "", StringComparison.Ordinal), c => c is '\r' or '\n' or > '~');
        Assert.All(message.Split("\r\n"), line => Assert.True(line.Length <= 998, line));
    }

    [Fact]
    public void Unsubscribe_headers_stand_only_where_a_web_page_answers_them()
    {
        Assert.DoesNotContain("List-Unsubscribe", Writer(new()).Write(MailKind.Weekly, "ada@example.org", Ada, Drawn(new()), SampleDigest.MadeAt).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", Writer(OnTheWeb).WriteConfirmation(Ada, SampleDigest.MadeAt).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reader@example.org\r\nBcc: all@example.org")]
    [InlineData("reader@example.org\nX: y")]
    [InlineData("Reader\u0000 <reader@example.org>")]
    public void Threat_32_a_recipient_that_would_make_a_header_of_its_own_is_refused(string recipient) =>
        Assert.Throws<HypeWatchException>(() => Writer(OnTheWeb).Write(MailKind.Weekly, recipient, null, Drawn(OnTheWeb), SampleDigest.MadeAt));

    [Fact]
    public void Threat_32_a_subject_that_would_make_a_header_of_its_own_is_refused()
    {
        var drawn = Drawn(OnTheWeb);
        Assert.Throws<HypeWatchException>(() => Writer(OnTheWeb).Write(MailKind.Weekly, "ada@example.org", null, drawn with { Issue = drawn.Issue with { Subject = "x\r\nBcc: all@example.org" } }, SampleDigest.MadeAt));
    }

    private static MailWriter Writer(DigestSettings settings) => new(settings, new SubscriptionTokens(settings));

    private static DrawnDigest Drawn(DigestSettings settings)
    {
        var issue = new DigestComposer(settings).Compose(SampleDigest.Full);
        return new(issue, DigestTextRenderer.Render(issue, new DigestAddresses(settings).ReadersOwn), "<p>.\u00fcml\u00e4ut \ud83d\ude00 reader-token</p>\n.\n", ChartPicture.Draw(issue.Chart!));
    }
}

using System.Text;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Model;
using MimeKit;

namespace HypeWatch.Digests;

/// <summary>A digest drawn once for all who get it; <see cref="MailWriter.TokenPlace"/> stands where a reader's own token belongs.</summary>
/// <param name="Issue">The digest.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="Html">Its HTML.</param>
/// <param name="Chart">Its chart as a PNG; null when it has none.</param>
public sealed record DrawnDigest(DigestIssue Issue, string Text, string Html, byte[]? Chart);

/// <summary>
/// Writes mails (RFC 5322) as the bytes that are kept and sent: text first, HTML with its picture second, a Message-ID that is the same for the same
/// recipient, kind and period, and one-click unsubscribe headers (RFC 8058) where there is a web address that answers them. Deterministic but for the date.
/// </summary>
public sealed class MailWriter(DigestSettings settings, SubscriptionTokens tokens)
{
    /// <summary>Stands in a drawn digest for a reader's token.</summary>
    public const string TokenPlace = "reader-token";

    private const string PictureId = "flags-by-kind";

    private static readonly FormatOptions Lines = MakeLines();

    /// <summary>Address of the picture inside a mail.</summary>
    public const string PictureAddress = "cid:" + PictureId + "@hypewatch";

    /// <summary>The mail of a digest.</summary>
    /// <param name="kind">Weekly or urgent.</param>
    /// <param name="recipient">Address, with or without a name.</param>
    /// <param name="reader">The reader, for own links; null for a recipient of the settings, who has none.</param>
    /// <param name="digest">The digest.</param>
    /// <param name="date">Value of the Date header.</param>
    /// <exception cref="HypeWatchException">The recipient is no mail address.</exception>
    public NewMail Write(MailKind kind, string recipient, Subscriber? reader, DrawnDigest digest, DateTimeOffset date)
    {
        var unsubscribe = reader is null ? null : tokens.Make(TokenScope.Reader, reader);
        var message = Envelope(recipient, digest.Issue.Subject, MailLedger.IdOf(kind, digest.Issue.Name, SubscriberStore.Bare(recipient)), date);
        if (unsubscribe is not null && settings.BaseUrl is { } root)
        {
            // The mail's own address, so that a reader whose client knows no web can leave too; the token names the reader.
            var from = ((MailboxAddress)message.From[0]).Address;
            message.Headers.Add("List-Unsubscribe", $"<{root.TrimEnd('/')}/u/{unsubscribe}>, <mailto:{from}?subject=unsubscribe%20{unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        var text = Part("plain", Own(digest.Text, unsubscribe));
        MimeEntity html = Part("html", Own(digest.Html, unsubscribe));
        if (digest.Chart is { } picture)
        {
            var image = new MimePart("image", "png")
            {
                Content = new MimeContent(new MemoryStream(picture)), ContentTransferEncoding = ContentEncoding.Base64, ContentId = PictureId + "@hypewatch",
                ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = PictureId + ".png" },
            };
            html = Bounded(new MultipartRelated { html, image }, message.MessageId + "r");
        }

        message.Body = Bounded(new MultipartAlternative { text, html }, message.MessageId + "a");
        return Stored(message, kind, recipient, digest.Issue.Name);
    }

    /// <summary>The question whether an address is meant. It carries no unsubscribe header: there is nothing to leave yet.</summary>
    /// <exception cref="HypeWatchException">There is no web address to confirm at.</exception>
    public NewMail WriteConfirmation(Subscriber reader, DateTimeOffset date)
    {
        if (tokens.Make(TokenScope.Confirm, reader) is not { } token || settings.BaseUrl is not { } root)
            throw new HypeWatchException("a subscription is confirmed on the web: set Digest:BaseUrl and Digest:UnsubscribeKey");
        var period = Storage.Instant.Write(reader.AskedAt);
        var message = Envelope(reader.Address, "HypeWatch: please confirm your subscription", MailLedger.IdOf(MailKind.Confirmation, period, reader.Address), date);
        message.Body = Part("plain", $"""
            Somebody, probably you, asked for the weekly HypeWatch digest at this address.

            To get it, open this page and press the button:
            {root.TrimEnd('/')}/confirm/{token}

            If it was not you, do nothing: without the button no digest is sent.

            """.ReplaceLineEndings("\n"));
        return Stored(message, MailKind.Confirmation, reader.Address, period);
    }

    private MimeMessage Envelope(string recipient, string subject, string id, DateTimeOffset date)
    {
        // What could end a header and begin another is refused rather than encoded.
        if (subject.Any(char.IsControl) || recipient.Any(char.IsControl)) throw new HypeWatchException("a header of the mail would have a line end or control character");
        var from = MailboxAddress.Parse(settings.From);
        var message = new MimeMessage();
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(recipient));
        message.Subject = subject;
        message.Date = date.ToUniversalTime();
        message.MessageId = $"{id}@{from.Domain}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static NewMail Stored(MimeMessage message, MailKind kind, string recipient, string period)
    {
        message.Prepare(EncodingConstraint.SevenBit);
        using var bytes = new MemoryStream();
        message.WriteTo(Lines, bytes);
        var bare = SubscriberStore.Bare(recipient);
        return new(MailLedger.IdOf(kind, period, bare), bare, kind, period, null, Encoding.ASCII.GetString(bytes.ToArray()));
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static T Bounded<T>(T parts, string seed) where T : Multipart
    {
        parts.Boundary = $"=_{ContentId.Sha256(seed)[..32]}";
        return parts;
    }

    private static string Own(string text, string? token) => token is null ? text : text.Replace(TokenPlace, token, StringComparison.Ordinal);

    private static FormatOptions MakeLines()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}

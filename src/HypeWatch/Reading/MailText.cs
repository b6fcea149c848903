using HypeWatch.Model;
using MimeKit;

namespace HypeWatch.Reading;

/// <summary>Reads a saved mail, such as a newsletter: subject, sender and date from its header, its HTML like a page, else its plain text. Attachments are not read.</summary>
internal static class MailText
{
    private const string Method = "mail/2";
    private const int MaxForwards = 8;

    // Parts nested deeper than any letter are there to keep a reader busy.
    private static readonly ParserOptions Options = new() { MaxMimeDepth = 32 };

    /// <summary>Reads a mail.</summary>
    /// <exception cref="UnreadableException">It holds no text.</exception>
    public static Extraction Read(ReadOnlySpan<byte> bytes, string address, int maxDepth)
    {
        var mail = Parse(bytes);
        if (BodyOf(mail) is not { } body) throw new UnreadableException("the mail holds no text part");
        var subject = mail.Subject?.Trim();
        var read = body.IsHtml ? HtmlText.Read(body.Text, address, subject, maxDepth) : PlainText.Read(body.Text);
        var metadata = read.Metadata with
        {
            Title = string.IsNullOrEmpty(subject) ? read.Metadata.Title : subject,
            Authors = mail.From.Mailboxes.FirstOrDefault()?.Name is { Length: > 0 } sender ? AuthorNames.Clean([sender]) : read.Metadata.Authors,
            Published = mail.Date > DateTimeOffset.UnixEpoch ? PublicationDate.Of(mail.Date, "mail:date") : read.Metadata.Published,
        };
        return read with { Method = Method, Metadata = metadata };
    }

    private static MimeMessage Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            return MimeMessage.Load(Options, stream);
        }
        catch (FormatException)
        {
            throw new UnreadableException("the file is no mail: it does not begin with header lines");
        }
    }

    private static (string Text, bool IsHtml)? BodyOf(MimeMessage mail)
    {
        for (var forwards = 0; forwards <= MaxForwards; forwards++)
        {
            if (mail.HtmlBody is { } html && !string.IsNullOrWhiteSpace(html)) return (html, true);
            if (mail.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain)) return (plain, false);
            // A letter that was forwarded whole is the text of one that says nothing itself.
            if (mail.BodyParts.OfType<MessagePart>().FirstOrDefault()?.Message is not { } forwarded) return null;
            mail = forwarded;
        }

        return null;
    }
}

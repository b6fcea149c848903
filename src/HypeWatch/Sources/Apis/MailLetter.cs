using System.Text;
using System.Text.RegularExpressions;
using HypeWatch.Model;
using MimeKit;

namespace HypeWatch.Sources.Apis;

/// <summary>A mail as far as its source must know it: who, when, about what. Its text is read later, from the same bytes.</summary>
/// <param name="Key">Address of the message: <c>mid:</c> and its Message-ID (RFC 2392), or the hash of its text.</param>
/// <param name="Subject">Subject, on one line.</param>
/// <param name="From">Name of the sender, else its address; empty when none is stated.</param>
/// <param name="Date">When it was sent; null when it does not say.</param>
/// <param name="Words">Its own text, HTML or plain, in which a source's terms are looked for.</param>
/// <param name="Bytes">The message as it lies in the folder or mailbox.</param>
internal sealed partial record MailLetter(string Key, string Subject, string From, DateTimeOffset? Date, string Words, ReadOnlyMemory<byte> Bytes)
{
    private static readonly ParserOptions Options = new() { MaxMimeDepth = 32 };

    /// <summary>Reads a message; null when the bytes hold none.</summary>
    public static MailLetter? Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        try
        {
            return Of(MimeMessage.Load(Options, stream), bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The messages of a mailbox (RFC 4155), each with its own bytes.</summary>
    public static IEnumerable<MailLetter> Box(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        var parser = new MimeParser(Options, stream, MimeFormat.Mbox);
        while (Next(parser) is { } message)
        {
            using var copy = new MemoryStream();
            message.WriteTo(copy);
            // A line "From " of a text was quoted when it was put into the mailbox.
            yield return Of(message, Encoding.Latin1.GetBytes(Quoted().Replace(Encoding.Latin1.GetString(copy.GetBuffer(), 0, (int)copy.Length), "${line}")));
        }
    }

    private static MimeMessage? Next(MimeParser parser)
    {
        try
        {
            return parser.IsEndOfStream ? null : parser.ParseMessage();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static MailLetter Of(MimeMessage message, byte[] bytes)
    {
        var id = message.MessageId ?? "";
        var words = message.HtmlBody ?? message.TextBody ?? "";
        var sender = message.From.Mailboxes.FirstOrDefault();
        return new(
            "mid:" + (id.Length is > 2 and < 500 && id.All(c => c is > ' ' and < (char)127) ? Uri.EscapeDataString(id) : ContentId.Sha256(words)),
            ApiText.Line(message.Subject), ApiText.Line(string.IsNullOrWhiteSpace(sender?.Name) ? sender?.Address : sender.Name),
            message.Date > DateTimeOffset.UnixEpoch ? message.Date : null, words, bytes);
    }

    [GeneratedRegex(@"^>(?<line>>*From )", RegexOptions.Multiline | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Quoted();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Reads a saved mail, such as a newsletter: subject, sender and date from its header, its HTML like a page, else its plain text.</summary>
internal static partial class MailText
{
    private const string Method = "mail/1";

    /// <summary>Reads a mail.</summary>
    /// <exception cref="UnreadableException">It holds no text.</exception>
    public static Extraction Read(ReadOnlySpan<byte> bytes, string address, int maxDepth)
    {
        var mail = Encoding.Latin1.GetString(bytes);
        if (MailBody.Of(mail) is not { } body) throw new UnreadableException("the mail holds no text part");
        var (headers, _) = MailHeaders.Read(mail, 0, mail.Length);
        var subject = headers["Subject"]?.Trim();
        var read = body.IsHtml ? HtmlText.Read(body.Text, address, subject, maxDepth) : PlainText.Read(body.Text);
        var metadata = read.Metadata with
        {
            Title = string.IsNullOrEmpty(subject) ? read.Metadata.Title : subject,
            Authors = headers["From"] is { } from ? AuthorNames.Clean([Address().Replace(from, "").Trim(' ', '"')]) : read.Metadata.Authors,
            Published = headers["Date"] is { } date && DateTimeOffset.TryParse(Comment().Replace(date, ""), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var sent)
                ? PublicationDate.OnDay(DateOnly.FromDateTime(sent.UtcDateTime), "mail:date")
                : read.Metadata.Published,
        };
        return read with { Method = Method, Metadata = metadata };
    }

    [GeneratedRegex(@"<[^<>]{0,300}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\([^()]{0,100}\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();
}

using System.Globalization;
using System.Net.Mail;
using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>
/// Writes a digest as a mail (RFC 5322) in the form of an <c>.eml</c> file: multipart/alternative with the text first, a Message-ID that is the same for the
/// same recipient and week, and one-click unsubscribe headers (RFC 8058) when there is a web address that answers them. Deterministic.
/// </summary>
public sealed class EmlWriter
{
    private readonly DigestSettings settings;
    private readonly DigestAddresses addresses;
    private readonly MailAddress from;

    /// <summary>Makes a writer.</summary>
    /// <exception cref="ArgumentException"><see cref="DigestSettings.From"/> is no mail address.</exception>
    public EmlWriter(DigestSettings settings)
    {
        this.settings = settings;
        addresses = new(settings);
        MimeText.Check("From", settings.From);
        from = MailAddress.TryCreate(settings.From, out var address) ? address : throw new ArgumentException("Digest:From is no mail address", nameof(settings));
    }

    /// <summary>The text part for a recipient.</summary>
    public string Text(DigestIssue issue, string recipient) => DigestTextRenderer.Render(issue, addresses.Unsubscribe(recipient));

    /// <summary>The HTML part for a recipient.</summary>
    public string Html(DigestIssue issue, string recipient) => DigestHtmlRenderer.Render(issue, addresses.Unsubscribe(recipient));

    /// <summary>The mail.</summary>
    /// <param name="issue">The digest.</param>
    /// <param name="recipient">An address, or <c>Name &lt;address&gt;</c>.</param>
    /// <param name="date">Value of the Date header.</param>
    /// <exception cref="ArgumentException">The recipient is no mail address, or a header would have a line end.</exception>
    public string Write(DigestIssue issue, string recipient, DateTimeOffset date)
    {
        MimeText.Check("To", recipient);
        if (!MailAddress.TryCreate(recipient, out var to)) throw new ArgumentException($"'{recipient}' is no mail address", nameof(recipient));
        var id = $"digest-{issue.Period}-{ContentId.Sha256($"{to.Address.ToLowerInvariant()}\n{issue.Period}")[..32]}";
        var boundary = $"=_{ContentId.Sha256(id)[..32]}";

        var mail = new StringBuilder();
        Header(mail, "From", Mailbox("From", from));
        Header(mail, "To", Mailbox("To", to));
        Header(mail, "Subject", MimeText.HeaderValue("Subject", issue.Subject));
        Header(mail, "Date", date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(mail, "Message-ID", $"<{id}@{from.Host}>");
        if (addresses.Unsubscribe(recipient) is { } unsubscribe)
        {
            Header(mail, "List-Unsubscribe", $"<{unsubscribe.Url}>, <mailto:{from.Address}?subject=unsubscribe>");
            Header(mail, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        Header(mail, "Auto-Submitted", "auto-generated");
        Header(mail, "MIME-Version", "1.0");
        Header(mail, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        Part(mail, boundary, "text/plain", Text(issue, recipient));
        Part(mail, boundary, "text/html", Html(issue, recipient));
        return mail.Append("\r\n--").Append(boundary).Append("--\r\n").ToString();
    }

    /// <summary>The recipients of the settings, or the one that stands for nobody.</summary>
    public IReadOnlyList<string> Recipients => settings.Recipients.Count > 0 ? settings.Recipients : [DigestSettings.Nobody];

    private static string Mailbox(string header, MailAddress address) =>
        address.DisplayName.Length == 0 ? address.Address
        : address.DisplayName.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ') ? $"{address.DisplayName} <{address.Address}>"
        : address.DisplayName.All(char.IsAscii) ? $"\"{address.DisplayName.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{address.Address}>"
        : $"{MimeText.HeaderValue(header, address.DisplayName)} <{address.Address}>";

    private static void Header(StringBuilder mail, string name, string value)
    {
        // The only line end in a value is the fold between encoded words.
        MimeText.Check(name, value.Replace("?=\r\n =?", "", StringComparison.Ordinal));
        mail.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    private static void Part(StringBuilder mail, string boundary, string type, string text)
    {
        mail.Append("\r\n--").Append(boundary).Append("\r\nContent-Type: ").Append(type).Append("; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        mail.Append(MimeText.QuotedPrintable(text));
    }
}

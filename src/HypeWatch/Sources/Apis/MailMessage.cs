using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Sources.Apis;

/// <summary>A mail message as far as a newsletter needs it (RFC 5322, MIME of RFC 2045 to 2047): who, when, about what, and its text. Attachments are not looked at.</summary>
/// <param name="Key">Address of the message: <c>mid:</c> and its Message-ID (RFC 2392), or the hash of its text.</param>
/// <param name="Subject">Subject.</param>
/// <param name="From">Name of the sender, else its address.</param>
/// <param name="Date">When it was sent.</param>
/// <param name="Text">The HTML part, else the plain one.</param>
/// <param name="IsHtml">Which of the two.</param>
internal sealed partial record MailMessage(string Key, string Subject, string From, DateTimeOffset? Date, string Text, bool IsHtml)
{
    private const int DeepestParts = 10;
    private const int MostParts = 200;

    /// <summary>Reads a message; null when it has no text.</summary>
    public static MailMessage? Read(byte[] bytes)
    {
        // Latin-1 keeps each byte as one character until the part's own character set is known.
        var (headers, body) = Split(Encoding.Latin1.GetString(bytes));
        var budget = MostParts;
        var parts = Texts(headers, body, 0, ref budget);
        var html = parts.Find(part => part.IsHtml && part.Text.Trim().Length > 0);
        var chosen = html.Text is null ? parts.Find(part => !part.IsHtml && part.Text.Trim().Length > 0) : html;
        if (chosen.Text is null) return null;

        var id = headers.GetValueOrDefault("message-id", "").Trim().Trim('<', '>');
        var key = id.Length is > 2 and < 500 && id.All(c => c is > ' ' and < (char)127) ? "mid:" + Uri.EscapeDataString(id) : "mid:" + ContentId.Sha256(chosen.Text);
        var from = Decoded(headers.GetValueOrDefault("from", ""));
        var name = Address().Match(from) is { Success: true } match ? match.Groups["name"].Value.Trim(' ', '"') is { Length: > 0 } shown ? shown : match.Groups["address"].Value : from;
        var date = headers.GetValueOrDefault("date", "").Split('(')[0].Trim();
        return new(
            key, ApiText.Line(Decoded(headers.GetValueOrDefault("subject", ""))), ApiText.Line(name),
            DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null, chosen.Text, chosen.IsHtml);
    }

    /// <summary>The messages of a mailbox (RFC 4155): each begins with a line "From " after an empty line.</summary>
    public static IEnumerable<byte[]> Box(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var starts = Start().Matches(text).Select(match => match.Index + match.Length - match.Groups["line"].Length).ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var message = text[starts[i]..(i + 1 < starts.Count ? starts[i + 1] : text.Length)];
            var end = message.IndexOf('\n', StringComparison.Ordinal);
            if (end > 0) yield return Encoding.Latin1.GetBytes(Quoted().Replace(message[(end + 1)..], "${line}"));
        }
    }

    private static List<(string Text, bool IsHtml)> Texts(Dictionary<string, string> headers, string body, int depth, ref int budget)
    {
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        if (depth > DeepestParts || --budget < 0 || headers.GetValueOrDefault("content-disposition", "").TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase)) return [];
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && Parameter(type, "boundary") is { Length: > 0 } boundary)
        {
            var found = new List<(string, bool)>();
            foreach (var part in body.Split("--" + boundary).Skip(1))
            {
                if (part.StartsWith("--", StringComparison.Ordinal)) break;
                var (inner, text) = Split(part.TrimStart('\r', '\n'));
                found.AddRange(Texts(inner, text, depth + 1, ref budget));
            }

            return found;
        }

        var isHtml = type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
        if (!isHtml && !type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)) return [];
        var bytes = headers.GetValueOrDefault("content-transfer-encoding", "").Trim().ToLowerInvariant() switch
        {
            "base64" => Base64(body),
            "quoted-printable" => QuotedPrintable(body),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return [(ApiText.Legible(Charset(Parameter(type, "charset")).GetString(bytes)), isHtml)];
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string message)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        string? last = null;
        while (at < message.Length)
        {
            var end = message.IndexOf('\n', at);
            var line = (end < 0 ? message[at..] : message[at..end]).TrimEnd('\r');
            at = end < 0 ? message.Length : end + 1;
            if (line.Length == 0) break;
            if (line[0] is ' ' or '\t' && last is not null) headers[last] += " " + line.Trim();
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                last = line[..colon].Trim();
                if (!headers.TryAdd(last, line[(colon + 1)..].Trim())) last = null;
            }
        }

        return (headers, message[at..]);
    }

    private static string? Parameter(string header, string name) =>
        Regex.Match(header, $"""(?:^|;)\s*{name}\s*=\s*(?:"(?<value>[^"]*)"|(?<value>[^\s;]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } match
            ? match.Groups["value"].Value
            : null;

    private static Encoding Charset(string? name)
    {
        try
        {
            return name is null ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static byte[] Base64(string text)
    {
        var clean = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        return Convert.FromBase64String(clean[..(clean.Length / 4 * 4)] + (clean.Length % 4) switch { 2 => clean[^2..] + "==", 3 => clean[^3..] + "=", _ => "" });
    }

    private static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=') bytes.Add((byte)text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            else if (i + 2 < text.Length && text[i + 1] == '\r' && text[i + 2] == '\n') i += 2;
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else bytes.Add((byte)'=');
        }

        return [.. bytes];
    }

    // Words of a header that are no ASCII (RFC 2047); white space between two of them is none.
    private static string Decoded(string header) => EncodedWord().Replace(
        Between().Replace(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(header)), "${end}"),
        match =>
        {
            var text = match.Groups["text"].Value;
            var bytes = match.Groups["how"].Value is "B" or "b" ? Base64(text) : QuotedPrintable(text.Replace('_', ' '));
            return Charset(match.Groups["set"].Value.Split('*')[0]).GetString(bytes);
        });

    [GeneratedRegex(@"=\?(?<set>[^?\s]{1,40})\?(?<how>[BbQq])\?(?<text>[^?\s]{0,2000})\?=", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(?<end>\?=)\s{1,20}(?==\?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?<name>.{0,300}?)\s*<(?<address>[^<>]{1,300})>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:\A|\n\r?\n)(?<line>From )", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Start();

    [GeneratedRegex(@"^>(?<line>>*From )", RegexOptions.Multiline | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Quoted();
}

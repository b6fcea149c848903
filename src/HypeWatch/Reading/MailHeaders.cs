using System.Text;
using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>The header lines of a mail or of one of its parts, folded lines joined and encoded words decoded (RFC 5322, RFC 2047).</summary>
internal sealed partial class MailHeaders
{
    private const int MaxLines = 2000;

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    private MailHeaders()
    {
    }

    /// <summary>A field's value, encoded words decoded; null when it is missing.</summary>
    public string? this[string name] => fields.TryGetValue(name, out var value) ? Decode(value) : null;

    /// <summary>The media type in lower case; plain text when none is named.</summary>
    public string MediaType => (fields.GetValueOrDefault("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Reads the lines up to the first empty one.</summary>
    /// <param name="mail">The mail, one character a byte.</param>
    /// <param name="from">Where the header begins.</param>
    /// <param name="to">Where the part ends.</param>
    /// <returns>The header, and where the body begins.</returns>
    public static (MailHeaders Headers, int Body) Read(string mail, int from, int to)
    {
        var headers = new MailHeaders();
        string? name = null;
        for (var lines = 0; from < to && lines < MaxLines; lines++)
        {
            var end = mail.IndexOf('\n', from, to - from);
            if (end < 0) end = to;
            var line = mail.AsSpan(from, end - from).TrimEnd('\r');
            from = Math.Min(to, end + 1);
            if (line.IsEmpty) break;
            if (line[0] is ' ' or '\t' && name is not null)
            {
                headers.fields[name] += " " + line.Trim().ToString();
                continue;
            }

            var colon = line.IndexOf(':');
            if (colon <= 0) continue;
            name = line[..colon].Trim().ToString();
            // The first of several counts: later ones were added to deceive or by lists.
            if (!headers.fields.TryAdd(name, line[(colon + 1)..].Trim().ToString())) name = null;
        }

        return (headers, from);
    }

    /// <summary>A parameter of a field, such as the boundary of <c>Content-Type</c>; null when it is missing.</summary>
    public string? Parameter(string field, string name)
    {
        if (!fields.TryGetValue(field, out var value)) return null;
        foreach (Match match in ParameterPattern().Matches(value))
        {
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) return match.Groups["value"].Value.Trim('"');
        }

        return null;
    }

    /// <summary>The encoding of a name; UTF-8 when it is unknown.</summary>
    public static Encoding Charset(string? name)
    {
        if (name is null) return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static string Decode(string value)
    {
        // White space between two encoded words is no part of the text.
        var joined = BetweenWords().Replace(value, "");
        return EncodedWord().Replace(joined, match =>
        {
            var bytes = match.Groups["kind"].Value is "B" or "b" ? MailBody.Base64(match.Groups["text"].Value) : MailBody.QuotedPrintable(match.Groups["text"].Value.Replace('_', ' '));
            return Charset(match.Groups["charset"].Value).GetString(bytes);
        });
    }

    [GeneratedRegex(@";\s*(?<name>[A-Za-z-]{1,40})\s*=\s*(?<value>""[^""]{0,400}""|[^;\s]{0,400})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ParameterPattern();

    [GeneratedRegex(@"=\?(?<charset>[A-Za-z0-9_-]{2,40})(?:\*[A-Za-z-]{1,20})?\?(?<kind>[BbQq])\?(?<text>[^?\s]{0,400})\?=", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BetweenWords();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Sources.Apis;

/// <summary>Strings, instants and addresses as services write them.</summary>
internal static partial class ApiText
{
    private const long FirstMillisecond = 100_000_000_000;

    /// <summary>A text without control characters other than line ends and tabs, and without the marks that turn the reading direction around.</summary>
    public static string Legible(string text) => Illegible().Replace(NormalizedText.From(text), "");

    /// <summary>One line of words: without markup, entities, line ends and double spaces.</summary>
    public static string Line(string? text) => text is null ? "" : FeedText.Plain(Legible(text));

    /// <summary>The first words of a text that has no title, cut at a word.</summary>
    public static string Opening(string? text, int longest = 120)
    {
        var line = Line(text);
        if (line.Length <= longest) return line;
        var cut = line.LastIndexOf(' ', longest);
        return line[..(cut > longest / 2 ? cut : char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)] + "…";
    }

    /// <summary>An instant: ISO 8601, the compact form of GDELT and CDX, RFC 822, or seconds or milliseconds since 1970; null for anything else.</summary>
    public static DateTimeOffset? Time(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var trimmed = text.Trim();
        if (trimmed.Length is 14 or 15 or 16 &&
            DateTimeOffset.TryParseExact(trimmed.TrimEnd('Z'), ["yyyyMMdd'T'HHmmss", "yyyyMMddHHmmss"], CultureInfo.InvariantCulture, Utc, out var compact)) return compact;
        if (double.TryParse(trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number is > 0 and < FirstMillisecond * 1000d && (long)number is var epoch ? DateTimeOffset.FromUnixTimeMilliseconds(epoch >= FirstMillisecond ? epoch : epoch * 1000) : null;
        return trimmed.Length is >= 10 and < 64 && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, Utc, out var instant) ? instant : null;
    }

    /// <summary>The UTC day of an instant as a publication date.</summary>
    public static PublicationDate? Day(DateTimeOffset? instant, string basis) => instant is { } at ? PublicationDate.Of(at, basis) : null;

    /// <summary>An address with one query parameter set; null removes it.</summary>
    public static Uri With(Uri url, string name, string? value)
    {
        var pairs = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => pair.Split('=', 2)[0] != name);
        if (value is not null) pairs = pairs.Append($"{name}={Uri.EscapeDataString(value)}");
        return new UriBuilder(url) { Query = string.Join('&', pairs) }.Uri;
    }

    /// <summary>A query parameter of an address; null when it is not there.</summary>
    public static string? Parameter(Uri url, string name)
    {
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (parts[0] == name) return parts.Length < 2 ? "" : Uri.UnescapeDataString(parts[1].Replace('+', ' '));
        }

        return null;
    }

    /// <summary>A whole number in a query parameter.</summary>
    public static int Parameter(Uri url, string name, int otherwise) =>
        int.TryParse(Parameter(url, name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>An address with a fresh query; parameters without a value are left out.</summary>
    public static Uri Address(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var text = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (value is null) continue;
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new(text.ToString());
    }

    /// <summary>JSON with raw control characters and impossible escapes left out, as GDELT sends them.</summary>
    public static string MendJson(string json) => ImpossibleEscape().Replace(RawControl().Replace(json, " "), "${kept}${rest}");

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\uDB40[\uDC00-\uDC7F]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Illegible();

    [GeneratedRegex(@"[\u0000-\u001F]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex RawControl();

    [GeneratedRegex(@"(?<kept>(?<!\\)(?:\\\\)*)\\(?<rest>[^""\\/bfnrtu]|u(?![0-9A-Fa-f]{4}))", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex ImpossibleEscape();
}

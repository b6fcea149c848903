using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Reads publication dates as pages print them, in the invariant culture and UTC (sources section 1), with the precision they have.</summary>
internal static partial class DocumentDates
{
    /// <summary>A stated date: ISO 8601 in any precision, or words such as <c>July 7, 2026</c>, <c>16 April 2025</c>, <c>February 2026</c>; null when there is none.</summary>
    public static PublicationDate? Stated(string? text, string basis, bool monthFirst = true)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 400) return null;
        var trimmed = text.Trim();
        // Other orders than year, month, day are for the scanner, which knows which number is the month.
        var iso = trimmed.Length == 4 || trimmed.Length > 6 && trimmed[4] == '-' ? PublicationDate.TryParseIso(trimmed, basis) : null;
        return iso ?? InWords(trimmed, basis, monthFirst);
    }

    /// <summary>The day as it stands in an ISO 8601 text, before it is turned to UTC; null when the text is of another kind.</summary>
    public static DateOnly? PrintedDay(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length >= 10 && DateOnly.TryParseExact(trimmed[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The first date in running words; a day is preferred to a month.</summary>
    public static PublicationDate? InWords(string text, string basis, bool monthFirst = true)
    {
        FoundDate? month = null;
        foreach (var found in DateScanner.In(text, monthFirst))
        {
            if (found.Day > 0) return PublicationDate.OnDay(new(found.Year, found.Month, found.Day), basis);
            month ??= found;
        }

        return month is { } only ? PublicationDate.TryParseIso(string.Create(CultureInfo.InvariantCulture, $"{only.Year}-{only.Month:00}"), basis) : null;
    }

    /// <summary>A date in an address: <c>/2024/05/21/</c>, <c>2024-05-21-title</c>, <c>/2024/05/</c>, <c>/2024/</c>, or the month in an arXiv identifier.</summary>
    public static PublicationDate? InAddress(string url)
    {
        if (CanonicalUrl.ArxivId(url) is { } arxiv && arxiv.Length > 4 && char.IsAsciiDigit(arxiv[0]))
            return PublicationDate.TryParseIso($"20{arxiv[..2]}-{arxiv[2..4]}", "arxiv-id");
        var path = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.AbsolutePath : url;
        var match = AddressPattern().Match(path);
        if (!match.Success) return null;
        var (year, month, day) = (match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value);
        return PublicationDate.TryParseIso($"{year}-{month}-{day}", "address") ?? PublicationDate.TryParseIso($"{year}-{month}", "address") ?? PublicationDate.TryParseIso(year, "address");
    }

    [GeneratedRegex(@"(?<![\d.])(?<y>20[0-3]\d)(?:(?:[/_-](?<m>0[1-9]|1[0-2])(?:[/_-](?<d>\d\d))?)(?!\d)|(?=/))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressPattern();
}

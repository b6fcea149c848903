using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Reads publication dates as pages print them, in the invariant culture and UTC (sources section 1), with the precision they have.</summary>
internal static partial class DocumentDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>A stated date: ISO 8601 in any precision, or words such as <c>July 7, 2026</c>, <c>16 April 2025</c>, <c>February 2026</c>; null when there is none.</summary>
    public static PublicationDate? Stated(string? text, string basis)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 400) return null;
        return PublicationDate.TryParseIso(text.Trim(), basis) ?? InWords(text, basis);
    }

    /// <summary>The first date in running words; a day is preferred to a month.</summary>
    public static PublicationDate? InWords(string text, string basis)
    {
        var day = DayPattern().Match(text);
        if (day.Success && Day(day.Groups["y"], Month(day.Groups["m"].Value), day.Groups["d"]) is { } date) return PublicationDate.OnDay(date, basis);
        var iso = IsoPattern().Match(text);
        if (iso.Success && PublicationDate.TryParseIso(iso.Value, basis) is { } exact) return exact;
        var month = MonthPattern().Match(text);
        return month.Success ? PublicationDate.TryParseIso(string.Create(CultureInfo.InvariantCulture, $"{month.Groups["y"].Value}-{Month(month.Groups["m"].Value):00}"), basis) : null;
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

    private static int Month(string name) => Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;

    private static DateOnly? Day(Group year, int month, Group day)
    {
        var (y, d) = (int.Parse(year.ValueSpan, CultureInfo.InvariantCulture), int.Parse(day.ValueSpan, CultureInfo.InvariantCulture));
        return month > 0 && d >= 1 && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;
    }

    [GeneratedRegex(
        @"\b(?:(?<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?<y>20\d\d|19\d\d)|(?<d>\d{1,2})(?:st|nd|rd|th)?\s(?<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?,?\s(?<y>20\d\d|19\d\d))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayPattern();

    [GeneratedRegex(
        @"\b(?<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?,?\s(?<y>20\d\d|19\d\d)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"\b(?:20|19)\d\d-\d\d-\d\d\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsoPattern();

    [GeneratedRegex(@"(?<![\d.])(?<y>20[0-3]\d)(?:(?:[/_-](?<m>0[1-9]|1[0-2])(?:[/_-](?<d>\d\d))?)(?!\d)|(?=/))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressPattern();
}

using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>
/// The first date among the words of a page or feed, to the day or month that they tell; an instant that fills a field of a feed is <see cref="Feeds.FeedInstant"/>'s. ISO 8601; RFC 822 with its named zones and the mistakes met in feeds; <c>Jul 7, 2026</c>,
/// <c>16 April 2025</c>, <c>February 2026</c>. English names in any culture of the machine; UTC where no zone is stated.
/// </summary>
internal static partial class DateInWords
{
    private const int LongestText = 200;
    private const string MonthName =
        "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // RFC 822 section 5.1, and three that feeds use all the same. Military letters other than Z are read as UTC (RFC 2822 section 4.3), like any unknown name.
    private static readonly Dictionary<string, int> ZoneHours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["CET"] = 1, ["CEST"] = 2, ["BST"] = 1,
    };

    /// <summary>The first date in a short text, as whole UTC days; null when there is none.</summary>
    public static PublicationDate? Find(string? text, string basis)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) return null;
        if (trimmed.Length > LongestText) trimmed = trimmed[..LongestText];
        if (PublicationDate.TryParseIso(trimmed, basis) is { } whole) return whole;

        if (IsoDay().Match(trimmed) is { Success: true } iso && PublicationDate.TryParseIso(iso.Value, basis) is { } day) return day;
        if (DayFirst().Match(trimmed) is { Success: true } dayFirst && From(dayFirst, basis) is { } first) return first;
        if (MonthFirst().Match(trimmed) is { Success: true } monthFirst && From(monthFirst, basis) is { } second) return second;
        if (MonthOnly().Match(trimmed) is { Success: true } monthOnly && Month(monthOnly) is { } month)
            return PublicationDate.TryParseIso(FormattableString.Invariant($"{Year(monthOnly)}-{month:00}"), basis);
        return null;
    }

    private static PublicationDate? From(Match match, string basis)
    {
        var year = Year(match);
        var day = Number(match, "day");
        if (Month(match) is not { } month || year is < 1900 or > 2199 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        int hour = Number(match, "hour"), minute = Number(match, "minute");
        // A time that is no time leaves the day as it is stated.
        if (!match.Groups["hour"].Success || hour > 23 || minute > 59) return PublicationDate.OnDay(date, basis);
        var local = new DateTimeOffset(date.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.Zero);
        return PublicationDate.Of(local - Zone(match.Groups["zone"].Value), basis);
    }

    private static TimeSpan Zone(string zone)
    {
        if (zone.Length < 5 || zone[0] is not ('+' or '-')) return TimeSpan.FromHours(ZoneHours.GetValueOrDefault(zone));
        var offset = new TimeSpan(int.Parse(zone[1..3], CultureInfo.InvariantCulture), int.Parse(zone[^2..], CultureInfo.InvariantCulture), 0);
        return offset > TimeSpan.FromHours(14) ? TimeSpan.Zero : zone[0] == '-' ? -offset : offset;
    }

    private static int? Month(Match match)
    {
        var index = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant());
        return index < 0 ? null : index + 1;
    }

    // RFC 2822 section 4.3: two digits below 50 are of this century.
    private static int Year(Match match)
    {
        var year = Number(match, "year");
        return match.Groups["year"].Length == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\b[12][0-9]{3}-[01][0-9]-[0-3][0-9]\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsoDay();

    [GeneratedRegex(
        @"\b(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[ -]" + MonthName + @"\.?,?[ -](?<year>[0-9]{4}|[0-9]{2})\b(?:,? {1,3}(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::[0-9]{2})?(?: {0,2}(?<zone>[+-][0-9]{2}:?[0-9]{2}|[a-z]{1,5}))?)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayFirst();

    // No word boundary before the month: index pages run a team's name and the date together.
    [GeneratedRegex(
        @"" + MonthName + @"\.? {1,2}(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? {1,2}(?<year>[0-9]{4})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(
        @"\b" + MonthName + @"\.?,? (?<year>[0-9]{4})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthOnly();
}

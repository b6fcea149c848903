using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Sources.Feeds;

/// <summary>
/// Instants as feeds state them: ISO 8601 and its W3C profile with every omission that they allow, RFC 822 and RFC 2822, <c>asctime</c>, and the many near misses
/// (missing zone, missing seconds, months in full, day and month in either order). English names in any culture of the machine; UTC where no zone is stated.
/// </summary>
internal static partial class FeedInstant
{
    private const int LongestText = 100;
    private const int TwoDigitPivot = 70;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly FrozenDictionary<string, double> Zones = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["EST"] = -5, ["EDT"] = -4, ["ET"] = -5, ["CST"] = -6, ["CDT"] = -5, ["CT"] = -6, ["MST"] = -7, ["MDT"] = -6, ["MT"] = -7,
        ["PST"] = -8, ["PDT"] = -7, ["PT"] = -8, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["CET"] = 1, ["CEST"] = 2, ["MET"] = 1,
        ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["IST"] = 5.5, ["JST"] = 9, ["KST"] = 9, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
        // RFC 822's military letters, as RFC 2822 section 4.3 corrects them: their sense was reversed in practice, so only the meaning of RFC 822 section 5.1 for A, M, N, Y is kept.
        ["A"] = -1, ["M"] = -12, ["N"] = 1, ["Y"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The instant in UTC that a text states; null when it states none.</summary>
    public static DateTimeOffset? Find(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > LongestText) return null;
        return Iso().Match(trimmed) is { Success: true } iso ? FromIso(iso) : FromWords(trimmed);
    }

    private static DateTimeOffset? FromIso(Match match)
    {
        var year = Number(match.Groups["year"]) ?? 0;
        if (match.Groups["year"].Length == 2) year += year < TwoDigitPivot ? 2000 : 1900;
        var month = Number(match.Groups["month"]) ?? 1;
        var day = Number(match.Groups["day"]) ?? 1;
        if (Number(match.Groups["ordinal"]) is { } ordinal)
        {
            if (ordinal is < 1 or > 366 || year is < 1 or > 9998) return null;
            var date = new DateOnly(year, 1, 1).AddDays(ordinal - 1);
            (month, day) = (date.Month, date.Day);
        }

        return Make(year, month, day, Number(match.Groups["hour"]) ?? 0, Number(match.Groups["minute"]) ?? 0, Number(match.Groups["second"]) ?? 0, ZoneHours(match.Groups["zone"].Value));
    }

    private static DateTimeOffset? FromWords(string text)
    {
        int? year = null, month = null, day = null;
        int hour = 0, minute = 0, second = 0;
        double zone = 0;
        var rest = text;
        if (Clock().Match(text) is { Success: true } clock)
        {
            hour = Number(clock.Groups["hour"]) ?? 0;
            minute = Number(clock.Groups["minute"]) ?? 0;
            second = Number(clock.Groups["second"]) ?? 0;
            if (clock.Groups["half"].Value is { Length: > 0 } half) hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
            zone = ZoneHours(clock.Groups["zone"].Value);
            // asctime puts the zone, if any, and the year behind the clock.
            rest = string.Concat(text.AsSpan(0, clock.Index), " ", text.AsSpan(clock.Index + clock.Length));
        }

        List<int> numbers = [];
        foreach (Match word in Word().Matches(rest))
        {
            if (char.IsAsciiDigit(word.Value[0]))
            {
                var digits = word.Value.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
                if (digits.Length == 4) year ??= int.Parse(digits, CultureInfo.InvariantCulture);
                else if (digits.Length <= 2) numbers.Add(int.Parse(digits, CultureInfo.InvariantCulture));
            }
            else if (word.Length >= 3 && Array.IndexOf(Months, word.Value[..3].ToLowerInvariant()) is >= 0 and var index)
            {
                month ??= index + 1;
            }
            else if (word.Length <= 4 && Zones.TryGetValue(word.Value, out var named) && word.Length > 1)
            {
                zone = named;
            }
        }

        foreach (var number in numbers)
        {
            if (day is null && number is >= 1 and <= 31) day = number;
            else year ??= number < TwoDigitPivot ? 2000 + number : 1900 + number;
        }

        return year is null || month is null || day is null ? null : Make(year.Value, month.Value, day.Value, hour, minute, second, zone);
    }

    private static DateTimeOffset? Make(int year, int month, int day, int hour, int minute, int second, double zone)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (hour > 24 || minute > 59 || second > 60) return null;
        // A leap second, and midnight at the end of a day, belong to the following instant.
        return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).AddHours(hour - zone).AddMinutes(minute).AddSeconds(second);
    }

    private static double ZoneHours(string zone)
    {
        var text = zone.Trim();
        if (text.Length == 0) return 0;
        // "GMT+0200": the offset says what the name does not.
        var sign = text.AsSpan().IndexOfAny('+', '-');
        if (sign < 0) return Zones.GetValueOrDefault(text);
        var offset = text.AsSpan(sign + 1);
        // Minutes are the last two digits, so that "+5:30" and "+530" have an hour of one digit; up to two digits are hours.
        var colon = offset.IndexOf(':');
        var hoursEnd = colon >= 0 ? colon : offset.Length <= 2 ? offset.Length : offset.Length - 2;
        var hours = int.Parse(offset[..hoursEnd], NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = hoursEnd == offset.Length ? 0 : int.Parse(offset[(colon >= 0 ? colon + 1 : hoursEnd)..], NumberStyles.None, CultureInfo.InvariantCulture);
        var total = hours + (minutes / 60d);
        return total > 24 ? 0 : text[sign] == '-' ? -total : total;
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4}|[0-9]{2}(?=-))(?:-?(?<month>[0-9]{2})(?:-?(?<day>[0-9]{2}))?|-?(?<ordinal>[0-9]{3}))?(?:(?:T|\s+)(?<hour>[0-9]{2})(?::?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{2})(?:[.,][0-9]+)?)?)?)?\s*(?<zone>Z|(?:GMT|UTC|UT)?[+-](?:[0-9]{2}:?[0-9]{2}|[0-9]:[0-9]{2}|[0-9]{1,2})|[A-Z]{2,4})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"(?<![0-9:])(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.[0-9]+)?)?(?:\s{0,2}(?<half>[ap]\.?m\b\.?))?(?:\s{0,3}(?<zone>(?:GMT|UTC|UT)?[+-](?:[0-9]{1,2}:?[0-9]{2}|[0-9]{1,2})\b|[A-Z]{1,4}\b(?<!am|pm)))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex("[0-9]+(?:st|nd|rd|th)?|[A-Za-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}

using System.Globalization;

namespace HypeWatch.Digests;

/// <summary>An ISO 8601 week, the period of a digest. Days are UTC.</summary>
/// <param name="Year">ISO year, which may differ from the calendar year around New Year.</param>
/// <param name="Week">1 to 53.</param>
public readonly record struct DigestPeriod(int Year, int Week)
{
    /// <summary>First day.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Week, DayOfWeek.Monday));

    /// <summary>Last day.</summary>
    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The week that an instant lies in.</summary>
    public static DigestPeriod Of(DateTimeOffset instant) => new(ISOWeek.GetYear(instant.UtcDateTime), ISOWeek.GetWeekOfYear(instant.UtcDateTime));

    /// <summary>The week of a day.</summary>
    public static DigestPeriod Of(DateOnly day) => new(ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)), ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)));

    /// <summary>Reads <c>2024-W21</c>.</summary>
    public static bool TryParse(string? text, out DigestPeriod period)
    {
        period = default;
        if (text is not { Length: 8 } || text[4..6] is not ("-W" or "-w")) return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1) return false;
        if (!int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week) || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return false;
        period = new(year, week);
        return true;
    }

    /// <summary>Such as <c>2024-W21</c>; also the name of its folder in the outbox.</summary>
    public override string ToString() => FormattableString.Invariant($"{Year:0000}-W{Week:00}");
}

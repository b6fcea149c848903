using System.Globalization;

namespace HypeWatch.Model;

/// <summary>How exactly a publication date is known.</summary>
public enum DatePrecision
{
    /// <summary>To the day.</summary>
    Day,
    /// <summary>To the month.</summary>
    Month,
    /// <summary>To the year.</summary>
    Year,
    /// <summary>Only bounds, or nothing.</summary>
    Unknown,
}

/// <summary>When something became public: bounds in whole UTC days, with where they come from.</summary>
/// <param name="NotBefore">First possible day; null when unbounded.</param>
/// <param name="NotAfter">Last possible day; null when unbounded.</param>
/// <param name="Precision">How exactly the source states it.</param>
/// <param name="Basis">Where it was read, for example <c>sidecar</c>, <c>meta:article:published_time</c>, <c>byline</c>.</param>
public sealed record PublicationDate(DateOnly? NotBefore, DateOnly? NotAfter, DatePrecision Precision, string Basis)
{
    /// <summary>Nothing is known.</summary>
    public static PublicationDate Unknown { get; } = new(null, null, DatePrecision.Unknown, "none");

    /// <summary>The instant in UTC, where the source states more than a day; it only orders what came out on one day, so that two dates of one day are equal.</summary>
    public DateTimeOffset? At { get; init; }

    /// <inheritdoc/>
    public bool Equals(PublicationDate? other) =>
        other is not null && (NotBefore, NotAfter, Precision) == (other.NotBefore, other.NotAfter, other.Precision) && string.Equals(Basis, other.Basis, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NotBefore, NotAfter, Precision, Basis);

    /// <summary>The day of an instant, in UTC. Midnight sharp is a day without a time.</summary>
    public static PublicationDate Of(DateTimeOffset instant, string basis) => OnDay(DateOnly.FromDateTime(instant.UtcDateTime), basis) with
    {
        At = instant.TimeOfDay == TimeSpan.Zero || instant.UtcDateTime.TimeOfDay == TimeSpan.Zero ? null : instant.ToUniversalTime(),
    };

    /// <summary>A date known to the day.</summary>
    public static PublicationDate OnDay(DateOnly day, string basis) => new(day, day, DatePrecision.Day, basis);

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c>, <c>yyyy-MM-dd</c> or a full ISO 8601 instant; null for anything else.</summary>
    public static PublicationDate? TryParseIso(string? text, string basis)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 4 && int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200)
            return new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year, basis);
        if (trimmed.Length == 7 && DateOnly.TryParseExact(trimmed + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return new(first, first.AddMonths(1).AddDays(-1), DatePrecision.Month, basis);
        if (trimmed.Length >= 10 && char.IsAsciiDigit(trimmed[0]) &&
            DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
            return trimmed.Length == 10 ? OnDay(DateOnly.FromDateTime(instant.UtcDateTime), basis) : Of(instant, basis);
        return null;
    }

    /// <summary>
    /// Whether this date is on or before <paramref name="later"/>: true or false only where the bounds decide it, else null (specification 1, <c>date_ok</c>).
    /// </summary>
    public bool? IsOnOrBefore(PublicationDate later)
    {
        if (NotAfter is { } last && later.NotBefore is { } first && last <= first) return true;
        if (NotBefore is { } start && later.NotAfter is { } end && start > end) return false;
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Precision switch
    {
        DatePrecision.Day => $"{NotBefore:yyyy-MM-dd}",
        DatePrecision.Month => $"{NotBefore:yyyy-MM}",
        DatePrecision.Year => $"{NotBefore:yyyy}",
        _ => "unknown",
    };
}

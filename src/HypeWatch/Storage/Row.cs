using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Storage;

/// <summary>One row of a query, read by column name; the same for both databases, whose drivers give different number types.</summary>
/// <param name="columns">Values by column name.</param>
public sealed class Row(IDictionary<string, object?> columns)
{
    /// <summary>All columns, for generic output.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Columns => columns;

    /// <summary>A text that is never null.</summary>
    /// <exception cref="InvalidOperationException">The column is null.</exception>
    public string Text(string column) => TextOrNull(column) ?? throw new InvalidOperationException($"column {column} is null");

    /// <summary>A text or null.</summary>
    public string? TextOrNull(string column) => columns[column] as string;

    /// <summary>A whole number that is never null.</summary>
    public long Long(string column) => LongOrNull(column) ?? throw new InvalidOperationException($"column {column} is null");

    /// <summary>A whole number or null.</summary>
    public long? LongOrNull(string column) => columns[column] is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    /// <summary>A whole number that fits 32 bits.</summary>
    public int Int(string column) => checked((int)Long(column));

    /// <summary>A whole number that fits 32 bits, or null.</summary>
    public int? IntOrNull(string column) => checked((int?)LongOrNull(column));

    /// <summary>A real number.</summary>
    public double Double(string column) => DoubleOrNull(column) ?? throw new InvalidOperationException($"column {column} is null");

    /// <summary>A real number or null.</summary>
    public double? DoubleOrNull(string column) => columns[column] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    /// <summary>A truth value, stored as 0 or 1.</summary>
    public bool Bool(string column) => Long(column) != 0;

    /// <summary>A truth value or null.</summary>
    public bool? BoolOrNull(string column) => LongOrNull(column) is { } value ? value != 0 : null;

    /// <summary>An enum value, stored as its code.</summary>
    public T Code<T>(string column) where T : struct, Enum => Model.Code<T>.Parse(Text(column));

    /// <summary>An id.</summary>
    public T Id<T>(string column) where T : struct, ITextId<T> => T.From(Text(column));

    /// <summary>An id or null.</summary>
    public T? IdOrNull<T>(string column) where T : struct, ITextId<T> => TextOrNull(column) is { } value ? T.From(value) : null;

    /// <summary>A value stored as JSON.</summary>
    public T Json<T>(string column) => Text(column) is var text && text == EmptyList && Empty<T>.List is { } none ? none : ModelJson.Read<T>(text);

    /// <summary>A span, stored in the columns <c>start_offset</c> and <c>end_offset</c>.</summary>
    public Span Span(string prefix = "") => new(Int($"{prefix}start_offset"), Int($"{prefix}end_offset"));

    /// <summary>A span or null.</summary>
    public Span? SpanOrNull(string prefix = "") => IntOrNull($"{prefix}start_offset") is { } start ? new Span(start, Int($"{prefix}end_offset")) : null;

    /// <summary>An instant, stored as ISO 8601 in UTC.</summary>
    public DateTimeOffset Instant(string column) => Storage.Instant.Parse(Text(column));

    private const string EmptyList = "[]";

    /// <summary>The empty list, where a list that nobody can change is asked for; most stored lists are empty.</summary>
    private static class Empty<T>
    {
        public static T? List { get; } = typeof(T) is { IsInterface: true, IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? ModelJson.Read<T>(EmptyList) : default;
    }
}

/// <summary>How instants are stored: ISO 8601 in UTC with milliseconds, so that text order is time order.</summary>
public static class Instant
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The stored form.</summary>
    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads the stored form.</summary>
    /// <exception cref="FormatException">The text is of another form.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>The stored form of a day; null for null.</summary>
    public static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads the stored form of a day; null for null.</summary>
    public static DateOnly? ParseDay(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

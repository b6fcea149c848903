using System.Globalization;

namespace HypeWatch.Queries.Tables;

/// <summary>Values of columns as texts, and back.</summary>
internal static class QueryValues
{
    private const int Longest = 300;

    /// <summary>A value as it stands in an address.</summary>
    public static string Write(object value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Reads a value of a column.</summary>
    /// <param name="name">Name under which it was given, for the error.</param>
    /// <param name="text">The text.</param>
    /// <param name="column">The column.</param>
    /// <param name="codes">The values that are known; null for any.</param>
    /// <exception cref="QueryException">It is none.</exception>
    public static object Read(string name, string text, QueryColumn column, IReadOnlyList<string>? codes)
    {
        if (text.Length > Longest || text.Any(char.IsControl)) throw new QueryException(FormattableString.Invariant($"{name}: at most {Longest} characters, and no control characters"));
        if (codes is not null)
        {
            var known = codes.FirstOrDefault(code => code.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw new QueryException($"{name}: '{Short(text)}' is unknown; known: {string.Join(", ", codes)}");
            return column.Type is ColumnType.Integer ? long.Parse(known, CultureInfo.InvariantCulture) : known;
        }

        return column.Type switch
        {
            ColumnType.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new QueryException($"{name}: '{Short(text)}' is no whole number"),
            ColumnType.Real => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : throw new QueryException($"{name}: '{Short(text)}' is no number"),
            ColumnType.Truth => text is "1" or "true" ? 1L : text is "0" or "false" ? 0L : throw new QueryException($"{name}: write 1 or 0"),
            ColumnType.Date when text.Any(letter => !char.IsAsciiDigit(letter) && letter is not ('-' or ':' or '.' or 'T' or 'Z')) => throw new QueryException($"{name}: '{Short(text)}' is no date; write it as 2026-11-26"),
            _ => text,
        };
    }

    /// <summary>A text so short that it fits into an error.</summary>
    public static string Short(string text)
    {
        var clean = string.Concat(text.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return clean.Length <= 60 ? clean : clean[..60] + "…";
    }
}

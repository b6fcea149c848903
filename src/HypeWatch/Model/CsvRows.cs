using System.Globalization;
using CsvHelper;

namespace HypeWatch.Model;

/// <summary>Comma-separated values (RFC 4180) as people's programs write them: empty lines are left out, and a stray quotation mark stays in its field.</summary>
internal static class CsvRows
{
    private static readonly CsvReaderOptions Rules = new() { Separator = ',', HasHeader = false, SkipEmptyLines = true, TrackLineNumbers = true };

    /// <summary>The rows, the heading included.</summary>
    public static IEnumerable<IReadOnlyList<string>> Read(string text) => Placed(text).Select(row => row.Cells);

    /// <summary>The rows, the heading included, each with the line on which it begins, from 1.</summary>
    public static IEnumerable<(IReadOnlyList<string> Cells, int Line)> Placed(string text)
    {
        using var reader = CsvReader.FromText(text, Rules);
        while (reader.Read())
        {
            var row = new string[reader.FieldCount];
            for (var i = 0; i < row.Length; i++) row[i] = reader.GetString(i);
            yield return (row, (int)reader.LineNumber);
        }
    }

    /// <summary>The rows below the heading, by the names of their columns; the first of two columns of one name counts, and a short row ends in empty fields.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Named(string text)
    {
        List<(string Name, int Place)>? columns = null;
        foreach (var row in Read(text))
        {
            if (columns is null) columns = [.. row.Select((name, place) => (name.Trim(), place)).DistinctBy(column => column.Item1, StringComparer.Ordinal)];
            else yield return columns.ToDictionary(column => column.Name, column => column.Place < row.Count ? row[column.Place] : "", StringComparer.Ordinal);
        }
    }

    /// <summary>A row as a line of text (RFC 4180); no cell can become a formula in a spreadsheet.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Quoted)) + "\n";

    private static string Quoted(string? cell)
    {
        var text = cell ?? "";
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}

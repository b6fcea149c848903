using System.Globalization;
using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Reviews;

/// <summary>Reviews as a file: a JSON array of <see cref="ReviewEntry"/>, or CSV with one column a member, named alike.</summary>
public static class ReviewFile
{
    private static readonly string[] Columns = ["flag", "reviewer", "affiliation", "at", "verdict", "reason", "severity", "owner", "note"];

    /// <summary>Reads a file by its name's ending.</summary>
    /// <exception cref="HypeWatchException">An entry is malformed; the message names the file and the row.</exception>
    public static IReadOnlyList<ReviewEntry> Read(string name, string text)
    {
        var entries = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? [.. CsvRows.Named(text).Select((row, number) => Entry(name, number + 2, row))] : Parse(name, text);
        foreach (var (number, entry) in entries.Index())
            if (Problem(entry) is { } problem) throw new HypeWatchException(FormattableString.Invariant($"{name}: review {number + 1}: {problem}"));
        return entries;
    }

    /// <summary>Reviews as CSV that <see cref="Read"/> reads back.</summary>
    public static string Csv(IEnumerable<ReviewEntry> entries) => string.Concat(entries.Select(entry => CsvRows.Line(
    [
        entry.Flag.Value, entry.Reviewer, entry.Affiliation, entry.At.ToString("O", CultureInfo.InvariantCulture), entry.Verdict.ToCode(), entry.Reason?.ToCode(),
        entry.Severity?.ToString(CultureInfo.InvariantCulture), entry.Owner, entry.Note,
    ])).Prepend(CsvRows.Line(Columns)));

    /// <summary>What is wrong with an entry; null when nothing is.</summary>
    public static string? Problem(ReviewEntry entry) =>
        string.IsNullOrWhiteSpace(entry.Flag.Value) ? "names no flag"
        : string.IsNullOrWhiteSpace(entry.Reviewer) ? "names no reviewer"
        : string.IsNullOrWhiteSpace(entry.Affiliation) ? "declares no affiliation; 'none' is one"
        : entry.Verdict is ReviewVerdict.Dismiss && entry.Reason is null ? $"a dismissal needs a reason: {string.Join(", ", Code<ReviewReason>.All)}"
        : entry.Verdict is ReviewVerdict.Reduce && entry.Severity is not (>= 1 and <= 5) ? "a reduction needs a severity from 1 to 5"
        : entry.Verdict is ReviewVerdict.Reattribute && string.IsNullOrWhiteSpace(entry.Owner) ? "giving a flag to another owner needs that owner"
        : null;

    private static IReadOnlyList<ReviewEntry> Parse(string name, string text)
    {
        try
        {
            return ModelJson.Read<IReadOnlyList<ReviewEntry>>(text);
        }
        catch (JsonException problem)
        {
            throw new HypeWatchException($"{name}: {problem.Message}", problem);
        }
    }

    private static ReviewEntry Entry(string name, int line, IReadOnlyDictionary<string, string> row)
    {
        // A leading apostrophe is what the export puts before a cell that a spreadsheet would run.
        string? Field(string column) => row.TryGetValue(column, out var value) && value.Length > 0 ? value is ['\'', '=' or '+' or '-' or '@', ..] ? value[1..] : value : null;
        HypeWatchException Wrong(string column) => new(FormattableString.Invariant($"{name}: line {line}: '{Field(column)}' is no {column}"));
        if (!Code<ReviewVerdict>.TryParse(Field("verdict"), out var verdict)) throw Wrong("verdict");
        if (!DateTimeOffset.TryParse(Field("at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)) throw Wrong("at");
        ReviewReason? reason = Field("reason") is { } code ? Code<ReviewReason>.TryParse(code, out var known) ? known : throw Wrong("reason") : null;
        int? severity = Field("severity") is { } number ? int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong("severity") : null;
        return new(FlagId.From(Field("flag") ?? ""), Field("reviewer") ?? "", Field("affiliation") ?? "", at, verdict, reason, severity, Field("owner"), Field("note"));
    }
}

using System.Globalization;
using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// Lists in CSV (RFC 4180): a header line names the columns <c>forecaster</c>, <c>made</c>, <c>about</c>, <c>reported_score</c>, <c>number</c>, <c>statement</c>,
/// <c>probability</c>, <c>outcome</c>, <c>fraction</c>, <c>rationale</c>; lines with the same first three form one list.
/// </summary>
public static class PredictionCsv
{
    private static readonly string[] Columns = ["forecaster", "made", "about", "reported_score", "number", "statement", "probability", "outcome", "fraction", "rationale"];

    internal static IReadOnlyList<PredictionDraft> Read(string name, string text)
    {
        var rows = CsvRows.Placed(text).Select(row => (row.Cells, Place: new FilePlace(name, row.Line))).Where(row => row.Cells.Any(cell => cell.Length > 0)).ToList();
        if (rows.Count < 2) return [];
        var header = rows[0].Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        if (!header.Contains("statement") && !header.Contains("probability")) throw rows[0].Place.Wrong($"no column is named 'statement' or 'probability'; the first line names the columns, such as {string.Join(',', Columns)}");
        var lists =
            from row in rows.Skip(1)
            group row by (Forecaster: Cell(row.Cells, "forecaster"), Made: Cell(row.Cells, "made"), About: Cell(row.Cells, "about")) into list
            select new PredictionDraft(
                list.Key.Forecaster, list.Key.Made, list.Key.About, list.Select(row => Cell(row.Cells, "reported_score")).FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)),
                [.. list.Select(row => new PredictionDraftItem(
                    row.Place, Cell(row.Cells, "number"), Cell(row.Cells, "statement"), Cell(row.Cells, "probability"), Cell(row.Cells, "outcome"), Cell(row.Cells, "fraction"), Cell(row.Cells, "rationale")))]) { Place = list.First().Place };
        return [.. lists];

        // A leading apostrophe is what the export puts before a cell that a spreadsheet would run.
        string? Cell(IReadOnlyList<string> row, string column) => header.IndexOf(column) is >= 0 and var at && at < row.Count ? row[at] is ['\'', '=' or '+' or '-' or '@', ..] guarded ? guarded[1..] : row[at] : null;
    }

    /// <summary>Sets as CSV that <see cref="PredictionFile"/> reads back; no cell can become a formula in a spreadsheet.</summary>
    public static string Write(IEnumerable<PredictionSet> sets)
    {
        var text = new StringBuilder().AppendJoin(',', Columns).Append('\n');
        foreach (var set in sets)
            foreach (var item in set.Items)
            {
                string?[] cells =
                [
                    set.Forecaster, set.MadeOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), set.About, Number(set.ReportedScore), item.Number.ToString(CultureInfo.InvariantCulture),
                    item.Statement, Number(item.Probability), item.Resolution.ToCode(), Number(item.Fraction), item.Rationale,
                ];
                text.Append(CsvRows.Line(cells));
            }

        return text.ToString();
    }

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}

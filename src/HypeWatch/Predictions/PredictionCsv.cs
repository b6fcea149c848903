using System.Globalization;
using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// Lists in CSV (RFC 4180): a header line names the columns, of which <c>statement</c> or <c>probability</c> must be there; lines with the same forecaster, day, subject and document form one list. A line
/// whose <c>beside</c> says <c>dispute</c> or <c>earlier</c> is what else was said of the outcome of the prediction with that number.
/// </summary>
public static class PredictionCsv
{
    private static readonly string[] Columns =
    [
        "forecaster", "made", "about", "reported_expectation_score", "score_is", "number", "statement", "probability", "outcome", "fraction", "rationale", "topic", "deadline", "criteria", "resolver", "known_at",
        "resolved_at", "claims", "beside", "release", "source", "document", "set_topic", "set_deadline", "set_criteria", "commitment", "committed_at",
    ];

    internal static IReadOnlyList<PredictionDraft> Read(string name, string text)
    {
        if (OpenQuoteAt(text) is { } line) throw new FilePlace(name, line).Wrong("a quotation mark opens here and is never closed; close it, and write one inside a cell twice (\"\")");
        var rows = CsvRows.Placed(text).Select(row => (row.Cells, Place: new FilePlace(name, row.Line))).Where(row => row.Cells.Any(cell => cell.Length > 0)).ToList();
        if (rows.Count < 2) return [];
        var header = rows[0].Cells.Select(cell => cell.Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToList();
        if (!header.Contains("statement") && !header.Contains("probability")) throw rows[0].Place.Wrong($"no column is named 'statement' or 'probability'; the first line names the columns, such as {string.Join(',', Columns)}");
        foreach (var row in rows.Skip(1))
            if (row.Cells.Count != header.Count) throw row.Place.Wrong($"the line has {row.Cells.Count} cells for the {header.Count} columns of the first line; write one for each, empty ones too, and quote a cell that holds a comma");
        var lists =
            from row in rows.Skip(1)
            group row by (Forecaster: Cell(row.Cells, "forecaster"), Made: Cell(row.Cells, "made"), About: Cell(row.Cells, "about"), Document: Cell(row.Cells, "document")) into list
            select new PredictionDraft(list.Key.Forecaster, list.Key.Made, list.Key.About, OfList("reported_expectation_score", list) ?? OfList("reported_score", list), Items([.. list]))
            {
                Place = list.First().Place, Document = list.Key.Document, Release = OfList("release", list), Source = OfList("source", list), Topic = OfList("set_topic", list), Deadline = OfList("set_deadline", list),
                Criteria = OfList("set_criteria", list), Hash = OfList("commitment", list), HashKeptSince = OfList("committed_at", list),
            };
        return [.. lists];

        string? OfList(string column, IEnumerable<(IReadOnlyList<string> Cells, FilePlace Place)> list) => list.Select(row => Cell(row.Cells, column)).FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell));

        IReadOnlyList<PredictionDraftItem> Items(List<(IReadOnlyList<string> Cells, FilePlace Place)> list)
        {
            var items = new List<PredictionDraftItem>();
            foreach (var (cells, place) in list)
            {
                var (number, beside) = (Cell(cells, "number"), PredictionDraft.Given(Cell(cells, "beside"))?.ToLowerInvariant());
                var statement = new PredictionDraftStatement(
                    place, beside == "dispute", Cell(cells, "outcome"), Cell(cells, "fraction"), Cell(cells, "resolver"), Cell(cells, "rationale"), Cell(cells, "known_at"), Cell(cells, "resolved_at"), Cell(cells, "claims"));
                if (beside is null)
                {
                    items.Add(new(place, number, Cell(cells, "statement"), Cell(cells, "probability"), Cell(cells, "outcome"), Cell(cells, "fraction"), Cell(cells, "rationale"))
                    {
                        Topic = Cell(cells, "topic"), Deadline = Cell(cells, "deadline"), Criteria = Cell(cells, "criteria"), Own = statement,
                    });
                    continue;
                }

                if (beside is not ("dispute" or "earlier")) throw place.Wrong($"'{beside}' in the column 'beside' is not known; write 'dispute' or 'earlier', or leave it empty for the prediction itself");
                var at = items.FindIndex(item => item.Number == number);
                if (at < 0) throw place.Wrong($"no line above has the prediction with number {number}; write it before what else was said of it");
                items[at] = items[at] with { Beside = [.. items[at].Beside, statement] };
            }

            return items;
        }

        // A leading apostrophe is what the export puts before a cell that a spreadsheet would run.
        string? Cell(IReadOnlyList<string> row, string column) => header.IndexOf(column) is >= 0 and var at && at < row.Count ? row[at] is ['\'', '=' or '+' or '-' or '@', ..] guarded ? guarded[1..] : row[at] : null;
    }

    /// <summary>Sets as CSV that <see cref="PredictionFile"/> reads back; no cell can become a formula in a spreadsheet.</summary>
    public static string Write(IEnumerable<PredictionSet> sets)
    {
        var text = new StringBuilder().AppendJoin(',', Columns).Append('\n');
        foreach (var set in ExportedSets.Of(sets).Sets)
            foreach (var item in set.Predictions)
            {
                Append(set, item, new(null, item.Outcome, item.Fraction, item.Resolver, item.Rationale, item.KnownAt, item.ResolvedAt, item.Claims));
                foreach (var beside in item.Beside ?? []) Append(set, item, beside);
            }

        return text.ToString();

        void Append(ExportedSet set, ExportedItem item, ExportedStatement said)
        {
            var isItem = said.Kind is null;
            string?[] cells =
            [
                set.Forecaster, Day(set.Made), set.About, Number(set.ReportedExpectationScore), set.ScoreIs, item.Number.ToString(CultureInfo.InvariantCulture), isItem ? item.Statement : null,
                isItem ? Number(item.Probability) : null, said.Outcome, Number(said.Fraction), said.Rationale, isItem ? item.Topic : null, isItem ? Day(item.Deadline) : null, isItem ? item.Criteria : null, said.Resolver,
                Day(said.KnownAt), said.ResolvedAt, said.Claims is { } claims ? string.Join(' ', claims) : null, said.Kind, set.Release, set.Source, set.Document, set.Topic, Day(set.Deadline), set.Criteria, set.Commitment,
                set.CommittedAt,
            ];
            text.Append(CsvRows.Line(cells));
        }
    }

    // The line on which a quoted cell begins that never ends; the rows of such a file would swallow each other.
    private static int? OpenQuoteAt(string text)
    {
        var (line, openedAt, isCellStart) = (1, 0, true);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '\n') line++;
            if (openedAt > 0)
            {
                if (letter != '"') continue;
                if (i + 1 < text.Length && text[i + 1] == '"') i++;
                else openedAt = 0;
            }
            else if (letter == '"' && isCellStart) openedAt = line;

            isCellStart = openedAt == 0 && letter is (',' or '\n' or '\r');
        }

        return openedAt > 0 ? openedAt : null;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}

using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>A row of a table: what it is about and its values; a cell without a number is null.</summary>
internal sealed record FigureRow(string Label, IReadOnlyList<double?> Values, Span Span);

/// <summary>
/// A table of a text, or the figures that a caption lists. Text readers print a row with bars or wide gaps between its cells, and authors list
/// figures in captions ("4k 0.61; 16k 0.70"); both are read.
/// </summary>
/// <param name="Name">What the text calls it (<c>table 4</c>); empty when it has no number.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="Columns">Heads of the value columns, as far as known.</param>
/// <param name="Rows">Its rows.</param>
internal sealed partial record FigureTable(string Name, string Caption, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows)
{
    private const int FewestRows = 2;

    /// <summary>Whether it has rows and columns like a table that was set as one, and not a few figures in a row.</summary>
    public bool IsGrid => Rows.Count >= 4 && Rows.Count(row => row.Values.Count(value => value is not null) >= 2) >= 4;

    /// <summary>All words of the table.</summary>
    public string Words => string.Join(' ', [Caption, .. Columns, .. Rows.Select(row => row.Label)]);

    /// <summary>The values of a column with their rows.</summary>
    public IReadOnlyList<(FigureRow Row, double Value)> Column(int index) =>
        [.. from row in Rows where index < row.Values.Count && row.Values[index] is not null select (row, row.Values[index]!.Value)];

    /// <summary>The column that averages the others: the one whose head says so, or the last where every full row has there the mean of what stands before it.</summary>
    public int? AverageColumn()
    {
        var headed = Columns.ToList().FindLastIndex(head => AverageHead().IsMatch(head));
        if (headed >= 0) return headed;
        // A stray cell makes single rows longer; most rows have the table's width.
        var width = Rows.CountBy(row => row.Values.Count).MaxBy(group => group.Value).Key;
        var full = Rows.Where(row => row.Values.Count == width && row.Values.All(value => value is not null)).ToList();
        return width >= 3 && full.Count >= FewestRows && full.TrueForAll(row => Math.Abs(row.Values.SkipLast(1).Average()!.Value - row.Values[^1]!.Value) <= 0.01 * Math.Abs(row.Values[^1]!.Value))
            ? width - 1
            : null;
    }

    /// <summary>The tables of a version, in order.</summary>
    public static IReadOnlyList<FigureTable> In(DocumentVersion version)
    {
        var found = new List<FigureTable>();
        string name = "", caption = "";
        List<string> columns = [];
        var rows = new List<FigureRow>();
        foreach (var line in Lines(version.Text))
        {
            var words = line.Of(version.Text);
            if (CaptionPattern().Match(words) is { Success: true } head)
            {
                Close();
                (name, caption) = (NameOf(head.Groups["kind"].Value, head.Groups["label"].Value), head.Groups["rest"].Value);
                var listed = Listed(caption, line.Start + head.Groups["rest"].Index);
                if (listed.Count >= FewestRows + 1) found.Add(new(name, caption, [], listed));
                continue;
            }

            var cells = Cells(words);
            if (cells.Count < 2)
            {
                if (rows.Count == 0 && SeriesPattern().Match(words) is { Success: true } series)
                {
                    var listed = Listed(series.Value, line.Start + series.Index);
                    if (listed.Count >= FewestRows + 1) found.Add(new(name, words, [], listed));
                }

                if (words.Trim().Length > 0 && rows.Count > 0) Close();
                continue;
            }

            if (cells.TrueForAll(cell => Rule().IsMatch(cell))) continue;
            var values = cells.Skip(1).Select(Number).ToList();
            if (values.Exists(value => value is not null)) rows.Add(new(cells[0], values, line));
            else if (rows.Count == 0) columns = [.. cells.Skip(1)];
            else Close();
        }

        Close();
        return found;

        void Close()
        {
            if (rows.Count >= FewestRows) found.Add(new(name, caption, columns, [.. rows]));
            (name, caption, columns) = ("", "", []);
            rows.Clear();
        }
    }

    /// <summary>The name by which a text points to a table or figure.</summary>
    public static string NameOf(string kind, string label) => (char.ToLowerInvariant(kind[0]) == 't' ? "table " : "figure ") + label.ToUpperInvariant();

    private static IEnumerable<Span> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            yield return new(start, end);
            start = end + 1;
        }
    }

    private static List<string> Cells(string line)
    {
        var bars = line.Split('|', StringSplitOptions.TrimEntries);
        if (bars.Length > 2 || (bars.Length == 2 && bars[1].Length > 0 && Number(bars[1]) is not null))
            return [.. bars.SkipWhile(cell => cell.Length == 0).Reverse().SkipWhile(cell => cell.Length == 0).Reverse()];
        return [.. Gap().Split(line.Trim()).Where(cell => cell.Length > 0)];
    }

    private static double? Number(string cell)
    {
        var match = Value().Match(cell);
        return match.Success && double.TryParse(match.Groups["n"].Value.Replace('\u2212', '-').Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>Figures listed in a caption: a label and its number, separated by commas or semicolons.</summary>
    private static List<FigureRow> Listed(string caption, int offset)
    {
        var rows = new List<FigureRow>();
        foreach (Match match in Pair().Matches(caption))
            if (Number(match.Groups["value"].Value) is { } value)
                rows.Add(new(match.Groups["label"].Value.Trim(), [value], new(offset + match.Index, offset + match.Index + match.Length)));
        return rows;
    }

    [GeneratedRegex(@"^\W{0,3}(?<kind>table|tab\.|figure|fig\.)\s?(?<label>[A-Z]?\.?\d{1,3})\s?[:.|\u2014-](?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex CaptionPattern();

    /// <summary>Figures in a row in a sentence: "residual stream 58%, attention output 55%, MLP output 37%".</summary>
    [GeneratedRegex(@"(?<=:\s)[^:.]{1,40}\d[^:]{0,400}[;,][^:]{1,40}\d[^:]{0,400}$", RegexOptions.None, 1000)]
    private static partial Regex SeriesPattern();

    [GeneratedRegex(@"^\W*(?:avg|average|mean|overall|total)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AverageHead();

    [GeneratedRegex(@"\t+|\s{2,}", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[-:= ]*$", RegexOptions.None, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^[\s*_~\u2248]*(?<n>[+\-\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?<=\d))\s?(?:%|pp)?[*_]*\s*(?:[(\u00b1\u00b1\[].*|\+/-.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"(?<=^|[;,:.(]\s?|\band\s)(?<label>(?:\p{L}|\d+[kKMB]\b)[\p{L}\d /'\u2019_-]{0,32}?)\s?[:=]?\s(?<value>[+\-\u2212]?\d+(?:\.\d+)?)\s?%?(?=\s?(?:[,;)(]|\.(?:\s|$)|$|and\b))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();
}

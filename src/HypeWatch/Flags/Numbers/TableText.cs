using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>
/// Reads tables off running text: rows with bars, tabs or wide gaps between their cells, rows of LaTeX source, and the figures that captions and sentences
/// list. A caption belongs to the table that it adjoins; where it stands between two, the habit of the text decides.
/// </summary>
internal sealed partial class TableText
{
    /// <summary>Cells of a row beyond which a line is no row of a table that a sentence could speak of.</summary>
    public const int MostCells = 60;

    private const int FewestListed = 3;
    private const int LongestCell = 200;
    private const int MostCaptionLines = 2;

    private readonly string text;
    private readonly List<Item> items = [];
    private readonly List<FigureTable> listed = [];
    private GridDraft grid = new();
    private bool isSource;

    private TableText(string text) => this.text = text;

    /// <summary>What the text prints, without what its reader already found cell by cell.</summary>
    public static IReadOnlyList<FigureTable> In(DocumentVersion version)
    {
        var reader = new TableText(version.Text);
        foreach (var line in Lines(version.Text))
            if (!version.Tables.Any(table => table.Span.Overlaps(line) || table.Caption?.Overlaps(line) == true)) reader.Read(line);
        reader.Close();
        return [.. reader.listed, .. reader.Captioned()];
    }

    /// <summary>The name and the words of a caption; null when a line is none.</summary>
    public static (string Name, string Words)? Caption(string line) =>
        CaptionPattern().Match(line) is { Success: true } head ? (FigureTable.NameOf(head.Groups["kind"].Value, head.Groups["label"].Value), head.Groups["rest"].Value) : null;

    private void Read(Span line)
    {
        var words = line.Of(text);
        if (words.AsSpan().Trim().IsEmpty) return;
        if (CaptionPattern().Match(words) is { Success: true } head)
        {
            Close();
            var (name, rest) = (FigureTable.NameOf(head.Groups["kind"].Value, head.Groups["label"].Value), head.Groups["rest"].Value);
            if (Listed(rest, line.Start + head.Groups["rest"].Index) is { Count: >= FewestListed } figures) listed.Add(new(name, rest, [], figures));
            items.Add(new(null, name, rest));
            return;
        }

        if (SourceLine().Match(words) is { Success: true } source)
        {
            if (source.Groups["begin"].Success) isSource = true;
            else if (source.Groups["end"].Success) isSource = false;
            if (source.Groups["rule"].Success) grid.Rule();
            else if (source.Groups["begin"].Success || source.Groups["end"].Success) Close();
            return;
        }

        if (isSource || (words.Contains('&', StringComparison.Ordinal) && words.Contains(@"\\", StringComparison.Ordinal)))
        {
            SourceRows(line);
            return;
        }

        if (RuleLine().IsMatch(words))
        {
            if (grid.Count > 1)
            {
                // A second rule: the line above it heads another table.
                var (cells, span) = grid.TakeLast();
                Close();
                grid.Add(cells, span);
            }

            grid.Rule();
            return;
        }

        if (Cells(words) is { Count: >= 2 and <= MostCells } row) grid.Add(row, line);
        else
        {
            Close();
            if (SeriesPattern().Match(words) is { Success: true } series && Listed(series.Value, line.Start + series.Index) is { Count: >= FewestListed } figures)
                listed.Add(new(items is [.., { Grid: null, Name: { Length: > 0 } name }] ? name : "", words, [], figures));
            items.Add(new(null, "", ""));
        }
    }

    /// <summary>Rows of LaTeX source: ampersands between cells, two strokes at the end, rules behind them.</summary>
    private void SourceRows(Span line)
    {
        var words = line.Of(text);
        var at = 0;
        foreach (var row in words.Split(@"\\"))
        {
            if (SourceRule().IsMatch(row)) grid.Rule();
            var cells = Ampersand().Split(SourceRule().Replace(row, " ")).Select(cell => cell.Trim()).ToList();
            if (cells.Count >= 2 || (cells.Count == 1 && Wide().IsMatch(cells[0])))
                grid.Add([.. cells.SelectMany(Spread)], new(line.Start + at, Math.Min(line.End, line.Start + at + row.Length)));
            at += row.Length + 2;
        }
    }

    /// <summary>A cell over several columns heads each of them.</summary>
    private static IEnumerable<string> Spread(string cell) =>
        Wide().Match(cell) is { Success: true } wide
            ? Enumerable.Range(0, Math.Clamp(int.Parse(wide.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture), 1, MostCells)).Select(i => i == 0 || CellText.Number(wide.Groups["words"].Value) is null ? wide.Groups["words"].Value : "")
            : [cell];

    private void Close()
    {
        if (grid.Count > 0) items.Add(new(grid, "", ""));
        grid = new();
    }

    /// <summary>The tables with their captions.</summary>
    private IEnumerable<FigureTable> Captioned()
    {
        var above = Enumerable.Range(0, items.Count).Where(i => items[i].Grid is not null && IsCaption(i - 1) && !IsCaption(i + 1)).Count();
        var below = Enumerable.Range(0, items.Count).Where(i => items[i].Grid is not null && IsCaption(i + 1) && !IsCaption(i - 1)).Count();
        var taken = new HashSet<int>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Grid is not { } draft) continue;
            var at = Places(i, below > above).Where(place => IsCaption(place) && !taken.Contains(place)).Select(place => (int?)place).FirstOrDefault();
            if (at is { } found) taken.Add(found);
            if ((at is { } named ? draft.Build(items[named].Name, items[named].Caption) : draft.Build("", "")) is { } table) yield return table;
        }
    }

    /// <summary>Where the caption of a table may stand, the likeliest first: next to it, else above with the rest of a caption of several lines between.</summary>
    private IEnumerable<int> Places(int grid, bool isBelow)
    {
        if (isBelow) yield return grid + 1;
        yield return grid - 1;
        // Where captions stand above, one with a table under it is that table's.
        if (!isBelow && !(grid + 2 < items.Count && items[grid + 2].Grid is not null)) yield return grid + 1;
        for (var i = grid - 1; i >= 0 && i >= grid - MostCaptionLines && items[i] is { Grid: null, Name: "" }; i--) yield return i - 1;
    }

    private bool IsCaption(int index) => index >= 0 && index < items.Count && items[index] is { Grid: null, Name.Length: > 0 };

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
        var trimmed = line.Trim();
        var bars = trimmed.Split('|', StringSplitOptions.TrimEntries).ToList();
        if (bars.Count > 1)
        {
            var isFramed = trimmed[0] == '|' && bars.Count > 2;
            if (isFramed) bars.RemoveAt(0);
            if (trimmed[^1] == '|' && bars.Count > 1) bars.RemoveAt(bars.Count - 1);
            return isFramed || bars.Count > 2 || (bars.Count == 2 && bars.TrueForAll(cell => cell.Length is > 0 and < LongestCell)) ? bars : [trimmed];
        }

        return [.. Gap().Split(trimmed).Where(cell => cell.Length > 0)];
    }

    /// <summary>Figures listed in a caption: a label and its number, separated by commas or semicolons.</summary>
    private static List<FigureRow> Listed(string caption, int offset)
    {
        var rows = new List<FigureRow>();
        foreach (Match match in Pair().Matches(caption))
            if (CellText.Number(match.Groups["value"].Value) is { } value)
                rows.Add(new(match.Groups["label"].Value.Trim(), [value], new(offset + match.Index, offset + match.Index + match.Length)));
        return rows;
    }

    /// <summary>A table on its way, a caption (which has a name), or running text between them.</summary>
    private sealed record Item(GridDraft? Grid, string Name, string Caption);

    [GeneratedRegex(@"^\W{0,3}(?:\\caption(?:\[[^\]]*\])?\{\W{0,3}(?:\\textbf\{)?)?(?<kind>table|tab\.|figure|fig\.)[\s~]?(?<label>[A-Z]?\.?\d{1,3})[*_}]{0,3}\s?[:.|\u2014-](?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex CaptionPattern();

    /// <summary>A line of LaTeX source that is no row: where a table begins and ends, rules, and how it is set.</summary>
    [GeneratedRegex(@"^\s*\\(?:(?<begin>begin\{(?:tabular\w*\*?|array|longtable)\})|(?<end>end\{(?:tabular\w*\*?|array|longtable)\})|(?<rule>midrule|hline|toprule|bottomrule|cline|cmidrule)|begin\{|end\{|centering|label\{|small|footnotesize|scriptsize|setlength|resizebox|vspace)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"\\(?:midrule|hline|toprule|bottomrule|(?:cline|cmidrule)(?:\([^)]*\))?\{[^}]*\})", RegexOptions.None, 1000)]
    private static partial Regex SourceRule();

    [GeneratedRegex(@"(?<!\\)&", RegexOptions.None, 1000)]
    private static partial Regex Ampersand();

    [GeneratedRegex(@"^\\multicolumn\{(?<n>\d{1,2})\}\{[^}]*\}\{(?<words>.*)\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wide();

    /// <summary>Figures in a row in a sentence: "residual stream 58%, attention output 55%, MLP output 37%".</summary>
    [GeneratedRegex(@"(?<=:\s)[^:.]{1,40}\d[^:]{0,400}[;,][^:]{1,40}\d[^:]{0,400}$", RegexOptions.None, 1000)]
    private static partial Regex SeriesPattern();

    [GeneratedRegex(@"\t+|\s{2,}", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^\s*[|+]?[\s:]*-[-:=|+ ]*$", RegexOptions.None, 1000)]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"(?<=^|[;,:.(]\s?|\band\s)(?<label>(?:\p{L}|\d+[kKMB]\b)[\p{L}\d /'\u2019_-]{0,32}?)\s?[:=]?\s(?<value>[+\-\u2212]?\d+(?:\.\d+)?)\s?%?(?=\s?(?:[,;)(]|\.(?:\s|$)|$|and\b))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();
}

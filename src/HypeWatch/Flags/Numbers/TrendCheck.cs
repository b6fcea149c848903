using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>"Rises steadily with size", "larger is better", against a series that turns.</summary>
internal static partial class TrendCheck
{
    private const int FewestPoints = 3;

    /// <summary>Share of the whole span of a series that a turn must have; less is noise.</summary>
    private const double ClearTurn = 0.15;

    /// <summary>The same where the sentence leaves no room for a turn.</summary>
    private const double AnyTurn = 0.05;

    public static Contradiction? Find(Statement statement)
    {
        if (!Trend().IsMatch(statement.Text) || statement.MakesException || Turns().IsMatch(statement.Text)) return null;
        var direction = Down().IsMatch(statement.Text) ? -1 : 1;
        if (statement.IsLong && !statement.Points && !Strict().IsMatch(statement.Text)) return null;
        foreach (var (document, table) in statement.Tables())
        {
            var series = (from row in table.Rows
                          where row.Values is [not null]
                          let size = Size(row.Label)
                          where size is not null
                          orderby size
                          select (Row: row, Value: row.Values[0]!.Value)).ToList();
            if (series.Count < FewestPoints) continue;
            var whole = series.Max(point => point.Value) - series.Min(point => point.Value);
            for (var i = 1; i < series.Count; i++)
            {
                var step = (series[i].Value - series[i - 1].Value) * direction;
                if (step >= 0 || -step < (Strict().IsMatch(statement.Text) ? AnyTurn : ClearTurn) * whole) continue;
                return new(
                    FormattableString.Invariant($"{table.Told} turns: {series[i - 1].Row.Label} has {series[i - 1].Value}, {series[i].Row.Label} has {series[i].Value}."),
                    Statement.Quote(document, series[i].Row.Span));
            }
        }

        return null;
    }

    private static double? Size(string label)
    {
        var match = SizePattern().Match(label);
        if (!match.Success) return null;
        var value = double.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        return value * match.Groups["unit"].Value switch { "k" or "K" => 1e3, "M" or "m" => 1e6, "B" or "b" => 1e9, _ => 1 };
    }

    [GeneratedRegex(
        @"\b(?:rises?|rose|increas\w+|grows?|grew|improv\w+|falls?|fell|decreas\w+|declin\w+|shrinks?|goes (?:up|down))\b[^.]{0,60}\b(?:steadily|monotonic\w*|consistently|smoothly|continuously|always|with (?:\w+\s){0,2}(?:size|scale|width|depth|layers?|dose|strength|data|parameters|compute))\b|\b(?:steadily|monotonic\w*|consistently|smoothly)\s(?:\w+\s)?(?:rises?|increas\w+|grows?|improv\w+|falls?|decreas\w+|declin\w+|better|worse)\b|\b(?:larger|bigger|deeper|wider|more \w+)\b[^.]{0,30}\b(?:is|are) (?:always )?better\b|\bthe (?:larger|bigger|deeper|wider|more)\b[^.]{0,60},\s?the\s(?:better|higher|lower|more)\b|\bscales? (?:with|smoothly|reliably)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trend();

    [GeneratedRegex(@"\b(?:throughout|steadily|monotonic\w*|always|at every (?:step|size|scale)|without exception|strictly)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Strict();

    [GeneratedRegex(@"\b(?:then|beyond|until|up to|peak\w*|plateau\w*|before (?:falling|dropping|declining)|not)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Turns();

    [GeneratedRegex(@"\b(?:falls?|fell|decreas\w+|declin\w+|shrinks?|goes down|worse|lower)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Down();

    [GeneratedRegex(@"^\D{0,20}?(?<n>\d+(?:\.\d+)?)\s?(?<unit>[kKmMbB]?)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SizePattern();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>"Between 0.82 and 0.95", "at least 90 % on every set", against a column with a value outside.</summary>
internal static partial class RangeCheck
{
    public static Contradiction? Find(Statement statement)
    {
        var match = Range().Match(statement.Text);
        if (!match.Success || statement.MakesException) return null;
        double? low = Read(match.Groups["low"]), high = Read(match.Groups["high"]);
        if (low is not null && high is not null && low > high) (low, high) = (high, low);
        var ofAll = Every().IsMatch(statement.Text);
        if (statement.IsLong && !statement.Points) return null;
        foreach (var (document, table) in statement.Tables())
        {
            for (var i = 0; i < table.Rows.Max(row => row.Values.Count); i++)
            {
                var given = table.Column(i).Where(entry => !Measures.IsReference(entry.Row.Label)).ToList();
                // Percentages may stand in the table as shares of one.
                var scale = (low ?? high) > 1.5 && given.TrueForAll(entry => Math.Abs(entry.Value) <= 1) ? 100 : 1;
                var column = given.ConvertAll(entry => (entry.Row, Value: entry.Value * scale));
                // The column is the one meant when it has the named ends.
                if (!(low is null || column.Any(entry => Same(entry.Value, low.Value))) || !(high is null || column.Any(entry => Same(entry.Value, high.Value)))) continue;
                if (!(low is not null && high is not null) && !ofAll) continue;
                var outside = column.Where(entry => (entry.Value < low - Slack(entry.Value) || entry.Value > high + Slack(entry.Value)) && !statement.Names(entry.Row.Label)).ToList();
                if (outside.Count == 0 || outside.Count * 2 > column.Count) continue;
                return new(
                    FormattableString.Invariant($"{table.Told} has {outside[0].Value / scale} for {outside[0].Row.Label}, which the range leaves out."),
                    Statement.Quote(document, outside[0].Row.Span));
            }
        }

        return null;
    }

    private static double? Read(Group group) => group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    private static bool Same(double a, double b) => Math.Abs(a - b) <= Slack(b);

    private static double Slack(double value) => Math.Abs(value) <= 1.5 ? 0.006 : 0.6;

    [GeneratedRegex(
        @"\bbetween\s(?<low>\d+(?:\.\d+)?)\s?%?\s(?:and|to)\s(?<high>\d+(?:\.\d+)?)|\bfrom\s(?<low>\d+(?:\.\d+)?)\s?%?\sto\s(?<high>\d+(?:\.\d+)?)|\brang(?:es?|ed|ing)\s(?:\w+\s)?(?<low>\d+(?:\.\d+)?)\s?%?\s?(?:to|-|\u2013)\s?(?<high>\d+(?:\.\d+)?)|(?<![\d.])(?<low>\d+(?:\.\d+)?)\s?%?\s?[\u2013-]\s?(?<high>\d+(?:\.\d+)?)\s?(?:%|AUROC|accuracy|points)|\b(?:at least|no less than|never below|not below|above|over|more than|exceed(?:s|ing)?)\s(?<low>\d+(?:\.\d+)?)|\b(?:at most|no more than|never above|below|under|less than|within)\s(?<high>\d+(?:\.\d+)?)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(?:all|every|each|always|never|any)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Every();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>
/// "Leaves ability intact", "minimal changes", "at no cost", beside a table or a sentence with a clear fall. A fall counts from a tenth of the value on:
/// smaller ones a careful writer may call minimal.
/// </summary>
internal static partial class UnchangedCheck
{
    private const double ClearFall = 0.1;
    private const double LeastPoints = 3;

    /// <summary>Characters after the word in which what stays the same is named.</summary>
    private const int Reach = 40;

    /// <summary>On scales up to ten a tenth is less than a point.</summary>
    private const double SmallScale = 10;

    public static Contradiction? Find(Statement statement)
    {
        if (!Unchanged().IsMatch(statement.Text) || Denied().IsMatch(statement.Text) || statement.MakesException) return null;
        return InTable(statement) ?? InText(statement);
    }

    private static Contradiction? InTable(Statement statement)
    {
        foreach (var (document, table) in statement.Tables())
        {
            foreach (var row in table.Rows)
            {
                if (!IsBeforeAfter(table) || Pair(statement, table, row) is not var (before, after) || !IsClear(before, after) || statement.Tells(row)) continue;
                return new(
                    FormattableString.Invariant($"{(table.Name.Length > 0 ? table.Name : "its table")} shows {row.Label} going from {before} to {after}."), Statement.Quote(document, row.Span));
            }
        }

        return null;
    }

    /// <summary>Value before and after: of the columns whose head the sentence names, else the first two.</summary>
    private static (double Before, double After)? Pair(Statement statement, FigureTable table, FigureRow row)
    {
        var said = Unchanged().Match(statement.Text);
        var about = HypeWatch.Lexicons.ContentWords.Of(statement.Text, new(said.Index, Math.Min(statement.Text.Length, said.Index + said.Length + Reach)));
        var named = Enumerable.Range(0, Math.Min(table.Columns.Count, row.Values.Count))
            .Where(i => HypeWatch.Lexicons.ContentWords.Of(table.Columns[i]).Overlaps(about)).ToList();
        if (table.Columns.Count > 2 && named.Count != 2) return null;
        var (first, second) = named.Count == 2 ? (named[0], named[1]) : (0, 1);
        return row.Values.Count > second && row.Values[first] is { } before && row.Values[second] is { } after ? (before, after) : null;
    }

    private static bool IsBeforeAfter(FigureTable table) => BeforeAfter().IsMatch(string.Join(" | ", table.Columns.Append(table.Caption)));

    private static bool IsClear(double before, double after) => before - after >= ClearFall * Math.Abs(before) && (Math.Abs(before) <= SmallScale || before - after >= LeastPoints);

    private static Contradiction? InText(Statement statement)
    {
        var home = statement.Home.Version.PassageAt(statement.Claim.Span);
        var aboutQuality = QualityPattern().IsMatch(statement.Text);
        foreach (var sentence in statement.Others(0))
        {
            var isQuality = aboutQuality && QualityPattern().IsMatch(sentence.Text);
            if (!isQuality && DossierReading.SharedTopic(statement.Words, HypeWatch.Lexicons.ContentWords.Of(sentence.Text)) < (statement.IsLong ? 3 : 1)) continue;
            if (!isQuality && statement.IsLong && (statement.Points || sentence.Document.Version.Id != statement.Claim.Version || sentence.Passage.Heading != home?.Heading)) continue;
            var match = FromTo().Match(sentence.Text);
            if (!match.Success) continue;
            if (match.Groups["from"].Success)
            {
                var (from, to) = (Read(match.Groups["from"].Value), Read(match.Groups["to"].Value));
                if (!IsClear(from, to)) continue;
            }
            else if (Read(match.Groups["by"].Value) < LeastPoints + 2) continue;
            if (!statement.Paragraph().Contains(sentence.Text)) return new($"the same text reports {DossierReading.Cite(match.Value.Trim())}.", sentence.Quote("evidence"));
        }

        return null;
    }

    private static double Read(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>Words for what an intervention is to leave as it was.</summary>
    [GeneratedRegex(@"\b(?:quality|fluency|coherence|readability|general (?:ability|performance)|capabilit\w+|perplexity)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QualityPattern();

    [GeneratedRegex(
        @"\b(?:intact|unaffected|unchanged|untouched|unharmed|unscathed|unimpaired|undiminished|(?:preserv|maintain|retain|keep)(?:s|es|ed|ing)?\s(?:\w+\s){0,3}(?:abilit|capabilit|performance|accuracy|quality|fluency|utility|knowledge|skills?|coherence)\w*|(?:no|minimal|negligible|little|hardly any|almost no|virtually no|zero|without (?:any |a |much )?|at no|insignificant|marginal)\s?(?:[\w-]+\s){0,2}?(?:loss|losses|degradation|drop|drops|cost|costs|damage|harm|harming|hurting|degrading|sacrificing|losing|affecting|changes?|effects?|impact|side[- ]effects?|decrease|decline|penalty|reduction)|(?:does|do|did) not (?:harm|hurt|degrade|reduce|affect|change|impair|damage)|barely (?:affect|chang|mov|reduc|degrad)\w*|nearly free|for free)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unchanged();

    [GeneratedRegex(@"\bnot\s(?:[\w-]+\s){0,4}(?:intact|untouched|unharmed|unaffected|unchanged|minimal|negligible|free|preserv\w*|maintain\w*|retain\w*)\b|\bfails? to\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(?:before|original|unsteered|unedited|base|baseline|clean|without|w/o|control|full|vanilla)\b.{0,120}\b(?:after|steered|edited|ablated|with|patched|modified|intervened|pruned|sparse|unlearned|treated|ours)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex BeforeAfter();

    [GeneratedRegex(
        @"\b(?:falls?|fell|fallen|drop\w*|declin\w+|decreas\w+|sinks?|sank|go(?:es|ing)?|went|reduc\w+|degrad\w+|deteriorat\w+|los\w+|down)\b[^.;]{0,60}?(?:\bfrom\s(?<from>\d+(?:\.\d+)?)\s?(?:%|percent|points?)?\s(?:\w+\s)?to\s(?<to>\d+(?:\.\d+)?)\b|\bby\s(?:about |roughly |around |nearly )?(?<by>\d+(?:\.\d+)?)\s?(?:%|percent|points?|pp))|\bfrom\s(?<from>\d+(?:\.\d+)?)\s?%\s(?:\w+\s)?to\s(?<to>\d+(?:\.\d+)?)\s?%",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FromTo();
}

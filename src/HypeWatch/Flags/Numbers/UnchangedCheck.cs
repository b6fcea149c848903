using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Lexicons;

namespace HypeWatch.Flags.Numbers;

/// <summary>
/// "Leaves ability intact", "minimal changes", "at no cost", beside a table or a sentence with a clear fall. A change counts from a tenth of the value on:
/// smaller ones a careful writer may call minimal. For a cost, such as perplexity, the change for the worse is a rise.
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
            foreach (var (row, name, measure, before, after) in IsBeforeAfter(table) ? InColumns(statement, table) : InRows(statement, table))
            {
                if (!IsClear(statement, table, measure, before, after) || statement.Tells(row)) continue;
                return new(FormattableString.Invariant($"{table.Told} shows {name} going from {before} to {after}."), Statement.Quote(document, row.Span));
            }
        }

        return null;
    }

    /// <summary>Values before and after side by side: in the columns whose head the sentence names, else the first two.</summary>
    private static IEnumerable<(FigureRow Row, string Name, string Measure, double Before, double After)> InColumns(Statement statement, FigureTable table)
    {
        var said = Unchanged().Match(statement.Text);
        var about = ContentWords.Of(statement.Text, new(said.Index, Math.Min(statement.Text.Length, said.Index + said.Length + Reach)));
        foreach (var row in Spoken(statement, table))
        {
            var named = Enumerable.Range(0, Math.Min(table.Columns.Count, row.Values.Count)).Where(i => ContentWords.Of(table.Columns[i]).Overlaps(about)).ToList();
            if (table.Columns.Count > 2 && named.Count != 2) continue;
            var (first, second) = named.Count == 2 ? (named[0], named[1]) : (0, 1);
            if (row.Values.Count > second && row.Values[first] is { } before && row.Values[second] is { } after) yield return (row, row.Label, $"{table.Head(first)} {table.Head(second)} {row.Label}", before, after);
        }
    }

    /// <summary>Values before and after below one another: one row for the model as it was, and the row of what was done to it.</summary>
    private static IEnumerable<(FigureRow Row, string Name, string Measure, double Before, double After)> InRows(Statement statement, FigureTable table)
    {
        var origin = table.Rows.Where(row => Origin().IsMatch(row.Label)).ToList();
        var changed = table.Rows.Except(origin).ToList();
        if (origin.Count != 1 || changed.Count != 1) yield break;
        var both = changed[0] with { Span = new(Math.Min(origin[0].Span.Start, changed[0].Span.Start), Math.Max(origin[0].Span.End, changed[0].Span.End)) };
        var about = table.Columns.Where(head => ContentWords.Of(head).Overlaps(statement.Words)).ToList();
        for (var i = 0; i < Math.Min(origin[0].Values.Count, changed[0].Values.Count); i++)
        {
            var head = table.Head(i);
            if (head.Length == 0 || Measures.IsNone(head) || (about.Count > 0 && !about.Contains(head))) continue;
            if (origin[0].Values[i] is { } before && changed[0].Values[i] is { } after) yield return (both, head, head, before, after);
        }
    }

    /// <summary>The rows that the sentence speaks of: those that it names, or all of them.</summary>
    private static IReadOnlyList<FigureRow> Spoken(Statement statement, FigureTable table)
    {
        var named = table.Rows.Where(row => ContentWords.Of(row.Label) is { Count: > 0 } words && words.All(statement.Words.Contains)).ToList();
        return named.Count > 0 ? named : table.Rows;
    }

    private static bool IsBeforeAfter(FigureTable table) => BeforeAfter().IsMatch(string.Join(" | ", table.Columns.Append(table.Caption)));

    /// <summary>A clear change for the worse; either way where the sentence says that nothing changes at all.</summary>
    private static bool IsClear(Statement statement, FigureTable table, string measure, double before, double after)
    {
        var isCost = Measures.LowerIsBetter(measure) ?? Measures.LowerIsBetter(statement.Text) ?? Measures.LowerIsBetter(table.Caption) ?? false;
        var change = after - before;
        return IsClear(before, before + Math.Abs(change)) && (Neutral().IsMatch(statement.Text) || (isCost ? change > 0 : change < 0));
    }

    private static bool IsClear(double before, double after) => Math.Abs(after - before) >= ClearFall * Math.Abs(before) && (Math.Abs(before) <= SmallScale || Math.Abs(after - before) >= LeastPoints);

    private static Contradiction? InText(Statement statement)
    {
        var home = statement.Home.Version.PassageAt(statement.Claim.Span);
        var aboutQuality = QualityPattern().IsMatch(statement.Text);
        foreach (var sentence in statement.Others(0))
        {
            var isQuality = aboutQuality && QualityPattern().IsMatch(sentence.Text);
            if (!isQuality && DossierReading.SharedTopic(statement.Words, ContentWords.Of(sentence.Text)) < (statement.IsLong ? 3 : 1)) continue;
            if (!isQuality && statement.IsLong && (statement.Points || sentence.Document.Version.Id != statement.Claim.Version || sentence.Passage.Heading != home?.Heading)) continue;
            if (Beside(statement, sentence) is { } beside && !statement.Paragraph().Contains(sentence.Text)) return beside;
            var match = FromTo().Match(sentence.Text);
            if (!match.Success || (match.Groups["up"].Success && !CostRise().IsMatch(sentence.Text))) continue;
            if (match.Groups["from"].Success)
            {
                var (from, to) = (Read(match.Groups["from"].Value), Read(match.Groups["to"].Value));
                if (!IsClear(from, to) || (to > from && !CostRise().IsMatch(sentence.Text))) continue;
            }
            else if (Read(match.Groups["by"].Value) < LeastPoints + 2) continue;
            if (!statement.Paragraph().Contains(sentence.Text)) return new($"the same text reports {DossierReading.Cite(match.Value.Trim())}.", sentence.Quote("evidence"));
        }

        return null;
    }

    /// <summary>A value of what was before and a lower one of what came after, in one sentence: "on the originals 0.91, on the reworded traces 0.68".</summary>
    private static Contradiction? Beside(Statement statement, Sentence sentence)
    {
        if (!Earlier().IsMatch(sentence.Text) || DossierReading.SharedTopic(statement.Words, ContentWords.Of(sentence.Text)) < 1 || Measures.LowerIsBetter(sentence.Text) == true) return null;
        var figures = Figure.In(IntervalPattern().Replace(sentence.Text, interval => new string(' ', interval.Length))).ToList();
        if (figures.Count != 2 || figures[0].IsRate != figures[1].IsRate || !IsClear(figures[0].Value, figures[1].Value) || figures[1].Value > figures[0].Value) return null;
        var between = sentence.Text[figures[0].Span.End..figures[1].Span.Start];
        // What came after is named between the two in words of the statement.
        return ContentWords.Of(between).Overlaps(statement.Words) && Earlier().IsMatch(sentence.Text[..figures[0].Span.Start])
            ? new($"the same text reports {DossierReading.Cite(figures[0].Span.Of(sentence.Text))} before and {DossierReading.Cite(figures[1].Span.Of(sentence.Text))} after.", sentence.Quote("evidence"))
            : null;
    }

    private static double Read(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>Nothing is said to change, be it better or worse.</summary>
    [GeneratedRegex(@"\b(?:unaffected|unchanged|untouched|(?:does|do|did) not (?:affect|change|alter|move|shift)|(?:minimal|negligible|no|little|hardly any|almost no|virtually no|without (?:any |a )?)\s?(?:[\w-]+\s){0,2}?(?:changes?|effects?|impact|side[- ]effects?)|barely (?:affect|chang|mov)\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Neutral();

    [GeneratedRegex(@"^\W*(?:before|original|unsteered|unedited|base|baseline|clean|unmodified|vanilla|no (?:edit|steering|intervention|ablation)|without|w/o|intact|dense)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Origin();

    [GeneratedRegex(@"\b(?:originals?|before|unmodified|unedited|unsteered|clean|unchanged text)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex IntervalPattern();

    /// <summary>What is worse when it grows.</summary>
    [GeneratedRegex(@"\b(?:perplexity|loss|errors?|latency)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CostRise();

    /// <summary>Words for what an intervention is to leave as it was.</summary>
    [GeneratedRegex(@"\b(?:quality|fluency|coherence|readability|general (?:ability|performance)|capabilit\w+|perplexity)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QualityPattern();

    [GeneratedRegex(
        @"\b(?:intact|unaffected|unchanged|untouched|unharmed|unscathed|unimpaired|undiminished|(?:preserv|maintain|retain|keep)(?:s|es|ed|ing)?\s(?:\w+\s){0,3}(?:abilit|capabilit|performance|accuracy|quality|fluency|utility|knowledge|skills?|coherence)\w*|(?:no|minimal|negligible|little|hardly any|almost no|virtually no|zero|without (?:any |a |much )?|at no|insignificant|marginal)\s?(?:[\w-]+\s){0,2}?(?:loss|losses|degradation|drop|drops|cost|costs|damage|harm|harming|hurting|degrading|sacrificing|losing|affecting|changes?|effects?|impact|side[- ]effects?|decrease|decline|penalty|reduction)|costs? (?:no|little|hardly any|almost no)\s\w+|(?:does|do|did) not (?:harm|hurt|degrade|reduce|affect|change|alter|impair|damage)|barely (?:affect|chang|mov|reduc|degrad)\w*|nearly free|for free)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unchanged();

    [GeneratedRegex(@"\bnot\s(?:[\w-]+\s){0,4}(?:intact|untouched|unharmed|unaffected|unchanged|minimal|negligible|free|preserv\w*|maintain\w*|retain\w*)\b|\bfails? to\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(?:before|original|unsteered|unedited|base|baseline|clean|without|w/o|control|full|vanilla)\b.{0,120}\b(?:after|steered|edited|ablated|with|patched|modified|intervened|pruned|sparse|unlearned|treated|ours)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex BeforeAfter();

    [GeneratedRegex(
        @"\b(?:(?<up>rises?|rose|risen|climb\w*|grows?|grew|increas\w+)|falls?|fell|fallen|drop\w*|declin\w+|decreas\w+|sinks?|sank|go(?:es|ing)?|went|reduc\w+|degrad\w+|deteriorat\w+|los\w+|down)\b[^.;]{0,60}?(?:\bfrom\s(?<from>\d+(?:\.\d+)?)\s?(?:%|percent|points?)?\s(?:\w+\s)?to\s(?<to>\d+(?:\.\d+)?)\b|\bby\s(?:about |roughly |around |nearly )?(?<by>\d+(?:\.\d+)?)\s?(?:%|percent|points?|pp))|\bfrom\s(?<from>\d+(?:\.\d+)?)\s?%\s(?:\w+\s)?to\s(?<to>\d+(?:\.\d+)?)\s?%",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FromTo();
}

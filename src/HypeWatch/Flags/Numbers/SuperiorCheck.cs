using System.Text.RegularExpressions;
using HypeWatch.Lexicons;

namespace HypeWatch.Flags.Numbers;

/// <summary>
/// "Outperforms all", "the best on every task", against a table with a better row. Rows are compared that differ in the method alone, in the columns that
/// the sentence speaks of, in the direction that the measure has; where one of these cannot be told, nothing is said.
/// </summary>
internal static partial class SuperiorCheck
{
    public static Contradiction? Find(Statement statement)
    {
        if (!Superior().IsMatch(AsidePattern().Replace(statement.Text, " ")) || statement.MakesException || Negated().IsMatch(statement.Text) || Weighed().IsMatch(statement.Text)) return null;
        if (statement.IsLong && !statement.Points && !UniversalPattern().IsMatch(statement.Text)) return null;
        foreach (var (document, table) in statement.Tables())
        {
            if (Better(statement, table) is not { } better) continue;
            var (rival, theirs, own, ours, head) = better;
            return new(
                FormattableString.Invariant($"{table.Told} gives {rival.Label} {theirs}{(head.Length > 0 ? $" ({head})" : "")}, against {ours} for {own.Label}."), Statement.Quote(document, rival.Span));
        }

        return null;
    }

    private static (FigureRow Rival, double Theirs, FigureRow Own, double Ours, string Head)? Better(Statement statement, FigureTable table)
    {
        var (own, part) = Own(statement, table);
        if (own.Count == 0 || own.Count == table.Rows.Count) return null;
        var isModel = own.Exists(row => Variant().IsMatch(row.Parts[part]));
        var rivals = table.Rows.Where(row => !own.Contains(row) && row.Parts.Count > part && !Measures.IsReference(row.Parts[part]) && (isModel || !Variant().IsMatch(row.Parts[part]))).ToList();
        if (rivals.Count == 0) return null;
        var verb = Superior().Match(statement.Text);
        var behind = statement.Text[(verb.Index + Math.Max(0, verb.Value.IndexOf(' ', StringComparison.Ordinal)))..];
        var compared = rivals.Where(row => Place(row.Parts[part], behind) >= 0).ToList();
        // Who is ahead of one other is told nothing by the rest of the table.
        if (compared.Count == 0 && Single().IsMatch(statement.Text)) return null;
        var counted = Counted().Match(statement.Text);
        var columns = Columns(statement, table).ToList();
        var lost = new List<(FigureRow Rival, double Theirs, FigureRow Own, double Ours, string Head)>();
        foreach (var (column, isCost) in columns)
        {
            var found = from ours in own
                        where ours.Values.ElementAtOrDefault(column) is not null
                        let value = ours.Values[column]!.Value
                        from rival in compared.Count > 0 ? compared : rivals
                        where rival.Values.ElementAtOrDefault(column) is not null && AreComparable(ours, rival, part)
                        let theirs = rival.Values[column]!.Value
                        where (isCost ? theirs < value : theirs > value) && !(compared.Count == 0 && statement.Names(rival.Label))
                        // The best of several rows of ours is what the sentence speaks of.
                        where !own.Exists(other => other != ours && AreComparable(other, rival, part) && other.Values.ElementAtOrDefault(column) is { } better && (isCost ? better <= theirs : better >= theirs))
                        orderby Math.Abs(theirs - value) descending
                        select (rival, theirs, ours, value, table.Head(column));
            if (found.FirstOrDefault() is { rival: not null } first) lost.Add(first);
        }

        if (counted.Success && (Figure.Count(counted.Groups["whole"].Value) != columns.Count || columns.Count - lost.Count >= Figure.Count(counted.Groups["part"].Value))) return null;
        return lost.Count > 0 ? lost[0] : null;
    }

    /// <summary>The rows of what the sentence praises, and which of a row's names says so: that named nearest before the verb, else the one that the table marks as ours.</summary>
    private static (List<FigureRow> Rows, int Part) Own(Statement statement, FigureTable table)
    {
        var verb = Superior().Match(statement.Text);
        var subject = verb is { Success: true, Index: > 0 } ? statement.Text[..verb.Index] : statement.Text;
        var places = (from row in table.Rows
                      from index in Enumerable.Range(0, row.Parts.Count)
                      let place = Place(row.Parts[index], subject)
                      where place >= 0
                      select (row, index, place)).ToList();
        if (places.Count > 0)
        {
            var part = places.MaxBy(entry => entry.place).index;
            var named = places.GroupBy(entry => entry.row).Where(group => group.Any(entry => entry.index == part)).ToList();
            var most = named.Max(group => group.Count());
            return ([.. named.Where(group => group.Count() == most).Select(group => group.Key)], part);
        }

        if (!AboutOurs().IsMatch(subject)) return ([], 0);
        var marked = table.Rows.Select(row => row.Parts.ToList().FindIndex(Ours().IsMatch)).FirstOrDefault(index => index >= 0, 0);
        return ([.. table.Rows.Where(row => row.Parts.Count > marked && Ours().IsMatch(row.Parts[marked]))], marked);
    }

    /// <summary>Where a text names a row: the end of the last of its words, when it has all of them; below 0 otherwise.</summary>
    private static int Place(string name, string text)
    {
        var words = Ours().Replace(name, " ").Split([' ', '(', ')', '*', '+', '/', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1).ToList();
        var places = words.ConvertAll(word => text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase));
        return words.Count > 0 && places.TrueForAll(place => place >= 0) ? places.Max() : -1;
    }

    /// <summary>Rows that differ in the name that the sentence compares, and in no other.</summary>
    private static bool AreComparable(FigureRow a, FigureRow b, int part) =>
        a.Parts.Count == b.Parts.Count && a.Parts.Zip(b.Parts).Index().All(pair => pair.Index == part || pair.Item.First == pair.Item.Second);

    /// <summary>The columns that the sentence speaks of, with their direction.</summary>
    private static IEnumerable<(int Column, bool IsCost)> Columns(Statement statement, FigureTable table)
    {
        var width = table.Rows.Max(row => row.Values.Count);
        var all = Enumerable.Range(0, width).Where(i => !Measures.IsNone(table.Head(i))).ToList();
        var named = all.Where(i => ContentWords.Of(table.Head(i)).Overlaps(statement.Words)).ToList();
        // A measure that no column and no caption has is measured elsewhere.
        var measure = Measure().Match(statement.Text).Groups["measure"].Value;
        if (measure.Length > 0 && !table.Words.Contains(measure, StringComparison.OrdinalIgnoreCase)) yield break;
        if (named.Count == 0 && all.Exists(i => Measures.AreIn(table.Head(i))) && Measures.AreIn(statement.Text)) yield break;
        // Who is ahead of all is said of the average where the table gives one; only "on every" speaks of each column.
        IEnumerable<int> meant = named.Count > 0 ? named : !IsOfEach().IsMatch(statement.Text) && table.AverageColumn() is { } average ? [average] : all;
        var areMeasures = all.Exists(i => Measures.AreIn(table.Head(i)));
        foreach (var column in meant)
        {
            var head = table.Head(column);
            if (Measures.LowerIsBetter(head) is { } known) yield return (column, known);
            else if (!areMeasures) yield return (column, Measures.LowerIsBetter(table.Caption) ?? Measures.LowerIsBetter(statement.Text) ?? false);
        }
    }

    [GeneratedRegex(
        @"\b(?:outperform\w*|beat\w*|surpass\w*|exceed\w*|better than|higher (?:\w+\s)?than|superior to|ahead of|more (?:\w+\s){1,3}than)\s(?:[\w-]+\s){0,3}?(?:all|every|any|each|both|the (?:other|competing|remaining)|existing|previous|prior|other)\b|\b(?:achieves?|reach\w*|obtain\w*|gives?|has|have|is|are|scores?|performs?|yields?|attains?|the)\s(?:the\s)?(?:best|highest|strongest|lowest)\b|\bbest[- ]performing\b|\bstate[- ]of[- ]the[- ]art\b|\b(?:on|across|in) (?:all|every)\b[^.]{0,60}\b(?:outperform\w*|better|best|beats?|wins?)\b|\b(?:outperform\w*|beats?|wins?|better|ahead)\b[^.]{0,60}\b(?:on|across|in) (?:all|every)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Superior();

    /// <summary>Ahead of something in particular, and not of all, the others or what there was before.</summary>
    [GeneratedRegex(@"\b(?:outperform\w*|beats?|surpass\w*|exceeds?|than|ahead of|superior to)\s(?!(?:[\w-]+\s){0,2}?(?:all|every|any|each|the (?:other|competing|remaining)|existing|previous|prior|others?|everything|baselines?|alternatives?)\b)(?!(?:on|in|across|for|at|both)\b)\w", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Single();

    /// <summary>What stands in brackets is said of something else.</summary>
    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex AsidePattern();

    /// <summary>Likely to be ahead, or ahead where something else is held equal: no table of single values shows otherwise.</summary>
    [GeneratedRegex(@"\b(?:probabilit\w+|likel\w+|chance of|tends? to|pareto|trade-?offs?|frontier|for (?:any|a|each|every|the same|equal|comparable|matched) (?:given|chosen|fixed|same|budget|level|\w+ (?:budget|level|score|cost|sparsity)))\b|\bat (?:the same|equal|matched|comparable)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weighed();

    [GeneratedRegex(@"\b(?:on|across|in|for|at) (?:all|every|each|both)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsOfEach();

    [GeneratedRegex(@"\b(?:on|across|in|for|at) (?<part>" + Figure.CountPattern + @")\s(?:out\s)?of\s(?:the\s|our\s|all\s)?(?<whole>" + Figure.CountPattern + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:not|no|never|nor|neither|fails?)\b|n't\b|\bmost\b|\bamong\b|\bone of the\b|\bsecond[- ]best\b|\bso far\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Negated();

    /// <summary>The measure that the sentence names: "the highest concept score".</summary>
    [GeneratedRegex(@"\b(?:best|highest|lowest|strongest)\s(?:\w+\s)?(?<measure>\w+)\s(?:scores?|rates?|accuracy)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Measure();

    [GeneratedRegex(@"\b(?:all|every|any|each|both|consistently|always)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UniversalPattern();

    /// <summary>A variant of a method in an ablation, or a row that is no method.</summary>
    [GeneratedRegex(@"^\W*[-+\u2212\u2013]\s?\p{L}|\bw/o\b|\bwithout\b|^\W*\d|\b(?:Qwen|Llama|Gemma|Gemini|GPT|Mistral|Mixtral|Pythia|Claude|Phi|DeepSeek|OLMo|Falcon|BERT|T5|ViT|CLIP)[\w.-]*\d|\b\d+(?:\.\d+)?[BM]\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variant();

    [GeneratedRegex(@"[(\[]?\b(?:ours?|proposed|this work)\b[)\]]?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\b(?:we|our|ours|proposed|this (?:work|paper|study|method|approach)|(?:the|new) (?:method|approach|technique|probe|monitor|dictionary|estimator|detector|metric))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AboutOurs();
}

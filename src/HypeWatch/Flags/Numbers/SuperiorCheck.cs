using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>"Outperforms all", "the best on every task", against a table with a better row.</summary>
internal static partial class SuperiorCheck
{
    public static Contradiction? Find(Statement statement)
    {
        if (!Superior().IsMatch(AsidePattern().Replace(statement.Text, " ")) || statement.MakesException || Negated().IsMatch(statement.Text) || Weighed().IsMatch(statement.Text)) return null;
        var measure = Measure().Match(statement.Text).Groups["measure"].Value;
        if (statement.IsLong && !statement.Points && !UniversalPattern().IsMatch(statement.Text)) return null;
        foreach (var (document, table) in statement.Tables())
        {
            if (measure.Length > 0 && !table.Words.Contains(measure, StringComparison.OrdinalIgnoreCase)) continue;
            var own = table.Rows.Where(row => IsOwn(statement, row.Label)).ToList();
            if (own.Count == 0 || own.Count == table.Rows.Count) continue;
            // Who is ahead of all is said of the average where the table gives one; only "on every" speaks of each column.
            var average = IsOfEach().IsMatch(statement.Text) ? null : table.AverageColumn();
            var width = table.Rows.Max(row => row.Values.Count);
            for (var i = 0; i < width; i++)
            {
                if (average is { } only && i != only) continue;
                var column = table.Column(i);
                var ours = column.Where(entry => own.Contains(entry.Row)).Select(entry => entry.Value).ToList();
                if (ours.Count == 0) continue;
                var head = i < table.Columns.Count ? table.Columns[i] : "";
                var isCost = Cost().IsMatch(head.Length > 0 ? head : table.Caption) || Down().IsMatch(head);
                if (head.Length > 0 && NoMeasure().IsMatch(head)) continue;
                var best = isCost ? ours.Min() : ours.Max();
                var better = column.Where(entry => !own.Contains(entry.Row) && (isCost ? entry.Value < best : entry.Value > best) && !Bound().IsMatch(entry.Row.Label) && !Variant().IsMatch(entry.Row.Label)).ToList();
                if (better.Count == 0 || statement.Names(better[0].Row.Label)) continue;
                return new(
                    FormattableString.Invariant($"{(table.Name.Length > 0 ? table.Name : "its table")} gives {better[0].Row.Label} {better[0].Value}{(head.Length > 0 ? $" ({head})" : "")}, against {best} for {own[0].Label}."),
                    Statement.Quote(document, better[0].Row.Span));
            }
        }

        return null;
    }

    private static bool IsOwn(Statement statement, string label)
    {
        if (Ours().IsMatch(label)) return true;
        var words = label.Split([' ', '(', ')', '*', '+', '/'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1).ToList();
        var subject = Superior().Match(statement.Text) is { Success: true } match && match.Index > 0 ? statement.Text[..match.Index] : statement.Text;
        return words.Count > 0 && words.TrueForAll(word => subject.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(
        @"\b(?:outperform\w*|beat\w*|surpass\w*|exceed\w*|better than|higher (?:\w+\s)?than|superior to|ahead of)\s(?:\w+\s){0,2}?(?:all|every|any|each|both|the (?:other|competing|remaining)|existing|previous|prior|other)\b|\b(?:achieves?|reach\w*|obtain\w*|gives?|has|have|is|are|scores?|performs?|yields?|attains?|the)\s(?:the\s)?(?:best|highest|strongest)\b|\bbest[- ]performing\b|\bstate[- ]of[- ]the[- ]art\b|\b(?:on|across|in) (?:all|every)\b[^.]{0,60}\b(?:outperform\w*|better|best|beats?|wins?)\b|\b(?:outperform\w*|beats?|wins?|better|ahead)\b[^.]{0,60}\b(?:on|across|in) (?:all|every)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Superior();

    /// <summary>What stands in brackets is said of something else.</summary>
    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex AsidePattern();

    /// <summary>Likely to be ahead, or ahead where something else is held equal: no table of single values shows otherwise.</summary>
    [GeneratedRegex(@"\b(?:probabilit\w+|likel\w+|chance of|tends? to|pareto|trade-?offs?|frontier|for (?:any|a|each|every|the same|equal|comparable|matched) (?:given|chosen|fixed|same|budget|level|\w+ (?:budget|level|score|cost|sparsity)))\b|\bat (?:the same|equal|matched|comparable)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weighed();

    [GeneratedRegex(@"\b(?:on|across|in|for|at) (?:all|every|each|both)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsOfEach();

    [GeneratedRegex(@"\b(?:not|no|never|nor|neither|fails?)\b|n't\b|\bmost\b|\bamong\b|\bone of the\b|\bsecond[- ]best\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Negated();

    /// <summary>The measure that the sentence names: "the highest concept score".</summary>
    [GeneratedRegex(@"\b(?:best|highest|lowest|strongest)\s(?:\w+\s)?(?<measure>\w+)\s(?:scores?|rates?|accuracy)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Measure();

    [GeneratedRegex(@"\b(?:all|every|any|each|both|consistently|always)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UniversalPattern();

    /// <summary>A variant of a method in an ablation, or a row that is no method.</summary>
    [GeneratedRegex(@"^\W*[-+\u2212\u2013]\s?\p{L}|\bw/o\b|\bwithout\b|^\W*\d|\b(?:Qwen|Llama|Gemma|Gemini|GPT|Mistral|Mixtral|Pythia|Claude|Phi|DeepSeek|OLMo|Falcon|BERT|T5|ViT|CLIP)[\w.-]*\d|\b\d+(?:\.\d+)?[BM]\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variant();

    [GeneratedRegex(@"\b(?:ours?|proposed|this work)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\b(?:loss|error|perplexity|ppl|latency|time|seconds|KL|MSE|RMSE|MAE|FLOPs?|cost|distance|violation|toxicity|L0|FVU|rank)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cost();

    [GeneratedRegex(@"\u2193|lower is better", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Down();

    [GeneratedRegex(@"^(?:n|#.*|.*\b(?:parameters?|params|size|layers?|year|seeds?|examples|CI|std|s\.?d\.?|width|number)\b.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoMeasure();

    [GeneratedRegex(@"\b(?:oracle|upper bound|ceiling|human|full model|original model|ground truth|skyline|average|mean|total)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bound();
}

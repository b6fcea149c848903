using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC14: only an appendix compares, the simple method comes out ahead there, and the main text reports neither.</summary>
public sealed partial class BuriedComparisonDetector(Taxonomy taxonomy, LexiconSet lexicons) : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC14";

    /// <inheritdoc/>
    public int Version => 6;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var sentences = dossier.Own.Sentences().ToList();
        var main = sentences.Where(sentence => !sentence.IsAppendix).ToList();
        // A simple method that the title names is the work's own.
        var own = dossier.TitleWords();
        if (main.Exists(sentence => MentionsBaseline(sentence.Text, own))) yield break;
        // What the main text points to is not buried.
        var pointers = main.SelectMany(sentence => PointerPattern().Matches(sentence.Text)).ToList();
        var appendix = sentences.Where(sentence => sentence.IsAppendix && !pointers.Exists(pointer => MayMean(pointer, sentence.Passage.Heading))).ToList();
        if (appendix.Count == 0) yield break;
        foreach (var claim in dossier.WorkClaims())
        {
            if (!claim.IsHeadline || !dossier.IsContention(claim) || claim.Polarity == Polarity.Negative) continue;
            var buried = appendix.Find(sentence => ((taxonomy[Code].IsAbout(claim) || claim.Is(ClaimType.SafetyImplication)) && IsUnfavourable(sentence.Text)) || IsHigher(dossier.SentenceText(claim), sentence.Text) || IsBetterOn(dossier.SentenceText(claim), sentence.Text));
            if (buried.Passage is null && InList(dossier, claim, appendix) is { } listed) buried = listed;
            if (buried.Passage is null) continue;
            // The work's own figure stands in the main text as well: reported is a comparison of which all figures do.
            var told = Figure.In(buried.Text).Where(given => !Figure.In(dossier.SentenceText(claim)).Any(given.Agrees)).ToList();
            if (told.Count > 0 && told.TrueForAll(given => main.Exists(sentence => Figure.In(sentence.Text).Any(given.Agrees)))) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} stands where attention is; the appendix says {DossierReading.Cite(buried.Text)}.",
                "A mention of that comparison or its outcome was not found in the main text.")
            {
                Quotes = [buried.Quote("evidence")],
            };
        }
    }

    /// <summary>Whether a pointer may mean the part below a heading: unless both bear a letter, and these differ.</summary>
    private static bool MayMean(Match pointer, string heading) =>
        !(pointer.Groups["letter"] is { Success: true } letter && LetteredPattern().Match(heading).Groups["letter"] is { Success: true } own) || letter.ValueSpan.Equals(own.ValueSpan, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Another method's rate on the same cases is above the headline's: the appendix sentence speaks of one, names the same
    /// cases or the same task, and gives a higher rate.
    /// </summary>
    private static bool IsHigher(string claim, string text)
    {
        var told = Figure.In(claim).Where(figure => figure.IsRate).ToList();
        var given = Figure.In(text).Where(figure => figure.IsRate).ToList();
        return told.Count > 0 && given.Count > 0 && OtherMethodPattern().IsMatch(text) && !LessIsBetterPattern().IsMatch(claim)
            && given[0].Value > told[0].Value + 1 && DossierReading.SharesTopic(claim, text);
    }

    /// <summary>
    /// Another method on the metric that the headline names, with a better value: higher, or lower where the headline's own figure falls or is one of errors.
    /// </summary>
    private static bool IsBetterOn(string claim, string text)
    {
        var metrics = MetricPattern().Matches(claim).Select(match => match.Value.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        if (!RivalMethod.IsIn(text) || !MetricPattern().Matches(text).Any(match => metrics.Contains(match.Value.ToUpperInvariant()))) return false;
        var told = Figure.In(claim).Where(figure => figure.Kind != FigureKind.Plain || figure.Value is > 0 and < 1).ToList();
        var given = Figure.In(text).Where(figure => figure.Kind != FigureKind.Plain || figure.Value is > 0 and < 1).ToList();
        if (told.Count == 0 || given.Count == 0) return false;
        return FallPattern().IsMatch(claim) || LessIsBetterPattern().IsMatch(claim)
            ? given.Min(figure => figure.Value) < told.Min(figure => figure.Value)
            : given.Max(figure => figure.Value) > told.Max(figure => figure.Value);
    }

    /// <summary>A list or table of the appendix in which the headline's own figure stands below those of other methods.</summary>
    private static Sentence? InList(Dossier dossier, Claim claim, List<Sentence> appendix)
    {
        var sentence = dossier.SentenceText(claim);
        var told = Figure.In(sentence);
        foreach (var document in appendix.Select(item => item.Document).Distinct())
        {
            foreach (var table in FigureTable.In(document.Version))
            {
                var own = table.Rows.Where(row => row.Values is [{ } value, ..] && told.Any(figure => Math.Abs(figure.Value - value) < 0.0051) && DossierReading.SharesTopic(row.Label, sentence)).ToList();
                if (own.Count == 0 || LessIsBetterPattern().IsMatch(table.Caption) || LessIsBetterPattern().IsMatch(sentence)) continue;
                var better = table.Rows.FirstOrDefault(row => !own.Contains(row) && row.Values is [{ } value, ..] && value > own[0].Values[0]!.Value);
                if (better is not null) return appendix.Find(item => item.Document == document && item.Passage.Span.Overlaps(better.Span)) is { Passage: not null } found ? found : null;
            }
        }

        return null;
    }

    private bool MentionsBaseline(string text, HashSet<string> own) => lexicons.Baselines.Find(text).Any(hit => !ContentWords.Of(text, hit.Span).Overlaps(own) && (hit.Term.Subcategory is "simple_baseline" || hit.Term.Term.StartsWith("baseline", StringComparison.Ordinal)) && !TrivialPattern().IsMatch(hit.Term.Term));

    /// <summary>The simple method is the subject of the better outcome, or ours of the worse one.</summary>
    private bool IsUnfavourable(string text)
    {
        var simple = lexicons.Baselines.Find(text).Where(hit => hit.Term.Subcategory == "simple_baseline" || hit.Term.Term is "baseline" or "baselines").Select(hit => hit.Span).ToList();
        if (simple.Count == 0) return false;
        var better = BetterPattern().Match(text);
        if (better.Success && simple.Exists(span => span.Start < better.Index)) return true;
        var worse = WorsePattern().Match(text);
        return worse.Success && simple.Exists(span => span.Start > worse.Index);
    }

    [GeneratedRegex(@"\b(?:outperform\w*|scor\w+ (?:slightly |much )?higher|(?:is|was|were|did|does|performs?|performed|works?|worked) (?:slightly |much |as well or )?better|beats?|higher (?:accuracy|AUROC|score|recall|F1)|(?:higher|better|more (?:accurate|reliable|precise)) than (?:the|our|this)\b(?! (?:random|chance|majority)))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BetterPattern();

    [GeneratedRegex(@"^\W*(?:\p{L}[\p{L}\d.]{0,12}\.\s(?:\p{L}+\.\s)?)?(?:Appendix\s\S+\s)?(?:a|an|the|our|simple|plain|using|with)\b[^.]{0,80}\b(?:vector|monitor|probe|regression|prompt\w*|classifier|baseline|method|filter|search|model|direction|projection|fine-tun\w*|ablation|heuristic|keyword\w*|encoder)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherMethodPattern();

    [GeneratedRegex(@"\b(?:AUROC|AUC|F1|accuracy|recall|precision|hit rate|success(?: rate)?|error(?:s| rate)?|loss|perplexity|R2|correlation|score|win rate|detection rate|fidelity|refusals?|agreement)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MetricPattern();

    [GeneratedRegex(@"\b(?:falls?|fell|drops?|dropped|reduc\w+|lower\w*|cuts?|down|decreas\w*|shrinks?|declin\w+)\b[^.]{0,40}\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FallPattern();

    /// <summary>A floor that any method clears is no serious alternative.</summary>
    [GeneratedRegex(@"\b(?:majority|chance|random|untrained)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrivialPattern();

    [GeneratedRegex(@"\b(?:false alarms?|error rate|loss|perplexity|misses)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LessIsBetterPattern();

    [GeneratedRegex(@"\b(?:worse than|lower than|below|behind|underperform\w*|less accurate than|loses to)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WorsePattern();

    [GeneratedRegex(@"\bAppendix\s(?<letter>[A-Z])\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LetteredPattern();

    [GeneratedRegex(@"\b(?:appendix(?:\s(?<letter>[A-Z]))?|appendices|supplement\w*|tables? (?<letter>[A-Z])\.?\d+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PointerPattern();
}

using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC14: only an appendix compares, the simple method comes out ahead there, and the main text reports neither.</summary>
public sealed partial class BuriedComparisonDetector(Taxonomy taxonomy, LexiconSet lexicons) : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC14";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var sentences = dossier.Own.Sentences().ToList();
        var buried = sentences.Find(sentence => IsAppendix(sentence) && IsUnfavourable(sentence.Text));
        if (buried.Passage is null) yield break;
        var main = sentences.Where(sentence => !IsAppendix(sentence)).ToList();
        if (main.Exists(sentence => MentionsBaseline(sentence.Text) || PointerPattern().IsMatch(sentence.Text))) yield break;
        foreach (var claim in dossier.WorkClaims())
        {
            if (!claim.IsHeadline || !dossier.IsContention(claim) || claim.Polarity == Polarity.Negative || !taxonomy[Code].IsAbout(claim)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} stands where attention is; the appendix says {DossierReading.Cite(buried.Text)}.",
                "A mention of that comparison or its outcome was not found in the main text.")
            {
                Quotes = [buried.Quote("evidence")],
            };
        }
    }

    private static bool IsAppendix(Sentence sentence) =>
        sentence.Passage.Place is Place.Appendix or Place.Footnote || sentence.Document.Relation == DocumentRelation.Appendix;

    private bool MentionsBaseline(string text) => lexicons.Baselines.Find(text).Any(hit => hit.Term.Subcategory is "simple_baseline" || hit.Term.Term.StartsWith("baseline", StringComparison.Ordinal));

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

    [GeneratedRegex(@"\b(?:outperform\w*|scor\w+ (?:slightly |much )?higher|(?:is|was|were|did|does|performs?|performed|works?|worked) (?:slightly |much |as well or )?better|beats?|higher (?:accuracy|AUROC|score|recall|F1))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BetterPattern();

    [GeneratedRegex(@"\b(?:worse than|lower than|below|behind|underperform\w*|less accurate than|loses to)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WorsePattern();

    [GeneratedRegex(@"\b(?:appendix|appendices|supplement\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PointerPattern();
}

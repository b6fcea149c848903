using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC01 where nothing was tested: a release says in its own voice that a matter is closed (T11) or proved (C5), names no case, figure, table, work or
/// theorem, and no experiment of the release bears on it. Closure is licensed by no evidence but a proof with its assumptions (specification 2.4), so it
/// reaches past whatever stands in texts that were not read.
/// </summary>
public sealed partial class ClosureDetector(Taxonomy taxonomy) : IFlagDetector
{
    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC01";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var works = dossier.Works().ToList();
        // A text that states theorems proves what it says it proves; whether rightly is for its reviewers.
        if (works.Sentences().Any(sentence => TheoremPattern().IsMatch(sentence.Text))) yield break;
        var isLong = works.IsLong();
        foreach (var claim in dossier.WorkClaims())
        {
            // In running text of a long work a word of closure is about the step at hand.
            if (isLong && !claim.IsHeadline) continue;
            if (!dossier.IsPutForward(claim) || claim.Certainty < Certainty.Plain) continue;
            var sentence = dossier.SentenceText(claim);
            var isClosed = claim.Is(ClaimType.Completeness) && claim.Strength == Strength.Closure;
            if (!isClosed && !(claim.Certainty == Certainty.Absolute && claim.Polarity == Polarity.Positive && ProofPattern().IsMatch(claim.Quote))) continue;
            if (BoundedPattern().IsMatch(sentence) || dossier.SupportOf(claim) is not { Warrant: Warrant.None, Experiments.Count: 0 } support) continue;
            if (dossier.EvidenceOf(claim).Any(link => link.Kind != EvidenceKind.None)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} reads as {(isClosed ? "a matter that is closed" : "a thing that is proved")}; a test, a figure or a work behind it was not found in {dossier.Looked()}.",
                "Single tests license no such reading, so the claim may exceed whatever was tested.")
            {
                Gap = gaps.Of(claim, support, withScope: false, Strength.Closure),
            };
        }
    }

    [GeneratedRegex(@"\b(?:prov(?:e|es|ed|en|ing)|proof)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProofPattern();

    [GeneratedRegex(@"\b(?:theorem|lemma|corollary|proposition)s?\s[\dA-Z]|\bproof of (?:theorem|lemma|proposition|the )", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TheoremPattern();

    /// <summary>Closure about a stated part, inside assumptions, or as a plan claims no more than that.</summary>
    [GeneratedRegex(@"\b(?:theorem|lemma|corollary|assum\w+|under (?:the|these|mild|our) |up to |within (?:the|this|our)|in (?:one|this|a|the) (?:\w+ )?(?:layer|model|toy|task|case|setting|circuit|network|transformer)|toy|step|goal|problem of|will|would|should|must|if|until|before|once|whether|claims?|said|called|so-called)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoundedPattern();
}

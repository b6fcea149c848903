using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC19: a later text treats a result that was not peer reviewed as settled and does not say so. Review is context, not a measure of quality.</summary>
public sealed partial class UnreviewedAsEstablishedDetector : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC19";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var isUnreviewed = dossier.Release.PeerReview is PeerReview.None or PeerReview.Preprint
            || (dossier.Release.PeerReview == PeerReview.Unknown && dossier.Works().Any(document => document.Document.Kind is DocumentKind.Preprint or DocumentKind.Blog));
        var works = dossier.Works().Select(document => document.Version.Id).ToHashSet();
        foreach (var claim in dossier.Claims)
        {
            if (works.Contains(claim.Version) || claim.Mode != AssertMode.Asserts || claim.Certainty < Certainty.Plain || claim.Polarity == Polarity.Negative) continue;
            var sentence = dossier.SentenceText(claim);
            var settled = SettledPattern().Match(sentence);
            if (!settled.Success || StatusPattern().IsMatch(sentence)) continue;
            if (!isUnreviewed && !SourcePattern().IsMatch(sentence)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} treats the result as settled ({DossierReading.Cite(settled.Value)}).",
                "The work behind it was, as far as is known, not peer reviewed, and the text does not say so.");
        }
    }

    [GeneratedRegex(@"\b(?:it is (?:now )?(?:well[- ])?(?:known|established|settled|proven)|(?:science|research|researchers|scientists|studies|a study|the paper|the work) (?:has|have) (?:\w+ )?(?:shown|proven|proved|established|demonstrated|settled|confirmed)|has been (?:proven|proved|established|settled|confirmed)|we now know|scientific(?:ally)? (?:fact|proven|established)|as (?:is )?(?:established|proven))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettledPattern();

    [GeneratedRegex(@"\b(?:preprint|not (?:yet )?(?:been )?(?:peer[- ])?reviewed|unreviewed|non-peer|working paper|early|preliminary|tentative)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StatusPattern();

    [GeneratedRegex(@"\b(?:blog(?: post)?|company post|press release|thread|announcement)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SourcePattern();
}

using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC19: a later text treats a result that was not peer reviewed as settled and does not say so. Review is context, not a measure of quality.</summary>
public sealed partial class UnreviewedAsEstablishedDetector : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC19";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var isUnreviewed = dossier.Release.PeerReview is PeerReview.None or PeerReview.Preprint
            || (dossier.Release.PeerReview == PeerReview.Unknown && dossier.Works().Any(document => document.Document.Kind is DocumentKind.Preprint or DocumentKind.Blog));
        var works = dossier.Works().Select(document => document.Version.Id).ToHashSet();
        foreach (var claim in dossier.Claims)
        {
            var isOwn = works.Contains(claim.Version);
            if (claim.Mode != AssertMode.Asserts || claim.Certainty < Certainty.Plain || claim.Polarity == Polarity.Negative) continue;
            var sentence = dossier.SentenceText(claim);
            var settled = SettledPattern().Match(sentence);
            if (!settled.Success || StatusPattern().IsMatch(sentence)) continue;
            // A work's own text says so of a work that it cites, which must then be seen to be unreviewed.
            if (!(SourcePattern().IsMatch(sentence) || CitesUnreviewed(dossier, claim) || (!isOwn && isUnreviewed))) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} treats the result as settled ({DossierReading.Cite(settled.Value)}).",
                "The work behind it was, as far as is known, not peer reviewed, and the text does not say so.");
        }
    }

    private static bool CitesUnreviewed(Dossier dossier, Claim claim)
    {
        var references = dossier.DocumentOf(claim).Version.References;
        return dossier.EvidenceOf(claim).Any(link => link is { Kind: EvidenceKind.Citation, Distance: Proximity.SameSentence, TargetReference: { } index }
            && references.FirstOrDefault(entry => entry.Index == index) is { } entry && UnreviewedEntry().IsMatch(entry.Text));
    }

    [GeneratedRegex(@"\b(?:preprint|blog|lesswrong|alignment forum|substack|medium\.com|forthcoming|working paper|white ?paper|manuscript|technical report|company report|press release|in submission|under review|submitted)\b|\barXiv\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnreviewedEntry();

    [GeneratedRegex(@"\b(?:it is (?:now )?(?:well[- ])?(?:known|established|settled|proven|certain)|(?:take|taken|treat|treated) (?:it )?as (?:certain|settled|proven|established|given|fact)|established (?:beyond|fact)|beyond (?:any )?(?:reasonable )?doubt|(?:this|it|that) (?:has|have) been (?:demonstrated|shown|proven|established)|(?:science|research|researchers|scientists|studies|a study|the paper|the work) (?:has|have) (?:\w+ )?(?:shown|proven|proved|established|demonstrated|settled|confirmed)|has been (?:proven|proved|established|settled|confirmed)|we now know|scientific(?:ally)? (?:fact|proven|established)|as (?:is )?(?:established|proven)|(?:established|demonstrated|undisputed|indisputable|uncontested|settled|proven|accepted|well-known) (?:and \w+ )?(?:\w+ )?(?:fact|truth|finding|result|science)|(?:undisputed|indisputable|undeniable|incontrovertible|beyond dispute|settled science|common knowledge|no longer (?:in doubt|disputed|in dispute|an open question))|(?:is|are) (?:now |by now |already )?(?:established|settled|proven|a given)|there is (?:now )?(?:no|little) (?:remaining )?doubt|(?:has|have) (?:now |already |conclusively |definitively )?been (?:proven|proved|established|settled|confirmed|demonstrated))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettledPattern();

    [GeneratedRegex(@"\b(?:preprint|not (?:yet )?(?:been )?(?:peer[- ])?reviewed|unreviewed|non-peer|working paper|early|preliminary|tentative)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StatusPattern();

    [GeneratedRegex(@"\b(?:blog(?: post)?|company post|press release|thread|announcement|lesswrong|alignment forum|forum post|substack|tweet|post|arXiv|white ?paper|company (?:report|note|study|website)|product page|launch (?:note|text)|newsletter|internal report|technical report|slides|talk|podcast|video)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SourcePattern();
}

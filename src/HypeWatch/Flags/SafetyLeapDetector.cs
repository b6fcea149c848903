using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC16: a conclusion about safety, trust or regulation without a safety task, a threat model or an argument for the bridge.</summary>
public sealed partial class SafetyLeapDetector(Taxonomy taxonomy, LexiconSet lexicons) : IFlagDetector
{
    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC16";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        foreach (var claim in dossier.Claims)
        {
            // Closure (T11) about the black box or about safety is the same leap.
            if (!dossier.IsPutForward(claim) || !(taxonomy[Code].IsAbout(claim) || claim.Is(ClaimType.Completeness) || ClosurePattern().IsMatch(claim.Quote) || NoNeedPattern().IsMatch(claim.Quote) || IsVerdict(claim.Quote)) || (claim.Certainty < Certainty.Plain && !NoNeedPattern().IsMatch(claim.Quote))) continue;
            // A denial is a leap only where it denies a danger or a need ("regulators need not", "nothing to fear"), which the bridge pattern sees.
            // A guarantee that is proved, and the question when something could be trusted, conclude nothing.
            var sentence = AsidePattern().Replace(dossier.SentenceText(claim), " ");
            if (!IsLeap(claim, sentence) || IsCalmed(sentence)) continue;
            var support = dossier.SupportOf(claim);
            if (IsTested(dossier, claim, sentence)) continue;
            var best = support?.Experiments is [var first, ..] ? first : null;
            yield return new(
                claim,
                best is null
                    ? $"{DossierReading.Cite(claim.Quote)} draws a conclusion about safety or regulation and names no test of it."
                    : $"{DossierReading.Cite(claim.Quote)} draws a conclusion about safety or regulation; the nearest evidence found is {DossierReading.Cite(best.Quote)}.",
                $"A safety task, a threat model or an argument that leads from one to the other was not found in {dossier.Looked()}.")
            {
                Gap = gaps.Of(claim, support, withScope: false, ClosurePattern().IsMatch(sentence) ? Strength.Closure : claim.Strength), Quotes = best is null ? [] : [best.Quote()],
            };
        }
    }

    private bool IsLeap(Claim claim, string sentence)
    {
        var about = lexicons.SafetyAndMentalVerbs.Find(sentence).Any(hit => hit.Term.Category == "safety") || SubjectPattern().IsMatch(sentence);
        if (!about) return false;
        if (claim.Is(ClaimType.Normative) && !claim.Is(ClaimType.SafetyImplication, ClaimType.Completeness) && !NoNeedPattern().IsMatch(sentence) && claim.Strength < Strength.Closure) return false;
        if (claim.Polarity == Polarity.Negative && !NoNeedPattern().IsMatch(sentence) && !ClosurePattern().IsMatch(sentence)) return false;
        return BridgePattern().IsMatch(sentence) || NoNeedPattern().IsMatch(sentence) || claim.Strength >= Strength.Closure || ClosurePattern().IsMatch(sentence);
    }

    /// <summary>The sentence itself leaves the bridge open.</summary>
    private static bool IsCalmed(string sentence) => CalmPattern().IsMatch(sentence);

    /// <summary>An experiment on the safety task itself, with a control; or a threat model.</summary>
    private bool IsTested(Dossier dossier, Claim claim, string sentence)
    {
        var words = lexicons.SafetyAndMentalVerbs.Find(sentence).Where(hit => hit.Term.Category == "safety").Select(hit => ContentWords.Stem(hit.Span.Of(sentence).ToLowerInvariant()))
            .Where(word => word is not ("safe" or "safer" or "safet" or "safety" or "trust")).ToHashSet(StringComparer.Ordinal);
        var home = dossier.SentenceOf(claim);
        foreach (var document in dossier.SupportersOf(claim))
        {
            if (document.Evidence.Experiments.Any(experiment =>
                !(experiment.Version == claim.Version && experiment.Span.Overlaps(home)) && !UnitsPattern().IsMatch(experiment.Quote) && (experiment.Control != Control.None || experiment.HasUncertainty || experiment.SampleSize is not null)
                && ContentWords.Of(experiment.Quote).Overlaps(words))) return true;
            if (document.IsOwn && new[] { document }.Sentences().Any(other => ThreatModelPattern().IsMatch(other.Text))) return true;
        }

        return false;
    }

    /// <summary>Units that were found, labelled or missed among others are a finding about representations, no test of conduct.</summary>
    [GeneratedRegex(@"\b(?:no|found|find|label\w*|interpretable|describ\w+|rated)\b[^.]{0,50}\b(?:latents?|features?|neurons?|heads?|directions?|circuits?|units?)\b(?![^.]{0,80}\b(?:prompts|scenarios|attacks|attempts|transcripts|users)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitsPattern();

    /// <summary>A verdict on the whole system: it is said to be safe, honest or fair, or to have no will of its own or to do harm.</summary>
    private bool IsVerdict(string text)
    {
        if (NeverPattern().IsMatch(text)) return true;
        foreach (var hit in lexicons.SafetyAndMentalVerbs.Find(text))
        {
            var before = text[..hit.Span.Start];
            if (hit.Term.Category == "verdict" ? CopulaPattern().IsMatch(before) : hit.Term.Category == "will" && LackPattern().IsMatch(before)) return true;
        }

        return false;
    }

    [GeneratedRegex(@"\bwill never\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NeverPattern();

    /// <summary>A verb of being or becoming, and at most two adverbs.</summary>
    [GeneratedRegex(@"(?:\b(?:is|are|was|were|be|been|remains?|stays?|becomes?|became)|\bmakes? (?:[\w-]+ ){1,4}?|\brender(?:s|ed)? (?:[\w-]+ ){1,4}?)\s?(?:(?:now|thus|therefore|hence|both|indeed|truly|\w+ly) ){0,2}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CopulaPattern();

    /// <summary>A word of lacking, and at most two adjectives.</summary>
    [GeneratedRegex(@"\b(?:ha(?:s|ve|d)|holds?|harbou?rs?|shows?|with|contains?|carr(?:y|ies)|forms?) (?:no|zero) (?:[\w-]+ ){0,2}$|\b(?:lacks?|lacking|free (?:of|from)|devoid of) (?:any |all )?(?:[\w-]+ ){0,2}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LackPattern();

    [GeneratedRegex(@"\b(?:ensur\w+|guarantee\w*|(?:is|are|has been|have been) (?:now )?(?:achieved|solved|resolved|eliminated)|rul(?:es|ed) out|once and for all|cannot be (?:undone|circumvented|broken|bypassed)|impossible)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClosurePattern();

    [GeneratedRegex(@"\b(?:hidden (?:goals?|motives?|agenda)|black box|lie|lies|lying|dangerous|misuse|alignment|regulat\w*|safeguards?|integrity|deployed? safely|risks?|oversight|policymakers?|lawmakers?|legislators?|audits?|liability|rules|certification|oversight|aligned|safe|safety|trustworthy|medical|patients?|doctors|trust\w*|harm\w*|act(?:s|ing)? against|power[- ]?seeking|seeks? power|deceiv\w+|decepti\w+|schem(?:e|es|ing)|sabotage|rogue|catastroph\w+|malicious|biased|bias|discriminat\w+|fairness|danger|threats?|secure|security|supervis\w+|inspect(?:ion|ors?)|licen[cs]\w+|bans?|moratorium|jailbreak\w*|backdoors?|bioweapons?|weapons?|children)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubjectPattern();

    [GeneratedRegex(@"\b(?:therefore|thus|hence|thereby|so that|so we|so they|so regulators|so it|means? that|meaning|which means|ensur\w+|guarantee\w*|rul(?:e|es|ed|ing) out|solv\w+|resolv\w+|eliminat\w+|no longer|makes? (?:\w+\s){0,3}safe\w*|(?:is|are) (?:now )?(?:safe|aligned|trustworthy)|can (?:now )?be trusted|we can (?:now )?trust|prevents?|consequently|accordingly|it follows that|as a result|leaves no|proves? that|shows? that|demonstrates? that|confirms? that|because|since)\b|, so\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BridgePattern();

    [GeneratedRegex(@"\b(?:need not|needn't|no need (?:for|to)|(?:is|are) (?:no longer|not) (?:needed|necessary)|unnecessary|redundant|obsolete|superfluous|outdated|(?:trust|confidence) is (?:now )?warranted|can be (?:dropped|lifted|abolished|waived)|no (?:further|more) (?:oversight|regulation|rules|audits|testing)|no longer (?:require|need)\w*|(?:can|may|should) (?:\w+ )?(?:rely on|be trusted|trust|be sure|rest assured|relax|stop worrying|be certain|be confident)|without (?:further |any |additional |human |more )(?:oversight|supervision|checks?|review|testing|safeguards|audits?|monitoring|regulation)|can (?:\w+ )?do no harm|will never (?:act|harm|deceive|lie|turn|cheat)|poses? no (?:risk|danger|threat)|nothing to (?:fear|worry)|no longer a (?:risk|concern|problem))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoNeedPattern();

    [GeneratedRegex(@"\b(?:remains? (?:open|unclear|to be seen)|is (?:an )?open|whether|do(?:es)? not (?:by itself |yet |on (?:its|their) own )?(?:mean|show|imply|make|guarantee|claim|ensure|solve|prove|establish)|cannot (?:yet |by itself )?(?:conclude|rule out|say|show|guarantee|ensure|tell|be sure|know|be trusted)|not (?:yet )?(?:show|enough|sufficient)|one step|a step|might|may (?:help|be|also|one day|allow|improve|make)|could|unclear|nobody has|no one has|only if|should not be (?:read|taken)|than (?:\w+ ){0,2}(?:expected|predicted|thought|hoped|feared|anticipated))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CalmPattern();

    [GeneratedRegex(@"\b(?:theoretical|formal|provable|statistical|mathematical|probabilistic|generali[sz]ation|convergence|differential)(?:ly)? (?:[\w-]+ )?(?:guarantee\w*|bounds?)\b|\b(?:questions? (?:of|about)|ask(?:s|ed|ing)?|stud(?:y|ies|ied)|examin\w+|test(?:s|ed|ing)?|understand(?:ing)?|determin\w+|decid\w+|know(?:ing)?) (?:when|whether|which|if|how|why|to what extent)\b[^,;]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsidePattern();

    [GeneratedRegex(@"\b(?:threat model|safety case|adversarial (?:evaluation|test)\w*|red[- ]team\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThreatModelPattern();
}

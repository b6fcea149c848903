using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC07: a claim to detect or monitor, with evidence on cases where the unit fires and none on cases that it misses.</summary>
public sealed partial class SensitivityUntestedDetector(Taxonomy taxonomy) : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC07";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var sentences = dossier.Own.Sentences().ToList();
        if (sentences.Exists(sentence => MissesPattern().IsMatch(sentence.Text) && !NotMeasuredPattern().IsMatch(sentence.Text))) yield break;
        var specific = sentences.Find(sentence => SpecificityPattern().IsMatch(sentence.Text));
        if (specific.Passage is null) yield break;
        var isLong = dossier.Own.IsLong();
        foreach (var claim in dossier.WorkClaims())
        {
            if (!dossier.IsPutForward(claim) || !(taxonomy[Code].IsAbout(claim) || claim.Is(ClaimType.Existence)) || claim.Polarity == Polarity.Negative || claim.Certainty < Certainty.Plain) continue;
            if (!DetectPattern().IsMatch(claim.Quote) || (isLong && !(claim.IsHeadline && DossierReading.SharesTopic(claim.Quote, specific.Text)))) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} needs both sides of detection; the evidence found, {DossierReading.Cite(specific.Text)}, looks at cases where the unit is active.",
                $"A count of missed cases (recall, sensitivity, false negatives) was not found in {dossier.Looked()}.")
            {
                Quotes = [specific.Quote("evidence")], AssertsUntestedProperty = claim.Certainty >= Certainty.Emphatic,
            };
        }
    }

    [GeneratedRegex(@"\b(?:detect(?:s|or|ors|ing)?|monitors?|monitoring|classif(?:y|ies|ier)|flags|catch(?:es)?|identif(?:y|ies)|spots|recogni[sz]es|watches (?:for|over)|screens? for|picks (?:out|up)|finds|alarms?|alerts?|warns?|sensors?|reliably (?:signals|marks|indicates)|signals|tripwire)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DetectPattern();

    [GeneratedRegex(@"\b(?:recall|sensitivity|false[- ]negatives?|miss(?:ed|es)|miss rate|AUROC|AUC|F1|true[- ]positive rate|detection rate|accuracy|of all (?:known|positive))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissesPattern();

    [GeneratedRegex(@"\b(?:not|never|nor|no|none|nobody|unread|unknown|unmeasured|future work|without)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotMeasuredPattern();

    [GeneratedRegex(@"\b(?:top[- ]activating|maximally activating|strongest activations?|highest activations?|when (?:it|the feature|the unit|the latent) (?:fires|is active|activates)|specificity|precision|fires (?:only |specifically )?(?:on|for)|whenever [^.]{0,40}\bfires?|(?:sampled|random) firings|(?:with|of) the (?:highest|strongest|largest|top) activations?|top[- ]\d+|(?:strongest|highest|largest|top)[- ](?:activating|scoring|activations?|firings?)|fired (?:\w+ )?\d[\d,]* times|(?:lit up|went off|rang|triggered|fired) (?:\w+ )?\d|\d[\d,]* (?:firings|alarms|alerts|activations|hits)|of (?:these|those|its|the) (?:\d[\d,]* )?(?:firings|alarms|alerts|hits|activations|flagged \w+)|where it (?:fires|fired|is active|was active|lights up|activates|went off)|on which it (?:fires|fired|is active|was active|activates)|every time it (?:fires|fired|went off)|(?:stayed|remained|was|is) (?:silent|quiet|inactive))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpecificityPattern();
}

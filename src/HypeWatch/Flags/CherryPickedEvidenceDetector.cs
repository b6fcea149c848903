using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC04: a general claim rests on picked examples only, and no sentence of the release gives a rate, a random sample or a rule of selection.</summary>
public sealed partial class CherryPickedEvidenceDetector(Taxonomy taxonomy) : IFlagDetector
{
    private const int WholeClass = 3;

    /// <summary>Fewer cases than this, without a rule of selection, are examples.</summary>
    private const int FewCases = 10;

    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC04";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var all = dossier.Own.SelectMany(document => document.Evidence.Experiments).ToList();
        if (all.Exists(experiment => experiment.Sampling is Sampling.Random or Sampling.Exhaustive)) yield break;
        if (dossier.Own.IsLong() && all.Exists(experiment => experiment.SampleSize >= 10 || experiment.Control != Control.None)) yield break;
        var isShort = !dossier.Own.IsLong() && all.TrueForAll(experiment => experiment.Sampling != Sampling.Unknown || experiment.SampleSize is null || experiment.SampleSize < FewCases);
        foreach (var claim in dossier.WorkClaims())
        {
            if (!dossier.IsPutForward(claim) || !taxonomy[Code].IsAbout(claim) || claim.Type == ClaimType.Existence) continue;
            if (claim.Strength < Strength.Regularity && !(claim.Scope.Concept >= WholeClass)) continue;
            // What is said of the examples that are shown is no general claim.
            if (!claim.IsHeadline && !claim.Scope.Generic && (claim.Place is Place.Results or Place.Appendix or Place.Footnote || ShownPattern().IsMatch(dossier.SentenceText(claim)))) continue;
            if (dossier.SupportOf(claim) is not { } support) continue;
            var picked = support.Experiments.FirstOrDefault(experiment => experiment.Sampling is Sampling.HandPicked or Sampling.TopK);
            // In a short release picked examples stand behind every regularity that nothing else bears on.
            if (picked is null && isShort && claim.IsHeadline && !support.Experiments.Any(experiment => experiment.SampleSize is not null)) picked = all.Find(experiment => experiment.Sampling == Sampling.HandPicked);
            if (picked is null || support.Experiments.Any(experiment => experiment.Sampling == Sampling.Unknown && experiment.SampleSize is not null)) continue;
            if (picked.Span.Overlaps(dossier.SentenceOf(claim)) && picked.Version == claim.Version) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} is worded as a regularity; the examples behind it were picked: {DossierReading.Cite(picked.Quote)}.",
                $"A rate, a random sample or a rule of selection was not found in {dossier.Looked()}.")
            {
                Gap = gaps.Of(claim, support, withScope: true), Quotes = [picked.Quote()],
            };
        }
    }

    /// <summary>A sentence that shows examples, or says something of each of them.</summary>
    [GeneratedRegex(@"^\W*(?:below|above|here|shown|among (?:these|them))\b|\b(?:in|for|of) each\b|\b(?:each|all|both|one) of (?:these|them|those)\b|\b(?:figure|fig\.|table|panel|appendix)\s[\dA-Z]|\b(?:examples?|cases?|instances) (?:is|are|were|was|shows?|come|came|below|above|here)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShownPattern();
}

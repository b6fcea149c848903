using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC21: a later text repeats a claim without the specific caveat that its source gave beside it. Boilerplate may be dropped.</summary>
public sealed class CaveatLossDetector : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC21";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        foreach (var edge in dossier.Edges)
        {
            if (edge.DownstreamClaim is not { } id || dossier.Find(id) is not { } claim || edge.UpstreamClaim is not { } source || dossier.Find(source) is not { } upstream) continue;
            if (edge.Support is EdgeSupport.None or EdgeSupport.SimilarityOnly || edge.CaveatsLost.Count == 0 || claim.Type == ClaimType.SelfLimitation) continue;
            var later = dossier.DocumentOf(claim);
            var lost = dossier.DocumentOf(upstream).Caveats.FirstOrDefault(caveat => edge.CaveatsLost.Contains(caveat.Id) && ChangesOutcome(caveat) && !Carries(later, caveat));
            if (lost is null) continue;
            yield return new(
                claim,
                $"The source says {DossierReading.Cite(upstream.Quote)} and beside it {DossierReading.Cite(lost.Quote)}; this text says {DossierReading.Cite(claim.Quote)}.",
                "A sentence that carries that caveat was not found in the later text.")
            {
                Pair = upstream, Edge = edge, Quotes = [upstream.Quote("upstream"), lost.Quote()], Caps = ["both_texts_stored"],
                BaseSeverity = lost.Kind == CaveatKind.NegativeResult ? 3 : null,
            };
        }
    }

    private static bool ChangesOutcome(Caveat caveat) =>
        caveat.IsSpecific && caveat.Kind is CaveatKind.Scope or CaveatKind.NegativeResult or CaveatKind.Method or CaveatKind.AlternativeExplanation or CaveatKind.MissingTest or CaveatKind.Retraction;

    private static bool Carries(DossierDocument later, Caveat caveat)
    {
        var words = ContentWords.Of(caveat.Quote);
        return later.Caveats.Any(other => ContentWords.Shared(words, ContentWords.Of(other.Quote)) >= 1);
    }
}

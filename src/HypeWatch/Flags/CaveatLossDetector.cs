using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC21: a later text repeats a claim without the specific caveat that its source gave beside it. Boilerplate may be dropped.</summary>
public sealed class CaveatLossDetector : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC21";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var claims = dossier.ClaimsById();
        foreach (var edge in dossier.Edges)
        {
            if (edge.CaveatsLost.Count == 0 || edge.DownstreamClaim is not { } id || !claims.TryGetValue(id, out var claim)) continue;
            if (edge.UpstreamClaim is not { } source || !claims.TryGetValue(source, out var upstream)) continue;
            // What says less than its source needs none of its caveats.
            if (edge.Support is EdgeSupport.None or EdgeSupport.SimilarityOnly || edge.Drift == Drift.Weaker || claim.Type == ClaimType.SelfLimitation) continue;
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

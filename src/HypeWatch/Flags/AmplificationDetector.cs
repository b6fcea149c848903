using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC20: a later text states more than the one that it builds on: at least one level of strength or certainty, or two of scope, by words that differ. The later
/// text owns the excess, unless the same excess already stood in the earlier one; what a writer marks as an opinion is the writer's to hold.
/// </summary>
public sealed partial class AmplificationDetector : IFlagDetector
{
    private const int FewestScopeLevels = 2;

    /// <inheritdoc/>
    public string Code => "OC20";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var claims = dossier.ClaimsById();
        foreach (var edge in dossier.Edges)
        {
            if (edge.DownstreamClaim is not { } id || !claims.TryGetValue(id, out var claim) || edge.ExcessOwner == ExcessOwner.Upstream) continue;
            if (edge.Support == EdgeSupport.None || edge.Kind is EdgeKind.Independent or EdgeKind.CaveatLimits or EdgeKind.LaterVersion) continue;
            if (!(edge.DeltaStrength >= 1 || edge.DeltaCertainty >= 1 || edge.DeltaScope >= FewestScopeLevels)) continue;
            // Levels are read from each sentence alone; a difference that no word of the two shows is an accident of reading.
            if (edge.Drift is Drift.Weaker or Drift.Same) continue;
            if (claim.Mode is AssertMode.Denies or AssertMode.Asks or AssertMode.Hypothesises or AssertMode.Aspires || claim.Type is ClaimType.SelfLimitation or ClaimType.Aspiration) continue;
            var upstream = edge.UpstreamClaim is { } source ? claims.GetValueOrDefault(source) : null;
            yield return new(
                claim,
                upstream is null
                    ? $"{DossierReading.Cite(claim.Quote)} builds on an earlier text whose words are not at hand."
                    : $"The earlier text says {DossierReading.Cite(upstream.Quote)} ({upstream.Strength.ToCode()}, {upstream.Certainty.ToCode()}); this one says {DossierReading.Cite(claim.Quote)} ({claim.Strength.ToCode()}, {claim.Certainty.ToCode()}).",
                edge.ExcessOwner == ExcessOwner.Shared
                    ? "It may state more than its source, and the release's own promotion had gone part of that way."
                    : "It may state more than its source; the difference is the later text's own.")
            {
                Pair = upstream, Gap = GapRule.Of(edge), Edge = edge, Quotes = upstream is null ? [] : [upstream.Quote("upstream")], Found = [.. SpeaksFor(dossier, edge, claim)],
                Caps = edge.Support switch
                {
                    EdgeSupport.SimilarityOnly => ["weak_edge", "edge_similarity_only"],
                    EdgeSupport.AssertedByCritic => ["weak_edge"],
                    _ => [],
                },
            };
        }
    }

    private static IEnumerable<Exculpation> SpeaksFor(Dossier dossier, PropagationEdge edge, Claim claim)
    {
        var sentence = dossier.SentenceOf(claim);
        if (OpinionPattern().Match(sentence.Of(dossier.DocumentOf(claim).Version.Text)) is { Success: true } opinion)
        {
            var span = new Span(sentence.Start + opinion.Index, sentence.Start + opinion.Index + opinion.Length);
            yield return new(ExculpationKind.NotAsserted, ExculpationVerdict.Clears, claim.Version, span, opinion.Value);
        }

        if (edge.ExcessOwner == ExcessOwner.Shared)
            yield return new(ExculpationKind.DifferentAsserter, ExculpationVerdict.Reduces, null, null, "the release's own promotion had said more than its main text before");
    }

    [GeneratedRegex(
        @"\b(?:in (?:my|our) (?:view|opinion|judge?ment)|I (?:personally )?(?:think|believe|feel|suspect|would argue|would say)|my (?:own )?(?:view|opinion|take|guess|bet) is|imho|as I see it|to my mind|it seems to me)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpinionPattern();
}

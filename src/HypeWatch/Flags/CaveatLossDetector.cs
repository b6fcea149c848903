using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC21: a later text repeats a claim without the specific caveat that its source gave beside it. Boilerplate may be dropped.</summary>
public sealed partial class CaveatLossDetector : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC21";

    /// <inheritdoc/>
    public int Version => 4;

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
            // Whoever relays a whole sentence of another under that name shows it as the other's word; the caveat must bear on that very statement.
            if (claim.Mode is AssertMode.QuotesOther or AssertMode.ReportsOther || IsRelayed(dossier, claim)) continue;
            var later = dossier.DocumentOf(claim);
            var lost = dossier.DocumentOf(upstream).Caveats.FirstOrDefault(caveat => edge.CaveatsLost.Contains(caveat.Id) && ChangesOutcome(caveat) && BearsOn(caveat, upstream) && !Carries(later, caveat));
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

    /// <summary>"Name: what that person said", as round-ups and discussions print it.</summary>
    private static bool IsRelayed(Dossier dossier, Claim claim) => RelayPattern().IsMatch(dossier.SentenceText(claim));

    /// <summary>
    /// A caveat of the paragraph bears on a statement when both speak of one thing beyond the words of the whole field; what stands in its very sentence
    /// always does.
    /// </summary>
    private static bool BearsOn(Caveat caveat, Claim upstream) =>
        caveat.Span.Overlaps(upstream.Span) || DossierReading.SharesTopic(caveat.Quote, upstream.Quote) || RefersBackPattern().IsMatch(caveat.Quote);

    [GeneratedRegex(@"^\W*(?:\p{Lu}[\p{L}\d'\u2019.-]*\s){0,3}(?:\p{Lu}[\p{L}\d'\u2019.-]*|testimony|statement|letter|reply|post)(?:['\u2019]s (?:\w+ ){0,3}\w+)?:\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RelayPattern();

    /// <summary>A sentence that leans on the one before it: it limits what was just said.</summary>
    [GeneratedRegex(@"^\W*(?:but|however|yet|though|although|still|nevertheless|this|these|it|they|such|that said|only|on the other hand|in contrast|(?:[\w'-]+ ){1,5}(?:they|it|these|those))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RefersBackPattern();

    private static bool ChangesOutcome(Caveat caveat) =>
        caveat.IsSpecific && caveat.Kind is CaveatKind.Scope or CaveatKind.NegativeResult or CaveatKind.Method or CaveatKind.AlternativeExplanation or CaveatKind.MissingTest or CaveatKind.Retraction;

    private static bool Carries(DossierDocument later, Caveat caveat)
    {
        var words = ContentWords.Of(caveat.Quote);
        return later.Caveats.Any(other => ContentWords.Shared(words, ContentWords.Of(other.Quote)) >= 1);
    }
}

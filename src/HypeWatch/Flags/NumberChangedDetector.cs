using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC23: a later text repeats a claim with another number (CLAIMS.md). Numbers are compared literally and read with care: rounding is no change, "more than"
/// may stand before a smaller number, and a source may hold several numbers for one thing.
/// </summary>
public sealed partial class NumberChangedDetector : IFlagDetector
{
    /// <summary>A number of the source that is this near may be what the later text rounds to.</summary>
    private const double Near = 0.2;

    /// <inheritdoc/>
    public string Code => "OC23";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var claims = dossier.ClaimsById();
        foreach (var edge in dossier.Edges)
        {
            if (edge.Support is EdgeSupport.None or EdgeSupport.SimilarityOnly || edge.Changes.FirstOrDefault(change => change.Axis == ChangeAxis.Number) is not { } change) continue;
            if (edge.DownstreamClaim is not { } id || !claims.TryGetValue(id, out var claim) || edge.UpstreamClaim is not { } source || !claims.TryGetValue(source, out var upstream)) continue;
            if (claim.Mode is AssertMode.Denies or AssertMode.Asks or AssertMode.Hypothesises or AssertMode.Aspires || claim.Type is ClaimType.Aspiration) continue;
            yield return new(
                claim,
                $"The earlier text says {DossierReading.Cite(upstream.Quote)}; this one says {DossierReading.Cite(claim.Quote)}.",
                $"The number {DossierReading.Cite(change.Downstream)} stands where the source has {DossierReading.Cite(change.Upstream)}; it was not found for the same thing in the source's sentence.")
            {
                Pair = upstream, Edge = edge, Quotes = [upstream.Quote("upstream")], Caps = ["both_texts_stored"], Found = [.. SpeaksFor(dossier, upstream, claim, change)],
                // A smaller number flatters nobody; it is shown as a slip.
                BaseSeverity = Amount.Of(change.Downstream) < Amount.Of(change.Upstream) ? 1 : null,
            };
        }
    }

    private static IEnumerable<Exculpation> SpeaksFor(Dossier dossier, Claim upstream, Claim claim, EdgeChange change)
    {
        var (told, from) = (Amount.Of(change.Downstream), Amount.Of(change.Upstream));
        var at = claim.Quote.IndexOf(change.Downstream, StringComparison.Ordinal);
        var before = at > 0 ? claim.Quote[..at] : "";
        if ((told <= from && AtLeastPattern().IsMatch(before)) || (told >= from && AtMostPattern().IsMatch(before)))
            yield return new(ExculpationKind.SameSentenceHedge, ExculpationVerdict.Clears, claim.Version, claim.Span, claim.Quote);
        foreach (var document in dossier.Own)
        {
            var text = document.Version.Text;
            var near =
                from amount in Amount.In(text)
                where amount.Value != 0 && told != 0 && Math.Abs(amount.Value - told) <= Near * told && !(document.Version.Id == upstream.Version && upstream.Span.Contains(amount.Span))
                // The number itself, wherever it stands, says more than one that is near it.
                orderby amount.Value == told ? 0 : 1
                select new Exculpation(ExculpationKind.Appendix, amount.Value == told ? ExculpationVerdict.Clears : ExculpationVerdict.Reduces, document.Version.Id, amount.Span, amount.Span.Of(text));
            if (near.FirstOrDefault() is { } found) yield return found;
        }
    }

    [GeneratedRegex(@"\b(?:more than|over|at least|upwards of|in excess of|above|no fewer than|no less than)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtLeastPattern();

    [GeneratedRegex(@"\b(?:less than|under|fewer than|below|at most|up to|no more than)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtMostPattern();
}

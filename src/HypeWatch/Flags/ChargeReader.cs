using HypeWatch.Flags.Hearings;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>Makes a finding of what a language model proposed. Of the model's own words nothing is kept: the reasons name the kind and quote both sides.</summary>
internal sealed class ChargeReader(Taxonomy taxonomy)
{
    private static readonly string[] OfScope = ["OC01", "OC02", "OC03", "OC04"], OfPairs = ["OC02", "OC03"], OfJourneys = ["OC20", "OC21", "OC23", "OC24"];

    /// <summary>Kinds that rest on the words of the sentence, not on something that was not found.</summary>
    private static readonly string[] OfWordsAlone = ["OC12", "OC18", "OC19"];

    private readonly GapRule gaps = new(taxonomy);

    /// <summary>The finding of a charge.</summary>
    public Finding Read(Charge charge, Dossier dossier)
    {
        var (type, claim) = (taxonomy[charge.Code], charge.Claim);
        var edge = OfJourneys.Contains(type.Code) ? dossier.Edges.FirstOrDefault(edge => edge.DownstreamClaim == claim.Id && IsShown(edge, charge, dossier)) : null;
        var pair = edge?.UpstreamClaim is { } upstream ? dossier.Find(upstream) : OfPairs.Contains(type.Code) || OfJourneys.Contains(type.Code) ? Beside(charge, dossier) : null;
        return new(
            claim,
            $"{DossierReading.Cite(claim.Quote)} may be a case of {type.Name}, as a language model reads it.",
            charge.Evidence.Count > 0 ? $"Beside it stands {DossierReading.Cite(charge.Evidence[0].Quote)}." : "The reader named no passage beside it.")
        {
            Subtype = charge.Subtype, Pair = pair, Edge = edge, Quotes = charge.Evidence, IsReleaseLevel = type.Code == "OC11",
            BaseSeverity = BaseOf(charge), Caps = charge.Evidence.Count == 0 && dossier.Release.Coverage != Coverage.Full && !OfWordsAlone.Contains(type.Code) ? ["absence_without_full_coverage"] : [],
            Gap = edge is not null ? GapRule.Of(edge)
                : pair is not null && OfJourneys.Contains(type.Code) ? GapRule.Between(claim, pair)
                : new[] { gaps.Of(claim, dossier.SupportOf(claim), withScope: OfScope.Contains(type.Code)), pair is null ? null : Math.Max(0, claim.Certainty - pair.Certainty - 1) }.Max(),
        };
    }

    /// <summary>What contradicts a claim, or reverses it, weighs as much as where the rules find it.</summary>
    private static int? BaseOf(Charge charge) => charge switch
    {
        { Code: "OC10", Subtype: "internal" or "citation", Evidence.Count: > 0 } => SeverityRule.ContradictionBase,
        { Code: "OC21" } when charge.Evidence.Any(quote => CaveatClass.Reverses(quote.Quote)) => SeverityRule.ReversingBase,
        _ => null,
    };

    /// <summary>Whether the earlier claim of an edge is what the reader set beside the later one.</summary>
    private static bool IsShown(PropagationEdge edge, Charge charge, Dossier dossier) =>
        edge.UpstreamClaim is { } id && dossier.Find(id) is { } upstream && charge.Evidence.Any(quote => quote.Version == upstream.Version && quote.Span.Overlaps(upstream.Span));

    private static Claim? Beside(Charge charge, Dossier dossier) =>
        charge.Evidence.Select(quote => dossier.Claims.FirstOrDefault(claim => claim.Version == quote.Version && claim.Span.Overlaps(quote.Span) && claim.Id != charge.Claim.Id)).FirstOrDefault(claim => claim is not null);
}

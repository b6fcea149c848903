using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// The claims of some documents that can travel, each proposition of a document once, with an index over them. What a text says of its own limits is no claim
/// about a result, and what it asks or denies it does not pass on.
/// </summary>
internal sealed class TravellingClaims
{
    private const int FewestWords = 3;
    private const int MaxCandidates = 40;

    private readonly List<ReadClaim> claims = [];
    private readonly List<List<ReadClaim>> byDocument = [];
    private readonly ClaimIndex index;
    private readonly ClaimAligner aligner;

    /// <summary>Reads the claims of documents; the positions of the documents in the list are their names.</summary>
    public TravellingClaims(IReadOnlyList<DossierDocument> documents, PropositionReader reader)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            List<ReadClaim> own = [.. Distinct(documents[i].Claims.Where(claim => CanTravel(documents[i], claim)).Select(claim => new ReadClaim(claim, i, reader.Read(claim.Quote), TokenStream.Of(claim.Quote))))];
            byDocument.Add(own);
            claims.AddRange(own);
        }

        index = new([.. claims.Select(claim => claim.Proposition.Terms)]);
        aligner = new(index);
    }

    /// <summary>The claims of a document.</summary>
    public IReadOnlyList<ReadClaim> Of(int document) => byDocument[document];

    /// <summary>How alike two claims are; null when they do not say the same.</summary>
    public double? Similarity(ReadClaim a, ReadClaim b) => aligner.Similarity(a, b);

    /// <summary>The claims of some documents that say the same as one, with how alike they are: found by the index, then verified.</summary>
    public IEnumerable<(ReadClaim Claim, double Similarity)> SameAs(ReadClaim claim, Func<int, bool> isWanted)
    {
        foreach (var candidate in index.Nearest(claim.Proposition.Terms, MaxCandidates, item => isWanted(claims[item].Document) && !IsOfCommonSource(claims[item], claim)))
            if (aligner.Similarity(claims[candidate], claim) is { } similarity) yield return (claims[candidate], similarity);
    }

    /// <summary>The claims of some documents that nothing shows to be another matter than one and that are not alike enough to be the same, the nearest first; their likeness is told as 0.</summary>
    public IEnumerable<(ReadClaim Claim, double Similarity)> PerhapsSameAs(ReadClaim claim, Func<int, bool> isWanted) =>
        index.Nearest(claim.Proposition.Terms, MaxCandidates, item => isWanted(claims[item].Document)).Select(item => claims[item])
            .Where(other => aligner.Similarity(other, claim) is null && ClaimAligner.MayBeSame(other, claim)).Select(other => (other, 0.0));

    // Where two texts quote the same words of a third party, neither has them from the other.
    private static bool IsOfCommonSource(ReadClaim earlier, ReadClaim later) =>
        earlier.Claim.Mode is AssertMode.QuotesOther && later.Claim.Mode is AssertMode.QuotesOther or AssertMode.ReportsOther && earlier.Words.LongestSharedRun(later.Words) is not null;

    private static bool CanTravel(DossierDocument document, Claim claim) =>
        !(document.IsOwn && claim.Types.All(type => type is ClaimType.SelfLimitation)) && claim.Mode is not (AssertMode.Asks or AssertMode.Denies)
        // "I don't think it would be" says nothing by which it could be known again.
        && ContentWords.Of(claim.Quote).Count >= FewestWords;

    // An engine may cut one sentence into overlapping claims, and a page may print a sentence twice; the first and longest stands for all.
    private static List<ReadClaim> Distinct(IEnumerable<ReadClaim> found)
    {
        var kept = new List<ReadClaim>();
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var claim in found.OrderBy(claim => claim.Claim.Span.Start).ThenByDescending(claim => claim.Claim.Span.End))
        {
            if ((kept.Count > 0 && kept[^1].Claim.Span.Contains(claim.Claim.Span) && kept[^1].Claim.Mode == claim.Claim.Mode) || !texts.Add(claim.Claim.Quote)) continue;
            kept.Add(claim);
        }

        return kept;
    }
}

using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// Which way claims can travel between the documents of a release: from its main text to its promotion to the texts of others; an appendix only gives. What
/// others wrote flows among them, not back.
/// </summary>
internal static class Flow
{
    /// <summary>Where a document stands: 0 main text and appendix, 1 promotion, 2 texts of others.</summary>
    public static int Rank(this DossierDocument document) => document.Relation switch
    {
        DocumentRelation.Primary or DocumentRelation.Appendix => 0,
        DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg => 1,
        _ => 2,
    };

    /// <summary>Whether a claim may flow from one document to the other.</summary>
    public static bool MayFlow(DossierDocument up, DossierDocument down) => up.Rank() <= down.Rank() && down.Relation is not DocumentRelation.Appendix;

    /// <summary>The positions of documents from source to mouth: by rank, then by date, then by address.</summary>
    public static IReadOnlyList<int> Order(IReadOnlyList<DossierDocument> documents) =>
    [
        .. Enumerable.Range(0, documents.Count).OrderBy(i => documents[i].Rank()).ThenBy(i => documents[i].Document.Published.NotAfter ?? DateOnly.MaxValue)
            .ThenBy(i => documents[i].Document.CanonicalUrl, StringComparer.Ordinal),
    ];
}

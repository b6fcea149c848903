using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// The sentences of a release's own texts, claims or not: what a later text tells may stand in a sentence that describes what was done ("we trained three of these sizes") and claims nothing.
/// A sentence is found and verified as a claim is.
/// </summary>
internal sealed class SourceSentences
{
    // A sentence that claims nothing may speak of many things: it must be more alike than a claim.
    private const double SameFrom = 0.6;

    private static readonly Provenance Read = new("sentence", "1");

    private readonly TravellingClaims sentences;

    /// <summary>Reads the sentences; the positions of the documents in the list are their names.</summary>
    public SourceSentences(IReadOnlyList<DossierDocument> documents, PropositionReader reader) => sentences = new([.. documents.Select(Whole)], reader);

    /// <summary>The sentences of a document; none of a text of others.</summary>
    public IReadOnlyList<ReadClaim> Of(int document) => sentences.Of(document);

    /// <summary>The sentence of some documents that is most surely what a claim tells; null when none says the same.</summary>
    public (ReadClaim Sentence, double Similarity)? Told(ReadClaim claim, Func<int, bool> isWanted) =>
        sentences.SameAs(claim, isWanted).Where(found => found.Similarity >= SameFrom).OrderByDescending(found => found.Similarity).ThenBy(found => found.Claim.Document).ThenBy(found => found.Claim.Claim.Span.Start)
            .Select(found => ((ReadClaim, double)?)found).FirstOrDefault();

    private static DossierDocument Whole(DossierDocument document) => document with
    {
        Claims = !document.IsOwn ? [] :
        [
            .. document.Version.Passages.Where(passage => passage.Place is not (Place.Other or Place.Table) && passage.Span.Length > 0).Select(passage => Claim.Cut(
                document.Version, passage.Span, new([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, document.Document.Asserter, passage.Place, 0), Read)),
        ],
    };
}

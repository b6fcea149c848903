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
    private readonly IReadOnlyList<IReadOnlyList<Claim>> all;

    /// <summary>Reads the sentences; the positions of the documents in the list are their names.</summary>
    public SourceSentences(IReadOnlyList<DossierDocument> documents, PropositionReader reader)
    {
        List<DossierDocument> whole = [.. documents.Select(Whole)];
        (sentences, all) = (new(whole, reader), [.. whole.Select(document => document.Claims)]);
    }

    /// <summary>The words of each sentence of a document, however little it says; none of a text of others.</summary>
    public IEnumerable<string> Of(int document) => all[document].Select(sentence => sentence.Quote);

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

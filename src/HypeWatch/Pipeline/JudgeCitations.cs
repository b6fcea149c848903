using HypeWatch.Evidence;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Reading;

namespace HypeWatch.Pipeline;

/// <summary>Brings each claim that cites a known work together with the abstract of that work. Our own summaries are not its words, so they decide nothing.</summary>
/// <param name="matcher">The prior-work base.</param>
/// <param name="judge">Says whether a text bears a claim out.</param>
/// <param name="purposes">Says what a citation is for.</param>
public sealed class JudgeCitations(CitationMatcher matcher, SupportJudge judge, CitationPurposeReader purposes)
{
    /// <summary>What the works that a document's claims cite say to them.</summary>
    public IEnumerable<CitedSupport> Judge(DossierDocument document) =>
        from link in document.Evidence.Links
        where link.Kind is EvidenceKind.Citation or EvidenceKind.Link
        let work = WorkOf(link, document.Version)
        where work is not null
        group link by (link.Claim, Work: work.Value) into cited
        let claim = document.Claims.FirstOrDefault(claim => claim.Id == cited.Key.Claim)
        where claim is not null
        select new CitedSupport(claim.Id, cited.Key.Work, purposes.Read(SentenceOf(document.Version, cited.First(), claim)), judge.Judge(claim.Quote, TextOf(cited.Key.Work)));

    /// <summary>The work that a pointer leads to; one that came into the base after the document was read is found by its entry or address.</summary>
    private WorkId? WorkOf(EvidenceLink link, DocumentVersion version) =>
        link.TargetWork
        ?? (link.TargetReference is { } entry && version.References.FirstOrDefault(reference => reference.Index == entry) is { } found ? matcher.Match(found) : null)
        ?? (link.TargetUrl is { } url ? matcher.MatchUrl(url) : null);

    private CitedText? TextOf(WorkId id)
    {
        if (matcher.Find(id)?.Abstract is not { Length: > 0 } text) return null;
        return new(text, SentenceSplitter.Split(text, new(0, text.Length)), CitedTextKind.Abstract);
    }

    private static string SentenceOf(DocumentVersion version, EvidenceLink link, Claim claim) =>
        link.PointerSpan is { } span && version.PassageAt(span) is { } passage ? version.TextOf(passage) : claim.Quote;
}

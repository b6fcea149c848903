using HypeWatch.Evidence;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Reading;

namespace HypeWatch.Pipeline;

/// <summary>Brings each claim that cites a known work together with what is at hand of that work, its summary in the prior-work base.</summary>
/// <param name="matcher">The prior-work base.</param>
/// <param name="judge">Says whether a text bears a claim out.</param>
/// <param name="purposes">Says what a citation is for.</param>
public sealed class JudgeCitations(CitationMatcher matcher, SupportJudge judge, CitationPurposeReader purposes)
{
    private readonly Dictionary<WorkId, PriorWork> works = matcher.Works.ToDictionary(work => work.Id);

    /// <summary>What the works that a document's claims cite say to them.</summary>
    public IEnumerable<CitedSupport> Judge(DossierDocument document) =>
        from link in document.Evidence.Links
        where link.TargetWork is not null && link.Kind is EvidenceKind.Citation or EvidenceKind.Link
        group link by (link.Claim, Work: link.TargetWork!.Value) into cited
        let claim = document.Claims.FirstOrDefault(claim => claim.Id == cited.Key.Claim)
        where claim is not null
        select new CitedSupport(claim.Id, cited.Key.Work, purposes.Read(SentenceOf(document.Version, cited.First(), claim)), judge.Judge(claim.Quote, TextOf(cited.Key.Work)));

    private CitedText? TextOf(WorkId id)
    {
        if (works.GetValueOrDefault(id)?.Summary is not { Length: > 0 } summary) return null;
        return new(summary, SentenceSplitter.Split(summary, new(0, summary.Length)), CitedTextKind.Summary);
    }

    private static string SentenceOf(DocumentVersion version, EvidenceLink link, Claim claim) =>
        link.PointerSpan is { } span && version.PassageAt(span) is { } passage ? version.TextOf(passage) : claim.Quote;
}

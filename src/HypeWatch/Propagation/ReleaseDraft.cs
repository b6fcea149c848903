using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>A release while its documents are being gathered. Texts go by their position in the grouper's list.</summary>
internal sealed class ReleaseDraft(int text)
{
    /// <summary>The text that the release is named after.</summary>
    public int Primary { get; } = text;

    /// <summary>Documents in which its authors or organisation speak, the primary first.</summary>
    public List<(int Text, DocumentRelation Relation)> Own { get; } = [(text, DocumentRelation.Primary)];

    /// <summary>Texts of others about it.</summary>
    public List<(int Text, DocumentRelation Relation)> About { get; } = [];

    /// <summary>When it was first public: the earliest last possible day among its own documents, since on that day it was public for certain.</summary>
    public PublicationDate FirstPublished(IReadOnlyList<DocumentVersion> versions)
    {
        var primaryDate = versions[Primary].Document.Published;
        return Own.Select(own => versions[own.Text].Document.Published).Where(date => date.NotAfter is not null).OrderBy(date => date.NotAfter).FirstOrDefault() is { } first
            && (primaryDate.NotAfter is null || first.NotAfter < primaryDate.NotAfter) ? first : primaryDate;
    }

    /// <summary>The finished release.</summary>
    public Release ToRelease(IReadOnlyList<DocumentVersion> versions)
    {
        var primary = versions[Primary].Document;
        var own = Own.Select(document => versions[document.Text]).ToList();
        return new Release(
            new(ContentId.Of("rel", primary.CanonicalUrl)), primary.Title, primary.Publisher ?? primary.Asserter, FirstPublished(versions),
            ReleaseCoverage.Of(versions[Primary], own), PeerReviewOf(own), [],
            [.. Own.Concat(About).Select(document => new ReleaseDocument(versions[document.Text].Document.Id, document.Relation))]);
    }

    private static PeerReview PeerReviewOf(List<DocumentVersion> own)
    {
        var works = own.Select(version => version.Document).Where(document => document.Kind is DocumentKind.Paper or DocumentKind.Preprint).ToList();
        var venues = works.Select(work => Venue.PeerReviewOf(work.Publisher)).Where(review => review is not PeerReview.Unknown).ToList();
        // The strongest review that a venue's name attests; the enum rises from preprint to journal.
        if (venues.Count > 0) return venues.Max();
        return works.Exists(work => work.Kind is DocumentKind.Preprint) ? PeerReview.Preprint : PeerReview.Unknown;
    }
}

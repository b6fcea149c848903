using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>A release while its documents are being gathered. Texts go by their position in the grouper's list.</summary>
internal sealed class ReleaseDraft(int text)
{
    /// <summary>The text that the release is named after.</summary>
    public int Primary { get; private set; } = text;

    /// <summary>Documents in which its authors or organisation speak, the primary first.</summary>
    public List<(int Text, DocumentRelation Relation)> Own { get; } = [(text, DocumentRelation.Primary)];

    /// <summary>Texts of others about it.</summary>
    public List<(int Text, DocumentRelation Relation)> About { get; } = [];

    /// <summary>Takes in another copy of the work; the one that was public first gives the release its name, so that it keeps it when a copy comes later.</summary>
    public void AddWork(int text, IReadOnlyList<DocumentVersion> versions)
    {
        var isFirst = versions[text].Document.Published.NotAfter is { } day && versions[Primary].Document.Published.NotAfter is var known && (known is null || day < known);
        Own.Insert(isFirst ? 0 : Own.Count, (text, DocumentRelation.Primary));
        if (isFirst) Primary = text;
    }

    /// <summary>Takes in the documents of another release.</summary>
    /// <param name="other">The release that is given up.</param>
    /// <param name="relationOf">How its main text stands to this release; its other documents keep their relation.</param>
    public void Take(ReleaseDraft other, Func<int, DocumentRelation> relationOf)
    {
        Own.AddRange(other.Own.Where(own => !Holds(own.Text)).Select(own => own.Text == other.Primary ? (own.Text, relationOf(own.Text)) : own));
        About.RemoveAll(about => Own.Exists(own => own.Text == about.Text));
        About.AddRange(other.About.Where(about => !Holds(about.Text) && !About.Exists(known => known.Text == about.Text)));
    }

    /// <summary>Lets go of a document other than the main text.</summary>
    public void Drop(int text)
    {
        Own.RemoveAll(own => own.Text == text);
        About.RemoveAll(about => about.Text == text);
    }

    private bool Holds(int text) => Own.Exists(own => own.Text == text);

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

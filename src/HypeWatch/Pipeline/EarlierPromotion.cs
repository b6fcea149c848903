using HypeWatch.Model;
using HypeWatch.Propagation;

namespace HypeWatch.Pipeline;

/// <summary>What each publisher posted about its releases, so that a release can be set beside those before it (specification 3, OC22).</summary>
internal sealed class EarlierPromotion
{
    // The latest before a release; a template that is in use shows in them.
    private const int MostTexts = 60;

    private readonly Dictionary<string, string> groupOf = new(StringComparer.Ordinal);
    private readonly ILookup<string, (Release Release, DossierDocument Text)> byGroup;

    /// <summary>Sorts the promotion of releases by publisher.</summary>
    public EarlierPromotion(IReadOnlyList<Release> releases, IReadOnlyDictionary<DocumentId, DossierDocument> documents)
    {
        foreach (var publisher in releases.Select(release => release.Publisher).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            groupOf[publisher] = groupOf.Values.Distinct(StringComparer.Ordinal).FirstOrDefault(known => Ownership.SamePublisher(known, publisher)) ?? publisher;
        byGroup = (from release in releases
                   from member in release.Documents
                   where member.IsOwn
                   let text = documents[member.Document] with { Relation = member.Relation }
                   where text.Relation is DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg || text.Document.Kind is DocumentKind.PromoSocial or DocumentKind.PressRelease or DocumentKind.Blog
                   select (Release: release, Text: text)).ToLookup(pair => groupOf[pair.Release.Publisher], StringComparer.Ordinal);
    }

    /// <summary>The promotion of the publisher's releases before this one, the latest first.</summary>
    public IReadOnlyList<DossierDocument> Before(Release release) =>
    [
        .. byGroup[groupOf[release.Publisher]].Where(pair => pair.Release.Id != release.Id && pair.Release.FirstPublished.NotAfter < release.FirstPublished.NotBefore).Select(pair => pair.Text)
            .OrderByDescending(text => text.Document.Published.NotAfter).ThenBy(text => text.Document.Id.Value, StringComparer.Ordinal).DistinctBy(text => text.Document.Id).Take(MostTexts),
    ];
}

using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>What a document points to, and which of its places speak of it: in a text of many items only the item that links, quotes or names the earlier text is about it.</summary>
internal sealed class Pointers
{
    private readonly DossierDocument document;
    private readonly Items items;
    private readonly Dictionary<int, HashSet<int>> itself, about;

    /// <summary>Reads which items point where.</summary>
    /// <param name="hops">The documents that it points to, by their position in the list.</param>
    /// <param name="documents">All documents.</param>
    /// <param name="downstream">Position of the document that points.</param>
    /// <param name="actors">Tells organisations by their names.</param>
    public Pointers(IReadOnlyDictionary<int, Hop> hops, IReadOnlyList<DossierDocument> documents, int downstream, ActorList actors)
    {
        (Hops, Documents, Downstream, document) = (hops, documents.Count, downstream, documents[downstream]);
        items = new(document);
        itself = hops.ToDictionary(pair => pair.Key, pair => pair.Value.Support.Places.Select(items.Of).OfType<int>().ToHashSet());
        var organisations = hops.Keys.ToDictionary(up => up, up => actors.OrganisationsIn(documents[up].Document.Publisher ?? "").ToHashSet(StringComparer.Ordinal));
        // Who links the post about a paper, or its translation, speaks of the paper.
        about = hops.Keys.ToDictionary(
            up => up,
            up => hops.Keys.Where(other => other == up || (documents[up].IsOwn && (documents[other].IsOwn || organisations[other].Overlaps(organisations[up])))).SelectMany(other => itself[other]).ToHashSet());
    }

    /// <summary>The documents that are pointed to, by their position in the list.</summary>
    public IReadOnlyDictionary<int, Hop> Hops { get; }

    /// <summary>Number of all documents.</summary>
    public int Documents { get; }

    /// <summary>Position of the document that points.</summary>
    public int Downstream { get; }

    /// <summary>The text of the document that points.</summary>
    public DocumentVersion Text => document.Version;

    /// <summary>Whether what stands in a place may come from a document.</summary>
    public bool MayBeSource(int up, Span place) =>
        Hops.TryGetValue(up, out var hop) && hop.DateOk is not false && (!items.IsMany || (items.Of(place) is { } item && about[up].Contains(item)));

    /// <summary>Whether the item of a place links, quotes or names a document itself, and not only another text of its release.</summary>
    public bool IsAbout(int up, Span place) => !items.IsMany || (items.Of(place) is { } item && itself[up].Contains(item));

    /// <summary>The release's own documents that the paragraph of a place itself links, quotes or names by title, the surest first.</summary>
    public IEnumerable<int> PointedToBeside(Span place)
    {
        var version = document.Version;
        if (version.PassageAt(place) is not { } home) return [];
        return Hops.Where(pair => pair.Value.DateOk is not false && pair.Value.Upstream.IsOwn && pair.Value.Support.Exact.Any(at => version.PassageAt(at)?.Paragraph == home.Paragraph))
            .OrderBy(pair => pair.Value.Support.Kind).ThenBy(pair => pair.Value.Upstream.Rank()).ThenBy(pair => pair.Key).Select(pair => pair.Key);
    }
}

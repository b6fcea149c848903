using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// The items of a text that speaks of many things, such as a newsletter: the stretch below a heading, or in a list each entry that opens with a link of its
/// own. A link on the page makes one item speak about its target, not the others.
/// </summary>
internal sealed class Items
{
    // So many paragraphs with a link to elsewhere make a newsletter, and so many under one heading make its entries items of their own.
    private const int ManyLinkedParagraphs = 6, ListEntries = 4;

    private readonly DocumentVersion version;
    private readonly int[] itemOf;

    /// <summary>Cuts a text into its items.</summary>
    public Items(DossierDocument document)
    {
        version = document.Version;
        var host = HostOf(document.Document.Url);
        var linked = version.Links.Where(link => link.Span.Length > 0 && HostOf(link.Url) != host).Select(link => version.PassageAt(link.Span)).OfType<Passage>()
            .Select(passage => passage.Paragraph).ToHashSet();
        // A work of others cites many; that it lists a reference makes none of its own results a report on that reference.
        IsMany = linked.Count >= ManyLinkedParagraphs || (!document.IsOwn && document.Document.Kind is DocumentKind.Paper or DocumentKind.Preprint);
        itemOf = new int[version.Passages.Count];
        var entries = version.Passages.Where(passage => linked.Contains(passage.Paragraph)).GroupBy(passage => passage.Heading, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(passage => passage.Paragraph).Distinct().Count(), StringComparer.Ordinal);
        for (var i = 1; i < itemOf.Length; i++)
        {
            Passage last = version.Passages[i - 1], next = version.Passages[i];
            var opens = last.Heading != next.Heading
                || (last.Paragraph != next.Paragraph && linked.Contains(next.Paragraph) && entries.GetValueOrDefault(next.Heading) >= ListEntries);
            itemOf[i] = itemOf[i - 1] + (opens ? 1 : 0);
        }
    }

    /// <summary>Whether the text speaks of many things.</summary>
    public bool IsMany { get; }

    /// <summary>The item that a place stands in; null between sentences.</summary>
    public int? Of(Span place) => version.PassageAt(place) is { } passage ? itemOf[passage.Index] : null;

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "";
}

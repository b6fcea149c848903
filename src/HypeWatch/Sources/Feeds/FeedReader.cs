namespace HypeWatch.Sources.Feeds;

/// <summary>
/// Reads feeds of every format: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed. The format is known by the outermost element, not by what the server
/// says it is; what was read before and after a defect is kept.
/// </summary>
internal static class FeedReader
{
    private const int MostItems = 5_000;

    /// <summary>Reads a feed.</summary>
    /// <param name="text">Its characters.</param>
    /// <param name="address">Where it was read, against which its relative addresses count; null when unknown.</param>
    /// <param name="language">Language that the server states; null when it states none.</param>
    public static Feed Read(string text, Uri? address = null, string? language = null)
    {
        if (text.AsSpan().TrimStart() is ['{', ..]) return JsonFeedReader.Read(text, address);
        var document = MarkupTree.Parse(text);
        var texts = new TextConstructs(address, language);
        var feed = document.Root is { } root ? OfRoot(root, texts) : new Feed { Format = FeedFormat.None };
        var defect = document.Defect ?? (document.Root is null ? "malformed XML: it holds no element" : null);
        return feed.Items.Count <= MostItems
            ? feed with { Defect = defect, IsCut = document.IsCut, Doctype = document.Doctype }
            : feed with { Items = [.. feed.Items.Take(MostItems)], Defect = defect ?? FormattableString.Invariant($"more than {MostItems} entries"), IsCut = true, Doctype = document.Doctype };
    }

    private static Feed OfRoot(MarkupNode root, TextConstructs texts) => root.Key switch
    {
        "feed" => AtomReader.Read(root, texts),
        "rdf" => RssReader.Read(root, FeedFormat.Rdf, texts),
        "rss" => RssReader.Read(root, FeedFormat.Rss, texts),
        // A channel without its wrapper is RSS that lost it, unless its parts stand in attributes, as CDF has them.
        "channel" => root.Attribute("href") is not null || root.Children.Any(child => child.Attribute("href") is not null) || root.Name == "CHANNEL"
            ? CdfReader.Read(root, texts)
            : RssReader.Read(root, FeedFormat.Rss, texts),
        _ => new Feed { Format = FeedFormat.None },
    };
}

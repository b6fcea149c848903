using HypeWatch.Sources.Feeds;
using static HypeWatch.Evals.Bench.GofeedValues;

namespace HypeWatch.Evals.Bench;

/// <summary>gofeed's universal shape.</summary>
internal static class GofeedUniversal
{
    public static Dictionary<string, object?> Shape(Feed feed)
    {
        var isAtom = feed.Format is FeedFormat.Atom;
        var channel = isAtom ? feed.Node : feed.Node?.Child("rss", "channel") ?? feed.Node;
        var shape = Part(feed, channel, isAtom);
        foreach (var (name, value) in Filled(
            ("description", feed.Subtitle?.Value), ("feedLink", feed.SelfLink), ("language", feed.Language), ("copyright", feed.Rights?.Value), ("generator", isAtom ? Generator(feed.Node?.Child("atom", "generator")) : feed.Generator),
            ("feedType", isAtom ? "atom" : "rss"), ("feedVersion", feed.Version)))
            shape[name] = value;
        shape["items"] = feed.Items.Select(item => Item(item, isAtom)).ToList();
        return shape;
    }

    private static Dictionary<string, object?> Item(FeedItem item, bool isAtom)
    {
        var shape = Part(item, item.Node, isAtom);
        foreach (var (name, value) in Filled(
            ("description", item.Summary?.Value), ("content", item.Contents is [var first, ..] ? first.Value : null), ("guid", item.Id),
            ("enclosures", item.Enclosures.Select(file => Filled(("url", file.Url), ("type", file.Type), ("length", file.Length))).ToList()),
            ("custom", isAtom ? null : GofeedRss.Custom(item.Node!))))
            shape[name] = value;
        return shape;
    }

    private static Dictionary<string, object?> Part(FeedPart part, MarkupNode? node, bool isAtom)
    {
        // A date of Dublin Core stands for whichever of the two is missing.
        var dublin = isAtom || node?.Child("dc", "date") is not { } date ? null : TextConstructs.Time(date);
        var published = part.Published ?? (part is FeedItem ? dublin ?? (isAtom ? part.Updated : null) : null);
        var links = part.Links.Where(link => (link.Rel is null or "alternate" || (isAtom && link.Rel == "self")) && !string.IsNullOrEmpty(link.Href)).Select(link => link.Href).ToList();
        if (!isAtom && links.Count > 1) links = [.. part.Links.Where(link => link.Rel is null).Select(link => link.Href)];
        return Filled(
            ("title", part.Title?.Value), ("link", part is FeedItem { IdIsLink: true } ? null : part.Link), ("links", links),
            ("updated", part.Updated?.Stated), ("updatedParsed", Parsed(part.Updated)), ("published", published?.Stated), ("publishedParsed", Parsed(published)),
            ("author", part.Authors is [var first, ..] ? Name(first) : null), ("authors", part.Authors.Select(Name).ToList()),
            ("image", part.Image is { } image ? Filled(("url", image.Url), ("title", image.Title)) : null), ("categories", part.Categories.Select(category => category.Term).ToList()),
            ("dcExt", DublinCore(isAtom ? null : node)), ("itunesExt", Podcast(isAtom ? null : node)), ("extensions", Extensions(node, isAtom ? "atom" : "rss")));
    }

    private static string? Generator(MarkupNode? node)
    {
        if (node is null) return null;
        var version = node.Attribute("version") is { } stated ? " v" + stated : "";
        return $"{node.Text}{version} {node.Attribute("uri") ?? node.Attribute("url")}".Trim();
    }

    private static Dictionary<string, object?> Name(FeedPerson person) => Filled(("name", person.Name), ("email", person.Email));
}

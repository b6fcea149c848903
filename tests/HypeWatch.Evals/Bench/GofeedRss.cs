using HypeWatch.Sources.Feeds;
using static HypeWatch.Evals.Bench.GofeedValues;

namespace HypeWatch.Evals.Bench;

/// <summary>gofeed's shape of RSS.</summary>
internal static class GofeedRss
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "title", "description", "link", "author", "comments", "enclosure", "guid", "pubdate", "source", "category", "content",
    };

    public static Dictionary<string, object?> Shape(Feed feed)
    {
        var root = feed.Node!;
        var channel = root.Child("rss", "channel");
        var shape = Filled(
            ("title", Core(channel, "title")), ("link", feed.Links.LastOrDefault(link => link.Rel is null)?.Href), ("links", Own(feed)), ("description", Core(channel, "description")),
            ("language", Core(channel, "language")), ("copyright", Core(channel, "copyright")), ("managingEditor", Core(channel, "managingeditor")), ("webMaster", Core(channel, "webmaster")),
            ("pubDate", Core(channel, "pubdate")), ("pubDateParsed", Parsed(Time(channel, "pubdate"))), ("lastBuildDate", Core(channel, "lastbuilddate")),
            ("lastBuildDateParsed", Parsed(Time(channel, "lastbuilddate"))), ("generator", Core(channel, "generator")), ("docs", Core(channel, "docs")), ("ttl", Core(channel, "ttl")),
            ("rating", Core(channel, "rating")), ("skipHours", Listed(channel, "skiphours")), ("skipDays", Listed(channel, "skipdays")), ("categories", Categories(channel)),
            ("image", (root.Child("rss", "image") ?? channel?.Child("rss", "image")) is { } image ? Fields(image, "url", "link", "title", "width", "height", "description") : null),
            ("textInput", (root.Child("rss", "textinput") ?? channel?.Child("rss", "textinput")) is { } input ? Fields(input, "title", "description", "name", "link") : null),
            ("cloud", channel?.Child("rss", "cloud") is { } cloud
                ? Filled(("domain", cloud.Attribute("domain")), ("port", cloud.Attribute("port")), ("path", cloud.Attribute("path")), ("registerProcedure", cloud.Attribute("registerProcedure")), ("protocol", cloud.Attribute("protocol"))) : null),
            ("dcExt", DublinCore(channel)), ("itunesExt", Podcast(channel)), ("extensions", Extensions(channel, "rss")), ("version", feed.Version));
        shape["items"] = feed.Items.Select(Item).ToList();
        return shape;
    }

    /// <summary>Elements of an item that RSS does not know.</summary>
    public static Dictionary<string, object?> Custom(MarkupNode item)
    {
        var found = new Dictionary<string, object?>();
        foreach (var child in item.Children.Where(child => child.Space == "rss" && !Known.Contains(child.Key))) found[child.Name] = Text(child);
        return found;
    }

    private static Dictionary<string, object?> Item(FeedItem item)
    {
        var node = item.Node!;
        var files = item.Enclosures.Select(file => Filled(("url", file.Url), ("type", file.Type), ("length", file.Length))).ToList();
        return Filled(
            ("title", Core(node, "title")), ("link", item.Links.LastOrDefault(link => link.Rel is null)?.Href), ("links", Own(item)), ("description", Core(node, "description")),
            ("content", item.Contents is [var content, ..] ? content.Value : null), ("author", Core(node, "author")), ("categories", Categories(node)), ("comments", Core(node, "comments")),
            ("enclosure", files is [.., var last] ? last : null), ("enclosures", files),
            ("guid", node.Child("rss", "guid") is { } guid ? Filled(("value", Text(guid)), ("isPermalink", guid.Attribute("isPermaLink"))) : null),
            ("pubDate", Core(node, "pubdate")), ("pubDateParsed", Parsed(Time(node, "pubdate"))),
            ("source", node.Child("rss", "source") is { } source ? Filled(("title", Text(source)), ("url", source.Attribute("url"))) : null),
            ("dcExt", DublinCore(node)), ("itunesExt", Podcast(node)), ("extensions", Extensions(node, "rss")), ("custom", Custom(node)));
    }

    private static List<string?> Own(FeedPart part) => [.. part.Links.Where(link => link.Rel is null).Select(link => link.Href)];

    private static string? Core(MarkupNode? node, string key) => Text(node?.Child("rss", key));

    private static FeedTime? Time(MarkupNode? node, string key) => node?.Child("rss", key) is { } time ? TextConstructs.Time(time) : null;

    private static List<string?> Listed(MarkupNode? node, string key) => [.. node?.Child("rss", key)?.Children.Select(Text) ?? []];

    private static List<Dictionary<string, object?>> Categories(MarkupNode? node) =>
        [.. (node?.Children ?? []).Where(child => child.Space == "rss" && child.Key == "category").Select(child => Filled(("domain", child.Attribute("domain")), ("value", Text(child))))];

    private static Dictionary<string, object?> Fields(MarkupNode node, params string[] keys) => Filled([.. keys.Select(key => (key, (object?)Core(node, key)))]);
}

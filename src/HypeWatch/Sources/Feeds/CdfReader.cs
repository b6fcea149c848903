namespace HypeWatch.Sources.Feeds;

/// <summary>Reads the Channel Definition Format (W3C note of 1997), in which addresses and times are attributes.</summary>
internal static class CdfReader
{
    /// <summary>Reads a channel.</summary>
    public static Feed Read(MarkupNode root, TextConstructs texts)
    {
        var links = Links(root, texts);
        return new Feed
        {
            Format = FeedFormat.Cdf, Node = root, Title = Title(root, texts), Subtitle = Abstract(root, texts), Links = links, Link = links is [var first, ..] ? first.Href : null, Updated = Modified(root),
            Items = [.. root.Children.Where(child => child.Key == "item").Select(item => Item(item, texts))],
        };
    }

    private static FeedItem Item(MarkupNode node, TextConstructs texts)
    {
        var links = Links(node, texts);
        return new FeedItem { Node = node, Title = Title(node, texts), Summary = Abstract(node, texts), Links = links, Link = links is [var first, ..] ? first.Href : null, Updated = Modified(node) };
    }

    private static IReadOnlyList<FeedLink> Links(MarkupNode node, TextConstructs texts) =>
        node.Attribute("href") is { } href ? [new(texts.Address(node, href), "alternate", "text/html")] : [];

    private static TextConstruct? Title(MarkupNode node, TextConstructs texts) => node.Child("rss", "title") is { } title ? texts.Rss(title, "text/plain") : null;

    private static TextConstruct? Abstract(MarkupNode node, TextConstructs texts) => node.Child("rss", "abstract") is { } text ? texts.Rss(text) : null;

    private static FeedTime? Modified(MarkupNode node) => node.Attribute("lastmod") is { } stated ? new(stated, FeedInstant.Find(stated)) : null;
}

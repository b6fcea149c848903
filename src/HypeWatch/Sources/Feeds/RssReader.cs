namespace HypeWatch.Sources.Feeds;

/// <summary>
/// Reads RSS 0.90 to 2.0 and RDF. What RSS does not say itself is taken from the vocabularies that stand beside it, in this order: Dublin Core, iTunes, Media RSS,
/// embedded Atom.
/// </summary>
internal static class RssReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="root">The outermost element: <c>rss</c>, <c>RDF</c>, or a <c>channel</c> that lost its wrapper.</param>
    /// <param name="format">RSS or RDF.</param>
    /// <param name="texts">Reads its texts.</param>
    public static Feed Read(MarkupNode root, FeedFormat format, TextConstructs texts)
    {
        var channel = root.Key == "channel" ? root : root.Child("rss", "channel") ?? root.Children.FirstOrDefault(child => child.Key == "channel");
        var draft = new RssDraft(texts);
        foreach (var node in channel?.Children ?? []) draft.Take(node);
        // RDF has the picture beside the channel, and items may stand in either place.
        if (channel != root && root.Child("rss", "image") is { } image) draft.Take(image);

        IEnumerable<MarkupNode> nodes = channel == root || channel is null ? root.Children : [.. channel.Children, .. root.Children];
        List<FeedItem> items = [.. nodes.Where(node => node.Key is "item" or "entry" && node.Space is not "atom").Select(node => Item(node, texts))];
        return new Feed
        {
            Format = format, Version = Version(root, format), Node = root, Title = draft.Title, Subtitle = draft.Description, Links = draft.Links, Link = draft.Link, Id = draft.Id,
            SelfLink = draft.Links.FirstOrDefault(link => link.Rel == "self")?.Href, Authors = draft.Authors, Categories = draft.Categories, Published = draft.Published,
            Updated = draft.Updated, Created = draft.Created, Rights = draft.Rights, Image = draft.Image, Generator = draft.Generator, RestMinutes = draft.RestMinutes,
            Language = draft.Language ?? (channel is null ? texts.LanguageOf(root) : texts.LanguageOf(channel)), Items = items,
        };
    }

    private static FeedItem Item(MarkupNode node, TextConstructs texts)
    {
        var draft = new RssDraft(texts);
        foreach (var child in node.Children) draft.Take(child);
        return new FeedItem
        {
            Node = node, Title = draft.Title, Summary = draft.Description, Contents = draft.Contents, Links = draft.Links, Link = draft.Link ?? (draft.IdIsAddress ? draft.Id : null), Id = draft.Id,
            IdIsLink = draft.IdIsAddress && draft.Link is null, Authors = draft.Authors, Contributors = draft.Contributors, Categories = draft.Categories, Enclosures = draft.Enclosures,
            Published = draft.Published, Updated = draft.Updated, Created = draft.Created, Rights = draft.Rights, Image = draft.Image, Language = draft.Language ?? texts.LanguageOf(node),
        };
    }

    private static string? Version(MarkupNode root, FeedFormat format)
    {
        if (root.Attribute("version") is { Length: > 0 } stated) return stated.Trim();
        if (format is not FeedFormat.Rdf) return null;
        return root.Attributes.Any(attribute => attribute.Value.Contains("netscape.com/rdf", StringComparison.OrdinalIgnoreCase)) ? "0.90" : "1.0";
    }
}

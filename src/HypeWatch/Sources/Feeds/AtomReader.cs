namespace HypeWatch.Sources.Feeds;

/// <summary>Reads Atom 1.0 (RFC 4287) and 0.3, whose elements differ in name only.</summary>
internal static class AtomReader
{
    /// <summary>Reads a feed.</summary>
    public static Feed Read(MarkupNode root, TextConstructs texts)
    {
        var head = Head(root, texts);
        List<FeedItem> items = [];
        foreach (var node in root.Children)
        {
            if (IsAtom(node) && node.Key is "entry" or "item") items.Add(Entry(node, texts));
        }

        return new Feed
        {
            Format = FeedFormat.Atom, Version = VersionOf(root), Node = root, Title = head.Title, Subtitle = head.Subtitle, Links = head.Links, Link = Alternate(head.Links), Id = head.Id,
            SelfLink = head.Links.FirstOrDefault(link => link.Rel == "self")?.Href, Authors = head.Authors, Contributors = head.Contributors, Categories = head.Categories,
            Published = head.Published, Updated = head.Updated, Created = head.Created, Rights = head.Rights, Generator = root.Child("atom", "generator")?.Text is { Length: > 0 } name ? name : null,
            Image = head.Image, Language = texts.LanguageOf(root), Items = items,
        };
    }

    /// <summary>Reads an entry.</summary>
    public static FeedItem Entry(MarkupNode node, TextConstructs texts)
    {
        var part = Head(node, texts);
        var enclosures = part.Links.Where(link => link.Rel == "enclosure").Select(link => new FeedEnclosure(link.Href, link.Type, link.Length)).ToList();
        return new FeedItem
        {
            Node = node, Title = part.Title, Summary = part.Summary, Contents = part.Contents, Links = part.Links, Link = Alternate(part.Links), Id = part.Id, Authors = part.Authors,
            Contributors = part.Contributors, Categories = part.Categories, Published = part.Published, Updated = part.Updated, Created = part.Created, Rights = part.Rights,
            Image = part.Image, Enclosures = enclosures, Language = texts.LanguageOf(node), IdIsLink = false,
        };
    }

    /// <summary>What is common to feeds and entries.</summary>
    private static Draft Head(MarkupNode around, TextConstructs texts)
    {
        var draft = new Draft();
        foreach (var node in around.Children)
        {
            if (IsAtom(node)) draft.Take(node, texts);
            else draft.TakeOther(node, texts);
        }

        return draft;
    }

    /// <summary>The link to the document itself.</summary>
    public static string? Alternate(IReadOnlyList<FeedLink> links) =>
        (links.FirstOrDefault(link => link.Rel == "alternate" && link.Type is null or "text/html" or "application/xhtml+xml" && !string.IsNullOrEmpty(link.Href)) ?? links.FirstOrDefault(link => link.Rel == "alternate"))?.Href;

    /// <summary>A link of Atom, wherever it stands.</summary>
    public static FeedLink LinkOf(MarkupNode node, TextConstructs texts) => new(
        node.Attribute("href") is { } href ? texts.Address(node, href) : null, node.Attribute("rel") is { Length: > 0 } rel ? rel : "alternate", node.Attribute("type"), node.Attribute("title"),
        node.Attribute("hreflang"), node.Attribute("length"));

    /// <summary>A category of Atom, wherever it stands; null when it says nothing.</summary>
    public static FeedCategory? CategoryOf(MarkupNode node) =>
        node.Attribute("term") is { Length: > 0 } term ? new(term, node.Attribute("scheme"), node.Attribute("label"))
        : node.Attribute("label") is { Length: > 0 } label ? new(label, node.Attribute("scheme"), label)
        : node.Text.Length > 0 ? new(node.Text, node.Attribute("scheme")) : null;

    private static bool IsAtom(MarkupNode node) => node.Space is "atom" or "rss" or FeedVocabularies.Unknown;

    private static string VersionOf(MarkupNode root) => root.Attribute("version") switch
    {
        { Length: > 0 } stated => stated,
        _ => root.Attributes.Any(attribute => attribute.Value.StartsWith("http://purl.org/atom/ns#", StringComparison.OrdinalIgnoreCase)) ? "0.3" : "1.0",
    };

    private sealed class Draft
    {
        public TextConstruct? Title { get; private set; }

        public TextConstruct? Subtitle { get; private set; }

        public TextConstruct? Summary { get; private set; }

        public TextConstruct? Rights { get; private set; }

        public List<TextConstruct> Contents { get; } = [];

        public List<FeedLink> Links { get; } = [];

        public List<FeedPerson> Authors { get; } = [];

        public List<FeedPerson> Contributors { get; } = [];

        public List<FeedCategory> Categories { get; } = [];

        public string? Id { get; private set; }

        public FeedTime? Published { get; private set; }

        public FeedTime? Updated { get; private set; }

        public FeedTime? Created { get; private set; }

        public FeedImage? Image { get; private set; }

        public void Take(MarkupNode node, TextConstructs texts)
        {
            switch (node.Key)
            {
                case "title":
                    Title ??= texts.Atom(node);
                    break;
                case "subtitle" or "tagline":
                    Subtitle ??= texts.Atom(node);
                    break;
                case "summary":
                    Summary ??= texts.Atom(node);
                    break;
                case "content":
                    Contents.Add(texts.Atom(node));
                    break;
                case "rights" or "copyright":
                    Rights ??= texts.Atom(node);
                    break;
                case "id":
                    Id ??= node.Text.Length == 0 ? null : texts.Address(node, node.Text);
                    break;
                case "link":
                    Links.Add(LinkOf(node, texts));
                    break;
                case "author":
                    if (FeedPeople.OfElement(node, texts) is { } author) Authors.Add(author);
                    break;
                case "contributor":
                    if (FeedPeople.OfElement(node, texts) is { } contributor) Contributors.Add(contributor);
                    break;
                case "category":
                    if (CategoryOf(node) is { } category) Categories.Add(category);
                    break;
                // RFC 4287 says published, Atom 0.3 issued; where both stand the newer name counts.
                case "published":
                    Published = TextConstructs.Time(node);
                    break;
                case "issued":
                    Published ??= TextConstructs.Time(node);
                    break;
                // Of several times of change the last stated is the current one.
                case "updated" or "modified":
                    Updated = TextConstructs.Time(node);
                    break;
                case "created":
                    Created ??= TextConstructs.Time(node);
                    break;
                case "logo" or "icon" when node.Text.Length > 0:
                    if (Image is null || node.Key == "logo") Image = new(texts.Address(node, node.Text));
                    break;
            }
        }

        public void TakeOther(MarkupNode node, TextConstructs texts)
        {
            switch (node.Space, node.Key)
            {
                case ("dc", "creator" or "author"):
                    if (FeedPeople.Of(node.Text) is { } author) Authors.Add(author);
                    break;
                case ("dc", "subject") when node.Text.Length > 0:
                    Categories.Add(new(node.Text));
                    break;
                case ("dc", "date"):
                    Updated ??= TextConstructs.Time(node);
                    break;
                case ("media", "thumbnail") when node.Attribute("url") is { } url:
                    Image ??= new(texts.Address(node, url));
                    break;
            }
        }
    }
}

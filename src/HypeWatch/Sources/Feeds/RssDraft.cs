using System.Globalization;

namespace HypeWatch.Sources.Feeds;

/// <summary>Gathers what a channel or an item of RSS says, in whatever order and vocabulary it says it.</summary>
internal sealed class RssDraft(TextConstructs texts)
{
    private readonly List<FeedPerson> editors = [];
    private readonly List<FeedPerson> masters = [];
    private readonly List<FeedPerson> dublinAuthors = [];
    private readonly List<FeedPerson> dublinCreators = [];
    private readonly List<FeedPerson> podcasters = [];
    private readonly List<FeedPerson> atomAuthors = [];
    private readonly List<FeedCategory> own = [];
    private readonly List<FeedCategory> keywords = [];
    private readonly List<FeedCategory> podcast = [];
    private readonly List<FeedCategory> subjects = [];
    private readonly List<FeedCategory> atomCategories = [];
    private TextConstruct? title, dublinTitle, mediaTitle, podcastTitle;
    private TextConstruct? description, dublinDescription, podcastSummary, podcastSubtitle, mediaDescription;
    private TextConstruct? rights, dublinRights;
    private FeedTime? published, issued, atomPublished, built, modified, dublinDate, atomUpdated;
    private FeedImage? picture, podcastImage, mediaImage;
    private string? language, dublinLanguage;

    public TextConstruct? Title => title ?? dublinTitle ?? mediaTitle ?? podcastTitle;

    public TextConstruct? Description => description ?? dublinDescription ?? podcastSummary ?? podcastSubtitle ?? mediaDescription;

    public List<TextConstruct> Contents { get; } = [];

    public TextConstruct? Rights => rights ?? dublinRights;

    public List<FeedLink> Links { get; } = [];

    /// <summary>RSS's own link; else an embedded Atom link to the page.</summary>
    public string? Link => Links.LastOrDefault(link => link.Rel is null)?.Href ?? Links.FirstOrDefault(link => link.Rel == "alternate")?.Href;

    public string? Id { get; private set; }

    /// <summary>Whether the id is an address (RSS 2.0: a guid is one unless it says otherwise).</summary>
    public bool IdIsAddress { get; private set; }

    public IReadOnlyList<FeedPerson> Authors =>
        ((IReadOnlyList<FeedPerson>[])[editors, dublinAuthors, dublinCreators, podcasters, atomAuthors, masters]).FirstOrDefault(people => people.Count > 0) ?? [];

    public List<FeedPerson> Contributors { get; } = [];

    public IReadOnlyList<FeedCategory> Categories => [.. own, .. keywords, .. podcast, .. subjects, .. atomCategories];

    public List<FeedEnclosure> Enclosures { get; } = [];

    public FeedTime? Published => published ?? issued ?? atomPublished;

    public FeedTime? Updated => built ?? modified ?? dublinDate ?? atomUpdated;

    public FeedTime? Created { get; private set; }

    public FeedImage? Image => picture ?? podcastImage ?? mediaImage;

    public string? Language => language ?? dublinLanguage;

    public string? Generator { get; private set; }

    public int? RestMinutes { get; private set; }

    /// <summary>Takes what one element says.</summary>
    public void Take(MarkupNode node)
    {
        switch (node.Space)
        {
            case "rss" or "rdf":
                TakeRss(node);
                break;
            case "dc":
                TakeDublinCore(node);
                break;
            case "dcterms":
                TakeTerms(node);
                break;
            case "itunes":
                TakePodcast(node);
                break;
            case "media":
                TakeMedia(node);
                break;
            case "atom":
                TakeAtom(node);
                break;
            case "content" when node.Key == "encoded":
                Contents.Add(texts.Rss(node));
                break;
            case "xhtml" when node.Key is "body" or "div":
                Contents.Add(texts.Rss(node, "application/xhtml+xml"));
                break;
        }
    }

    private void TakeRss(MarkupNode node)
    {
        switch (node.Key)
        {
            case "title":
                title ??= texts.Rss(node, "text/plain");
                break;
            case "description" or "abstract" or "tagline" or "subtitle":
                description ??= texts.Rss(node);
                break;
            // Not RSS, but written; beside a description it is the longer text.
            case "summary":
                if (description is null) description = texts.Rss(node);
                else Contents.Add(texts.Rss(node));
                break;
            case "fullitem" or "body":
                Contents.Add(texts.Rss(node));
                break;
            case "content":
                Contents.Add(texts.Atom(node));
                break;
            case "link":
                if ((node.Text.Length > 0 ? node.Text : node.Attribute("href")) is { Length: > 0 } written) Links.Add(new(texts.Address(node, written), null));
                break;
            case "guid" or "id":
                Id ??= node.HasChildren ? node.InnerMarkup(withoutWrapper: false) : node.Text;
                IdIsAddress = Id.Length > 0 && (node.Attribute("isPermaLink") ?? "true").Equals("true", StringComparison.OrdinalIgnoreCase);
                break;
            case "author" or "managingeditor" or "dcauthor":
                if ((node.HasChildren ? FeedPeople.OfElement(node, texts) : FeedPeople.Of(node.Text)) is { } person) editors.Add(person);
                break;
            case "webmaster":
                if (FeedPeople.Of(node.Text) is { } master) masters.Add(master);
                break;
            case "category":
                if ((node.HasChildren ? node.InnerMarkup(withoutWrapper: false) : node.Text) is { Length: > 0 } term) own.Add(new(term, node.Attribute("domain") ?? node.Attribute("scheme")));
                break;
            case "tags" or "keywords":
                own.AddRange(Split(node.Text).Select(tag => new FeedCategory(tag)));
                break;
            case "enclosure":
                Enclosures.Add(new(node.Attribute("url") is { } url ? texts.Address(node, url) : null, node.Attribute("type"), node.Attribute("length")));
                break;
            case "pubdate":
                published ??= TextConstructs.Time(node);
                break;
            case "published" or "issued":
                issued ??= TextConstructs.Time(node);
                break;
            case "lastbuilddate":
                built ??= TextConstructs.Time(node);
                break;
            case "updated" or "modified" or "date":
                modified ??= TextConstructs.Time(node);
                break;
            case "created":
                Created ??= TextConstructs.Time(node);
                break;
            case "copyright" or "rights":
                rights ??= texts.Rss(node, "text/plain");
                break;
            case "language":
                language ??= node.Text.Length == 0 ? null : node.Text;
                break;
            case "generator":
                Generator ??= node.Text;
                break;
            case "image":
                TakeImage(node);
                break;
            case "ttl":
                if (int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) RestMinutes = minutes;
                break;
        }
    }

    private void TakeImage(MarkupNode node)
    {
        var url = node.Child("rss", "url")?.Text ?? node.Attribute("href") ?? node.Attribute("rdf:resource") ?? node.Attribute("rdf:about");
        var name = node.Child("rss", "title")?.Text;
        if (url is { Length: > 0 } || name is { Length: > 0 }) picture = new(url is null ? picture?.Url : texts.Address(node, url), name ?? picture?.Title);
    }

    private void TakeDublinCore(MarkupNode node)
    {
        switch (node.Key)
        {
            case "title":
                dublinTitle ??= texts.Rss(node, "text/plain");
                break;
            case "description":
                dublinDescription ??= texts.Rss(node);
                break;
            case "author":
                if (FeedPeople.Of(node.Text) is { } author) dublinAuthors.Add(author);
                break;
            case "creator":
                if (FeedPeople.Of(node.Text) is { } creator) dublinCreators.Add(creator);
                break;
            case "contributor":
                if (FeedPeople.Of(node.Text) is { } contributor) Contributors.Add(contributor);
                break;
            case "date":
                dublinDate ??= TextConstructs.Time(node);
                break;
            case "subject" when node.Text.Length > 0:
                subjects.Add(new(node.Text));
                break;
            case "rights":
                dublinRights ??= texts.Rss(node, "text/plain");
                break;
            case "language" when node.Text.Length > 0:
                dublinLanguage ??= node.Text;
                break;
            case "identifier" when Id is null:
                Id = node.Text;
                break;
        }
    }

    private void TakeTerms(MarkupNode node)
    {
        switch (node.Key)
        {
            case "issued":
                issued ??= TextConstructs.Time(node);
                break;
            case "modified":
                modified ??= TextConstructs.Time(node);
                break;
            case "created":
                Created ??= TextConstructs.Time(node);
                break;
        }
    }

    private void TakePodcast(MarkupNode node)
    {
        switch (node.Key)
        {
            case "title":
                podcastTitle ??= texts.Rss(node, "text/plain");
                break;
            case "author" or "name":
                if (FeedPeople.Of(node.Text) is { } person) podcasters.Add(person);
                break;
            case "summary":
                podcastSummary ??= texts.Rss(node);
                break;
            case "subtitle":
                podcastSubtitle ??= texts.Rss(node);
                break;
            case "image" when node.Attribute("href") is { } href:
                podcastImage ??= new(texts.Address(node, href));
                break;
            case "keywords":
                keywords.AddRange(Split(node.Text).Select(word => new FeedCategory(word, "http://www.itunes.com/")));
                break;
            case "category" when node.Attribute("text") is { Length: > 0 } text:
                podcast.Add(new(text, "http://www.itunes.com/"));
                foreach (var child in node.Children) TakePodcast(child);
                break;
        }
    }

    private void TakeMedia(MarkupNode node)
    {
        switch (node.Key)
        {
            case "title":
                mediaTitle ??= texts.Rss(node, "text/plain");
                break;
            case "description":
                mediaDescription ??= texts.Rss(node);
                break;
            case "category" when node.Text.Length > 0:
                own.Add(new(node.Text, node.Attribute("scheme") ?? "http://search.yahoo.com/mrss/category_schema", node.Attribute("label")));
                break;
            case "thumbnail" or "content" when node.Attribute("url") is { } url &&
                (node.Key == "thumbnail" || node.Attribute("medium") == "image" || node.Attribute("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true):
                mediaImage ??= new(texts.Address(node, url));
                break;
            case "group":
                foreach (var child in node.Children) Take(child);
                break;
        }
    }

    private void TakeAtom(MarkupNode node)
    {
        switch (node.Key)
        {
            case "link":
                Links.Add(AtomReader.LinkOf(node, texts));
                break;
            case "author":
                if (FeedPeople.OfElement(node, texts) is { } author) atomAuthors.Add(author);
                break;
            case "category":
                if (AtomReader.CategoryOf(node) is { } category) atomCategories.Add(category);
                break;
            case "published" or "issued":
                atomPublished ??= TextConstructs.Time(node);
                break;
            case "updated" or "modified":
                atomUpdated ??= TextConstructs.Time(node);
                break;
            case "id" when Id is null:
                Id = node.Text;
                break;
        }
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

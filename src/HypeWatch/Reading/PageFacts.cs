namespace HypeWatch.Reading;

/// <summary>The elements of a page that say something about it, gathered in one walk.</summary>
internal sealed class PageFacts
{
    private const int Most = 2000;

    private readonly List<(string Name, string Content)> metas = [];

    private PageFacts(PageDocument document)
    {
        Language = document.Root["lang"] ?? document.Root["xml:lang"];
        foreach (var element in document.Root.Below()) Take(element);
    }

    public string? Language { get; private set; }

    /// <summary>The title element's words.</summary>
    public string? Title { get; private set; }

    public string? CanonicalUrl { get; private set; }

    public List<PageElement> Headings { get; } = [];

    public List<PageElement> Times { get; } = [];

    /// <summary>Elements whose names speak of an author.</summary>
    public List<PageElement> Authors { get; } = [];

    /// <summary>Elements whose names speak of a date.</summary>
    public List<PageElement> Dates { get; } = [];

    public List<string> JsonLd { get; } = [];

    public string? FrontMatter { get; private set; }

    public bool IsDistill { get; private set; }

    public bool IsLatexml { get; private set; }

    public static PageFacts Of(PageDocument document) => new(document);

    /// <summary>The first value of the first of these names that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (known, content) in metas)
            {
                if (known.Equals(name, StringComparison.OrdinalIgnoreCase)) return content;
            }
        }

        return null;
    }

    /// <summary>All values of the first of these names that has any.</summary>
    public IReadOnlyList<string> All(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var found = new List<string>();
            foreach (var (known, content) in metas)
            {
                if (known.Equals(name, StringComparison.OrdinalIgnoreCase)) found.Add(content);
            }

            if (found.Count > 0) return found;
        }

        return [];
    }

    private void Take(PageElement element)
    {
        switch (element.Name)
        {
            case "meta":
                TakeMeta(element);
                return;
            case "title":
                // Drawings have titles too.
                if (element.Parent?.Name is "head" or "body" or "html") Title ??= element.RawText(2000);
                return;
            case "link":
                if (element["rel"] == "canonical") CanonicalUrl ??= element["href"];
                return;
            case "script":
                if (element["type"] == "application/ld+json" && JsonLd.Count < 30) JsonLd.Add(element.RawText());
                else if (element["type"] == "text/front-matter" || element.Parent?.Name == "d-front-matter") FrontMatter ??= element.RawText(100_000);
                return;
            case "h1" or "h2":
                if (Headings.Count < 200) Headings.Add(element);
                return;
            case "time" or "abbr":
                if (Times.Count < Most) Times.Add(element);
                break;
            case "d-article" or "dt-article":
                IsDistill = true;
                break;
            case "d-front-matter":
                FrontMatter ??= element.RawText(100_000);
                break;
            case "body":
                Language ??= element["lang"];
                break;
        }

        if (element.ClassName is { Length: > 0 } name && HtmlVisibility.HasClass(element, "ltx_document")) IsLatexml = true;
        if (Authors.Count < Most && SpeaksOf(element, "author", "byline", "personname", "creator")) Authors.Add(element);
        if (Dates.Count < Most && element.Name != "time" && SpeaksOf(element, "date", "time", "publish", "posted", "meta", "byline", "created", "datum", "info", "fecha", "modified")) Dates.Add(element);
    }

    private void TakeMeta(PageElement element)
    {
        if (metas.Count >= Most || element["content"] is not { Length: > 0 and < 4000 } content || string.IsNullOrWhiteSpace(content)) return;
        if (element["property"] is { } property) metas.Add((property.Trim(), content));
        if (element["name"] is { } name) metas.Add((name.Trim(), content));
        if (element["itemprop"] is { } itemprop) metas.Add(("itemprop:" + itemprop.Trim(), content));
        if (element["http-equiv"] is { } equivalent) metas.Add(("http-equiv:" + equivalent.Trim(), content));
    }

    private static bool SpeaksOf(PageElement element, params ReadOnlySpan<string> words) =>
        Holds(element.ClassName, words) || Holds(element.Id, words) || Holds(element["itemprop"], words) || Holds(element["rel"], words);

    private static bool Holds(string? name, ReadOnlySpan<string> words)
    {
        if (name is not { Length: > 0 and < 400 }) return false;
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}

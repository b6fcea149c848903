using AngleSharp.Dom;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Title, authors, date, publisher and language as a page states them, most trustworthy place first.</summary>
internal static class HtmlMetadata
{
    public static PageMetadata Read(IDocument document)
    {
        var meta = new MetaTags(document);
        var json = StructuredData.Read(document);
        var front = DistillFrontMatter.Read(document);
        var publisher = meta.First("og:site_name", "citation_publisher") ?? json.Publisher;
        return new()
        {
            Title = TitleOf(document, meta, json, front, publisher),
            Authors = AuthorsOf(document, meta, json, front),
            Publisher = publisher,
            Published = DateOf(document, meta, json),
            Language = document.DocumentElement.GetAttribute("lang") is { Length: >= 2 and <= 20 } lang ? lang : null,
            IsScholarly = meta.First("citation_title") is not null || front.Title is not null || document.QuerySelector("d-article, dt-article, .ltx_document") is not null,
        };
    }

    private static string? TitleOf(IDocument document, MetaTags meta, StructuredData json, DistillFrontMatter front, string? publisher)
    {
        string?[] candidates =
        [
            meta.First("og:title", "citation_title", "twitter:title"), document.QuerySelector("d-title h1, dt-article h1, .ltx_title_document")?.TextContent, front.Title,
            document.QuerySelector("article h1, main h1, h1")?.TextContent, json.Headline, WithoutSite(document.Title, publisher),
        ];
        return candidates.Select(Squeezed).FirstOrDefault(title => title is { Length: > 0 and <= 400 });
    }

    /// <summary>A title element without the site's name after a separator.</summary>
    private static string? WithoutSite(string? title, string? publisher)
    {
        foreach (var separator in (string[])[" | ", " \\ ", " — ", " – ", " · ", " - "])
        {
            var at = title?.LastIndexOf(separator, StringComparison.Ordinal) ?? -1;
            if (at < 8) continue;
            var tail = title![(at + separator.Length)..].Trim();
            if (tail.Equals(publisher, StringComparison.OrdinalIgnoreCase) || tail.Length <= 30 && separator != " - ") return title[..at];
        }

        return title;
    }

    private static IReadOnlyList<string> AuthorsOf(IDocument document, MetaTags meta, StructuredData json, DistillFrontMatter front)
    {
        IEnumerable<string>[] places =
        [
            meta.All("citation_author").Select(AuthorNames.Turn), json.Authors, front.Authors, meta.All("author", "article:author", "dc.creator").SelectMany(AuthorNames.Split),
            Texts(document, ".ltx_personname", "d-byline .author, dt-byline .author, .authors .author, .author-name", "[itemprop=author] [itemprop=name]", "[rel=author]"),
            Texts(document, ".byline, .post-author, .article-author").Where(text => text.Length < 300).SelectMany(AuthorNames.Split),
        ];
        return places.Select(AuthorNames.Clean).FirstOrDefault(names => names.Count > 0) ?? [];
    }

    /// <summary>Texts of the first selector that finds any.</summary>
    private static List<string> Texts(IDocument document, params string[] selectors) =>
        selectors.Select(selector => document.QuerySelectorAll(selector).Take(200).Select(element => element.TextContent).ToList()).FirstOrDefault(texts => texts.Count > 0) ?? [];

    private static PublicationDate? DateOf(IDocument document, MetaTags meta, StructuredData json)
    {
        foreach (var name in (string[])["article:published_time", "citation_publication_date", "citation_online_date", "citation_date", "dc.date", "date", "pubdate", "parsely-pub-date"])
        {
            if (DocumentDates.Stated(meta.First(name)?.Replace('/', '-'), "meta:" + name) is { } date) return date;
        }

        if (DocumentDates.Stated(json.Published, "json-ld") is { } published) return published;
        foreach (var time in document.QuerySelectorAll("time[datetime]").Take(3))
        {
            if (!HtmlInThread(time) && DocumentDates.Stated(time.GetAttribute("datetime"), "time") is { } date) return date;
        }

        return null;
    }

    private static bool HtmlInThread(IElement element)
    {
        for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
        {
            if (HtmlComments.IsComment(parent) || parent.LocalName is "aside" or "footer" or "nav") return true;
        }

        return false;
    }

    private static string? Squeezed(string? text) => text is null ? null : new BlockDraft(new(BlockKind.Heading)).Append(text.AsSpan(0, Math.Min(text.Length, 2000))).Finish().Words;
}

/// <summary>The meta elements of a page by name, wherever they stand: streaming frameworks put them into the body.</summary>
internal sealed class MetaTags
{
    private const int MaxTags = 2000;
    private readonly List<(string Name, string Content)> tags;

    public MetaTags(IDocument document) =>
        tags = [.. from element in document.QuerySelectorAll("meta[content]").Take(MaxTags)
                   let name = element.GetAttribute("property") ?? element.GetAttribute("name")
                   let content = element.GetAttribute("content")
                   where name is not null && !string.IsNullOrWhiteSpace(content) && content.Length < 4000
                   select (name, content)];

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var found = tags.Find(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Content;
            if (found is not null) return found;
        }

        return null;
    }

    public IEnumerable<string> All(params string[] names) =>
        names.Select(name => tags.Where(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(tag => tag.Content).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
}

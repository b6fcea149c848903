using System.Text.Json;

namespace HypeWatch.Reading;

/// <summary>What a page's JSON-LD says about its document; broken JSON says nothing.</summary>
/// <param name="Headline">Title.</param>
/// <param name="Name">Name of the document, which some sites give beside a headline that describes it.</param>
/// <param name="Authors">Names of the authors.</param>
/// <param name="Published">Date of publication as printed.</param>
/// <param name="Modified">Date of the last change as printed.</param>
/// <param name="Publisher">Name of the publisher.</param>
internal sealed record StructuredData(string? Headline, string? Name, IReadOnlyList<string> Authors, string? Published, string? Modified, string? Publisher)
{
    private const int MaxLength = 1_000_000;
    private const int MaxDepth = 4;
    private static readonly string[] ArticleTypes =
    [
        "Article", "NewsArticle", "BlogPosting", "ScholarlyArticle", "TechArticle", "Report", "ReportageNewsArticle", "SocialMediaPosting", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
        "ReviewNewsArticle", "AdvertiserContentArticle", "LiveBlogPosting", "DiscussionForumPosting", "MedicalScholarlyArticle", "SatiricalArticle", "MedicalWebPage",
    ];

    private static readonly string[] PageTypes = ["Recipe", "HowTo", "Review", "Book", "WebPage", "ItemPage", "QAPage", "AboutPage", "CreativeWork", "PodcastEpisode", "Event", "VideoObject"];

    private static StructuredData Nothing { get; } = new(null, null, [], null, null, null);

    /// <summary>Reads the blocks of a page; the first article counts, a page's own description fills what it leaves out.</summary>
    public static StructuredData Read(IEnumerable<string> scripts)
    {
        StructuredData article = Nothing, page = Nothing;
        foreach (var script in scripts)
        {
            if (script.Length > MaxLength) continue;
            try
            {
                using var json = JsonDocument.Parse(Bare(script), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                var names = new Dictionary<string, string>(StringComparer.Ordinal);
                CollectNames(json.RootElement, 0, names);
                if (Find(json.RootElement, 0, ArticleTypes) is { } found) article = article.Or(Of(found, names));
                if (Find(json.RootElement, 0, PageTypes) is { } other) page = page.Or(Of(other, names));
            }
            catch (JsonException)
            {
                // Pages carry broken blocks; the next one may be whole.
            }
        }

        // A page's own name is often the site's, so that it gives no headline.
        return article.Or(page with { Headline = null, Name = null });
    }

    /// <summary>The title: the headline, unless the page's own title repeats the name and not the headline.</summary>
    public string? HeadlineFor(string? title)
    {
        if (Headline is null || Name is null) return Headline ?? Name;
        return title is not null && title.Contains(Name, StringComparison.Ordinal) && !title.Contains(Headline, StringComparison.Ordinal) ? Name : Headline;
    }

    private StructuredData Or(StructuredData other) => new(
        Headline ?? other.Headline, Name ?? other.Name, Authors.Count > 0 ? Authors : other.Authors, Published ?? other.Published, Modified ?? other.Modified, Publisher ?? other.Publisher);

    /// <summary>Without the wrappers that old templates put around scripts, and without line ends inside strings, which JSON forbids and pages contain.</summary>
    private static string Bare(string script)
    {
        var bare = script.Trim();
        foreach (var (open, close) in (ReadOnlySpan<(string, string)>)[("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<!--", "-->")])
        {
            if (!bare.StartsWith(open, StringComparison.Ordinal)) continue;
            bare = bare[open.Length..];
            if (bare.EndsWith(close, StringComparison.Ordinal)) bare = bare[..^close.Length];
            bare = bare.Trim();
        }

        return bare.TrimEnd(';').Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
    }

    private static StructuredData Of(JsonElement article, Dictionary<string, string> names) => new(
        Text(article, "headline"), Text(article, "name"), [.. Names(article, "author", names)], Text(article, "datePublished") ?? Text(article, "dateCreated") ?? Text(article, "uploadDate"),
        Text(article, "dateModified"), Names(article, "publisher", names).FirstOrDefault());

    private static JsonElement? Find(JsonElement element, int depth, string[] types)
    {
        if (depth > MaxDepth) return null;
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().Select(item => Find(item, depth + 1, types)).FirstOrDefault(found => found is not null);
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (element.TryGetProperty("@type", out var type) && Types(type).Any(name => types.Contains(name, StringComparer.Ordinal))) return element;
        foreach (var inner in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
        {
            if (element.TryGetProperty(inner, out var value) && Find(value, depth + 1, types) is { } found) return found;
        }

        return null;
    }

    /// <summary>Collects the names of things that other things of the same block point to by their id.</summary>
    private static void CollectNames(JsonElement element, int depth, Dictionary<string, string> names)
    {
        if (depth > MaxDepth) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) CollectNames(item, depth + 1, names);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Text(element, "@id") is { } id && Text(element, "name") is { } name) names.TryAdd(id, name);
            if (element.TryGetProperty("@graph", out var graph)) CollectNames(graph, depth + 1, names);
        }
    }

    private static IEnumerable<string?> Types(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => [Last(type.GetString())],
        JsonValueKind.Array => type.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => Last(item.GetString())),
        _ => [],
    };

    private static string? Last(string? type) => type?[(type.LastIndexOf('/') + 1)..];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static IEnumerable<string> Names(JsonElement element, string property, Dictionary<string, string> names)
    {
        if (!element.TryGetProperty(property, out var value)) return [];
        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        return items.Select(item => item.ValueKind switch
        {
            JsonValueKind.String => item.GetString(),
            JsonValueKind.Object => Text(item, "name") ?? (Text(item, "@id") is { } id ? names.GetValueOrDefault(id) : null),
            _ => null,
        }).OfType<string>();
    }
}

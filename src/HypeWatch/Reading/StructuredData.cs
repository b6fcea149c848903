using System.Text.Json;
using AngleSharp.Dom;

namespace HypeWatch.Reading;

/// <summary>What the first article in a page's JSON-LD says; broken JSON says nothing.</summary>
internal sealed record StructuredData(string? Headline, IReadOnlyList<string> Authors, string? Published, string? Publisher)
{
    private const int MaxLength = 1_000_000;
    private static readonly string[] ArticleTypes = ["Article", "NewsArticle", "BlogPosting", "ScholarlyArticle", "TechArticle", "Report", "ReportageNewsArticle", "SocialMediaPosting"];

    public static StructuredData Read(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(20))
        {
            if (script.TextContent.Length > MaxLength) continue;
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                if (Article(json.RootElement, 0) is { } article) return Of(article);
            }
            catch (JsonException)
            {
                // Pages carry broken blocks; the next one may be whole.
            }
        }

        return new(null, [], null, null);
    }

    private static StructuredData Of(JsonElement article) =>
        new(Text(article, "headline") ?? Text(article, "name"), [.. Names(article, "author")], Text(article, "datePublished"), Names(article, "publisher").FirstOrDefault());

    private static JsonElement? Article(JsonElement element, int depth)
    {
        if (depth > 4) return null;
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().Select(item => Article(item, depth + 1)).FirstOrDefault(found => found is not null);
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (element.TryGetProperty("@type", out var type) && Types(type).Any(name => ArticleTypes.Contains(name, StringComparer.Ordinal))) return element;
        return element.TryGetProperty("@graph", out var graph) ? Article(graph, depth + 1) : null;
    }

    private static IEnumerable<string?> Types(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => [type.GetString()],
        JsonValueKind.Array => type.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()),
        _ => [],
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Names(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value)) return [];
        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        return items.Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : item.ValueKind == JsonValueKind.Object ? Text(item, "name") : null).OfType<string>();
    }
}

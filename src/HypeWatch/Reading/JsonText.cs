using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Reads the answer of a web API that holds one post: the object nearest to the root with a long text, its title, author and date beside it. A dump of many
/// texts is no document: their authors must not be mixed.
/// </summary>
internal static class JsonText
{
    private const string Method = "json/1";
    private const int ShortestBody = 300;
    private const int MaxObjects = 20_000;

    private static readonly string[] BodyKeys =
        ["htmlBody", "body_html", "content_html", "contentHtml", "html", "body", "content", "contents", "markdown", "body_markdown", "contentMarkdown", "text", "body_text", "selftext"];

    private static readonly string[] TitleKeys = ["title", "headline", "name", "subject"];
    private static readonly string[] DateKeys = ["postedAt", "datePublished", "published", "published_at", "publishedAt", "date", "created_at", "createdAt", "isoDate", "date_published"];
    private static readonly string[] AuthorKeys = ["author", "authors", "user", "creator", "byline"];

    /// <summary>Reads a file; null when it is no answer with one text.</summary>
    public static Extraction? TryRead(string text, string address, string? statedTitle, int maxDepth)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Nearest(json.RootElement) is { } post ? Read(post, address, statedTitle, maxDepth) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The only object with a text at the level nearest to the root that has any.</summary>
    private static JsonElement? Nearest(JsonElement root)
    {
        var level = new List<JsonElement> { root };
        for (var seen = 0; level.Count > 0; level = [.. level.SelectMany(Children)])
        {
            var posts = level.Where(element => Body(element) is not null).Take(2).ToList();
            if (posts.Count > 0) return posts.Count == 1 ? posts[0] : null;
            seen += level.Count;
            if (seen > MaxObjects) return null;
        }

        return null;
    }

    private static IEnumerable<JsonElement> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value).Where(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array),
        JsonValueKind.Array => element.EnumerateArray().Where(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array),
        _ => [],
    };

    private static string? Body(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        foreach (var key in BodyKeys)
        {
            if (!element.TryGetProperty(key, out var value)) continue;
            if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: >= ShortestBody } words) return words;
            if (value.ValueKind == JsonValueKind.Object && key is "contents" or "content" or "body" && Body(value) is { } inner) return inner;
        }

        return null;
    }

    private static Extraction Read(JsonElement post, string address, string? statedTitle, int maxDepth)
    {
        var body = Body(post)!;
        var title = First(post, TitleKeys) ?? statedTitle;
        var isHtml = body.AsSpan().TrimStart().StartsWith("<") || body.Contains("</p>", StringComparison.OrdinalIgnoreCase);
        var read = isHtml ? HtmlText.Read(body, address, title, maxDepth) : MarkdownText.Read(body, address, title, maxDepth);
        return read with
        {
            Method = Method,
            Metadata = read.Metadata with
            {
                Title = title ?? read.Metadata.Title, Authors = Authors(post) is { Count: > 0 } authors ? authors : read.Metadata.Authors,
                Published = First(post, DateKeys) is { } date && PublicationDate.TryParseIso(date, "json") is { } published ? published : read.Metadata.Published,
            },
        };
    }

    private static string? First(JsonElement post, string[] keys)
    {
        foreach (var key in keys)
        {
            if (post.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())) return value.GetString();
        }

        return null;
    }

    private static IReadOnlyList<string> Authors(JsonElement post)
    {
        foreach (var key in AuthorKeys)
        {
            if (!post.TryGetProperty(key, out var value)) continue;
            var names = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Name) : [Name(value)];
            if (AuthorNames.Clean(names) is { Count: > 0 } found) return found;
        }

        return [];
    }

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => First(value, ["displayName", "name", "username", "slug"]),
        _ => null,
    };
}

using System.Text.Json;

namespace HypeWatch.Sources.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). A field of another type than the format says is passed over.</summary>
internal static class JsonFeedReader
{
    private const int DeepestNesting = 32;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestNesting };

    /// <summary>Reads a feed.</summary>
    public static Feed Read(string text, Uri? address)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            root = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            return new Feed { Format = FeedFormat.None, Defect = $"malformed JSON: {exception.Message}" };
        }

        var version = Text(root, "version");
        var isFeed = version?.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase) == true ||
            (root.ValueKind is JsonValueKind.Object && root.TryGetProperty("items", out var entries) && entries.ValueKind is JsonValueKind.Array && root.TryGetProperty("title", out _));
        if (!isFeed) return new Feed { Format = FeedFormat.None };

        var home = Text(root, "home_page_url");
        return new Feed
        {
            Format = FeedFormat.Json, Json = root, Version = version?[(version.LastIndexOf('/') + 1)..], Title = Plain(Text(root, "title")), Subtitle = Plain(Text(root, "description")),
            Link = home, Links = home is null ? [] : [new(home, "alternate")], SelfLink = Text(root, "feed_url"), Language = Text(root, "language"), Authors = People(root),
            Image = (Text(root, "icon") ?? Text(root, "favicon")) is { } icon ? new(icon) : null,
            Items = [.. Array(root, "items").Where(item => item.ValueKind is JsonValueKind.Object).Select(item => Item(item, address))],
        };
    }

    private static FeedItem Item(JsonElement item, Uri? address)
    {
        var url = Text(item, "url") ?? Text(item, "external_url");
        var link = url is null ? null : MarkupLinks.Against(url, address);
        var html = Text(item, "content_html");
        return new FeedItem
        {
            Json = item, Id = Text(item, "id"), Link = link, Links = link is null ? [] : [new(link, "alternate")], Title = Plain(Text(item, "title")), Summary = Plain(Text(item, "summary")),
            Contents = html is not null ? [new(MarkupLinks.Resolve(html, address), FeedTextKind.Html, "text/html")] : Plain(Text(item, "content_text")) is { } plain ? [plain] : [],
            Image = (Text(item, "image") ?? Text(item, "banner_image")) is { } image ? new(image) : null, Language = Text(item, "language"), Authors = People(item),
            Published = Time(item, "date_published"), Updated = Time(item, "date_modified"),
            Categories = [.. Array(item, "tags").Where(tag => tag.ValueKind is JsonValueKind.String).Select(tag => new FeedCategory(tag.GetString()!))],
            Enclosures = [.. Array(item, "attachments").Select(file => new FeedEnclosure(Text(file, "url"), Text(file, "mime_type"), Text(file, "size_in_bytes")))],
        };
    }

    // Version 1.0 knows one author, 1.1 several.
    private static IReadOnlyList<FeedPerson> People(JsonElement part)
    {
        var people = Array(part, "authors");
        if (people.Count == 0 && part.TryGetProperty("author", out var one)) people = [one];
        return [.. people.Where(person => person.ValueKind is JsonValueKind.Object).Select(person => new FeedPerson(Text(person, "name"), null, Text(person, "url")))];
    }

    private static FeedTime? Time(JsonElement part, string name) => Text(part, name) is { } stated ? new(stated, FeedInstant.Find(stated)) : null;

    private static TextConstruct? Plain(string? text) => text is null ? null : new(text, FeedTextKind.Plain, "text/plain");

    private static List<JsonElement> Array(JsonElement part, string name) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    private static string? Text(JsonElement part, string name) =>
        part.ValueKind is not JsonValueKind.Object || !part.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}

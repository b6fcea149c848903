using System.Collections.Frozen;

namespace HypeWatch.Http;

/// <summary>Which media types are accepted for which purpose. An answer without a type is accepted: its reader looks at the first bytes.</summary>
internal static class ContentTypes
{
    private static readonly FrozenSet<string> Page = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "text/html", "application/xhtml+xml");

    private static readonly FrozenSet<string> Document = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "application/pdf", "application/x-pdf", "application/json",
        "text/json", "application/ld+json", "application/xml", "text/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/csv",
        "application/x-bibtex", "text/x-bibtex", "application/x-tex", "text/x-tex");

    private static readonly FrozenSet<string> Feed = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml", "application/x-rss+xml", "text/plain",
        "text/html", "application/octet-stream", "application/feed+json", "application/json", "text/json");

    public static bool Accepts(HttpPurpose purpose, string? mediaType) => mediaType is null || purpose switch
    {
        HttpPurpose.Document => Document.Contains(mediaType),
        HttpPurpose.Feed => Feed.Contains(mediaType),
        HttpPurpose.Index => Page.Contains(mediaType),
        _ => true,
    };

    /// <summary>The Accept header for a purpose.</summary>
    public static string AcceptHeader(HttpPurpose purpose) => purpose switch
    {
        HttpPurpose.Document => "text/html, application/xhtml+xml, application/pdf, text/markdown;q=0.9, text/plain;q=0.9, application/json;q=0.8, application/xml;q=0.8, */*;q=0.1",
        HttpPurpose.Feed => "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1",
        HttpPurpose.Index => "text/html, application/xhtml+xml",
        _ => "text/plain, */*;q=0.1",
    };
}

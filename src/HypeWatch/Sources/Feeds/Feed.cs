using System.Text.Json;

namespace HypeWatch.Sources.Feeds;

/// <summary>The family of a feed's format.</summary>
internal enum FeedFormat
{
    /// <summary>No feed at all.</summary>
    None,
    /// <summary>RSS 0.9x and 2.0.</summary>
    Rss,
    /// <summary>RSS 0.90 and 1.0, which are RDF.</summary>
    Rdf,
    /// <summary>Atom 0.3 and 1.0 (RFC 4287).</summary>
    Atom,
    /// <summary>Channel Definition Format, the oldest of all.</summary>
    Cdf,
    /// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
    Json,
}

/// <summary>How the characters of a text are meant.</summary>
internal enum FeedTextKind
{
    /// <summary>Plain characters.</summary>
    Plain,
    /// <summary>HTML, whose tags are no words.</summary>
    Html,
    /// <summary>XHTML that stood as elements in the feed.</summary>
    Xhtml,
    /// <summary>Something else, such as an SVG or a base64-coded file.</summary>
    Other,
}

/// <summary>A text of a feed.</summary>
/// <param name="Value">Its characters; mark-up where <paramref name="Kind"/> says so, with absolute addresses.</param>
/// <param name="Kind">How they are meant.</param>
/// <param name="MediaType">The type as a media type.</param>
/// <param name="Language">BCP 47 tag that holds for it; null when none does.</param>
/// <param name="Base">Address against which its relative addresses count; null when unknown.</param>
/// <param name="Source">Where the text really is, when it is elsewhere.</param>
internal sealed record TextConstruct(string Value, FeedTextKind Kind, string MediaType, string? Language = null, string? Base = null, string? Source = null)
{
    /// <summary>Its words, without tags, entities and double spaces.</summary>
    public string Words => Kind is FeedTextKind.Plain ? FeedText.Spaced(Value) : FeedText.Plain(Value);
}

/// <summary>A person or organisation.</summary>
internal sealed record FeedPerson(string? Name, string? Email, string? Url);

/// <summary>A link.</summary>
internal sealed record FeedLink(string? Href, string? Rel, string? Type = null, string? Title = null, string? Language = null, string? Length = null);

/// <summary>A category or keyword.</summary>
internal sealed record FeedCategory(string Term, string? Scheme = null, string? Label = null);

/// <summary>A file that belongs to an entry.</summary>
internal sealed record FeedEnclosure(string? Url, string? Type, string? Length);

/// <summary>A picture that stands for a feed or an entry.</summary>
internal sealed record FeedImage(string? Url, string? Title = null);

/// <summary>A time as stated, and as an instant where it could be read as one.</summary>
internal sealed record FeedTime(string Stated, DateTimeOffset? At);

/// <summary>What feeds and entries have in common.</summary>
internal abstract record FeedPart
{
    public TextConstruct? Title { get; init; }

    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>Address of the page that it is about.</summary>
    public string? Link { get; init; }

    public string? Id { get; init; }

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    public FeedTime? Published { get; init; }

    public FeedTime? Updated { get; init; }

    public FeedTime? Created { get; init; }

    public TextConstruct? Rights { get; init; }

    public FeedImage? Image { get; init; }

    public string? Language { get; init; }

    /// <summary>The element that it was read from; null for JSON.</summary>
    public MarkupNode? Node { get; init; }
}

/// <summary>One entry of a feed, in the terms of no format in particular.</summary>
internal sealed record FeedItem : FeedPart
{
    /// <summary>Whether the id is the entry's address and no other link says so.</summary>
    public bool IdIsLink { get; init; }

    public TextConstruct? Summary { get; init; }

    public IReadOnlyList<TextConstruct> Contents { get; init; } = [];

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>The entry of a JSON feed.</summary>
    public JsonElement? Json { get; init; }
}

/// <summary>A feed as far as it could be read, in the terms of no format in particular.</summary>
internal sealed record Feed : FeedPart
{
    public required FeedFormat Format { get; init; }

    /// <summary>Version of the format as stated; null when none is.</summary>
    public string? Version { get; init; }

    public TextConstruct? Subtitle { get; init; }

    public string? Generator { get; init; }

    /// <summary>Address of the feed itself, as it states it.</summary>
    public string? SelfLink { get; init; }

    /// <summary>Minutes for which the publisher wishes a reader not to come back (RSS <c>ttl</c>); null when none is stated.</summary>
    public int? RestMinutes { get; init; }

    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>What is wrong with the file; null when nothing is.</summary>
    public string? Defect { get; init; }

    /// <summary>Whether something is missing: the file ends early, or holds more than is read.</summary>
    public bool IsCut { get; init; }

    /// <summary>The document type declaration; empty when there is none.</summary>
    public string Doctype { get; init; } = "";

    /// <summary>A JSON feed.</summary>
    public JsonElement? Json { get; init; }
}

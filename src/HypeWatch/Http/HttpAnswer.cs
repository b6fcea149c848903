namespace HypeWatch.Http;

/// <summary>What is asked for; decides which content types are accepted.</summary>
public enum HttpPurpose
{
    /// <summary>A document to read: HTML, text, Markdown, PDF, JSON, XML, CSV, TeX or BibTeX.</summary>
    Document,
    /// <summary>A feed: XML; also the HTML and plain text as which feeds are served by mistake.</summary>
    Feed,
    /// <summary>An HTML page that lists documents.</summary>
    Index,
    /// <summary>A robots.txt: any text. Read without asking robots.txt first.</summary>
    Robots,
}

/// <summary>What a server told about a version of a resource (RFC 9110 section 8.8), sent back to ask whether there is a newer one.</summary>
/// <param name="ETag">Entity tag with its quotation marks; null when none.</param>
/// <param name="LastModified">HTTP date as sent; null when none.</param>
public sealed record HttpValidators(string? ETag, string? LastModified);

/// <summary>How a request ended. Expected ends are values; only cancellation is thrown.</summary>
public abstract record HttpAnswer
{
    private HttpAnswer()
    {
    }

    /// <summary>The resource came whole.</summary>
    /// <param name="Bytes">The body, decompressed.</param>
    /// <param name="ContentType">Media type with parameters as stated; <c>application/octet-stream</c> when none was.</param>
    /// <param name="ETag">Entity tag; null when none.</param>
    /// <param name="LastModified">HTTP date as sent; null when none.</param>
    /// <param name="FinalUrl">The address that answered, after redirects.</param>
    public sealed record Fetched(ReadOnlyMemory<byte> Bytes, string ContentType, string? ETag, string? LastModified, Uri FinalUrl) : HttpAnswer
    {
        /// <summary>Status code.</summary>
        public int Status { get; init; } = 200;

        /// <summary>Headers of the last request, by name without regard to case.</summary>
        public IReadOnlyDictionary<string, string> RequestHeaders { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        /// <summary>Headers of the answer, by name without regard to case.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The version that the validators name is still the current one (304).</summary>
    public sealed record NotModified : HttpAnswer;

    /// <summary>There is nothing at the address (404, 410).</summary>
    /// <param name="Reason">What the server said.</param>
    public sealed record Gone(string Reason) : HttpAnswer;

    /// <summary>It will not be fetched: a rule of ours, or of the server, forbids it. Trying again soon does not help.</summary>
    /// <param name="Reason">Which rule.</param>
    public sealed record Refused(string Reason) : HttpAnswer
    {
        /// <summary>Whether the server said no, rather than a rule of ours. For a robots.txt the former means that there are no rules.</summary>
        internal bool ByServer { get; init; }

        /// <summary>Whether the server turned this program away (a challenge, a wall), rather than this request. It is left alone for hours.</summary>
        public bool IsBlock { get; init; }
    }

    /// <summary>It could not be had now.</summary>
    /// <param name="After">How long to wait: the server's <c>Retry-After</c> (at most a day), else a quarter of an hour.</param>
    /// <param name="Reason">What went wrong.</param>
    public sealed record TryLater(TimeSpan After, string Reason) : HttpAnswer;
}

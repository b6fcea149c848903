using HypeWatch.Model;

namespace HypeWatch.Archiving;

/// <summary>The outer side of a fetch.</summary>
/// <param name="FinalUrl">The address that answered, after redirects.</param>
/// <param name="Status">Status code.</param>
/// <param name="RequestHeaders">Headers that were sent.</param>
/// <param name="ResponseHeaders">Headers that came back.</param>
public sealed record WebExchange(Uri FinalUrl, int Status, IReadOnlyDictionary<string, string> RequestHeaders, IReadOnlyDictionary<string, string> ResponseHeaders);


/// <summary>How the fetch of a document ended.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>Its bytes are in the archive.</summary>
    /// <param name="Snapshot">What was read and when. Its id is that of the last snapshot when the bytes are the same.</param>
    /// <param name="Bytes">The bytes.</param>
    public sealed record Fetched(Snapshot Snapshot, ReadOnlyMemory<byte> Bytes) : FetchOutcome
    {
        /// <summary>What was sent and what came back; null for a local file.</summary>
        public WebExchange? Exchange { get; init; }
    }

    /// <summary>The server says that the last snapshot is still current.</summary>
    public sealed record NotModified : FetchOutcome;

    /// <summary>There is nothing at the address. One such answer does not mean that the document was withdrawn.</summary>
    /// <param name="Reason">What the server or the file system said.</param>
    public sealed record Gone(string Reason) : FetchOutcome;

    /// <summary>It will not be read.</summary>
    /// <param name="Reason">Which rule forbids it.</param>
    public sealed record Refused(string Reason) : FetchOutcome;

    /// <summary>It could not be had now.</summary>
    /// <param name="After">How long to wait.</param>
    /// <param name="Reason">What went wrong.</param>
    public sealed record TryLater(TimeSpan After, string Reason) : FetchOutcome;
}

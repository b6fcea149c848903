using HypeWatch.Model;

namespace HypeWatch.Archiving;

/// <summary>How the fetch of a document ended.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>Its bytes are in the archive.</summary>
    /// <param name="Snapshot">What was read and when. Its id is that of the last snapshot when the bytes are the same.</param>
    /// <param name="Bytes">The bytes.</param>
    public sealed record Fetched(Snapshot Snapshot, ReadOnlyMemory<byte> Bytes) : FetchOutcome;

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

namespace HypeWatch.Http;

/// <summary>What a web API answered. An answer that tells of an error is an answer too: what it means is for its reader to say.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Body">The body, decompressed; of an error at most its first 64 kB.</param>
/// <param name="ContentType">Media type with parameters as stated; empty when none was.</param>
/// <param name="Headers">The headers, by name without regard to case.</param>
/// <param name="Url">The address that answered, after redirects, without any secret.</param>
/// <param name="Problem">Why there is no answer, or none that may be read; null when there is one.</param>
/// <param name="IsPassing">Whether <paramref name="Problem"/> may pass by itself.</param>
public sealed record ApiAnswer(
    int Status, ReadOnlyMemory<byte> Body, string ContentType, IReadOnlyDictionary<string, string> Headers, Uri Url, string? Problem = null, bool IsPassing = false)
{
    /// <summary>No answer.</summary>
    internal static ApiAnswer None(Uri url, string problem, bool isPassing) =>
        new(0, ReadOnlyMemory<byte>.Empty, "", new Dictionary<string, string>(), url, problem, isPassing);
}

using HypeWatch.Http;
using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>
/// What a look at a source leaves behind, so that the next one costs the server little: the validators of its address, and the hash of its bytes, since many
/// index pages send no validators.
/// </summary>
/// <param name="validators">Validators of the last answer; null when there are none.</param>
/// <param name="sha256">Hash of its bytes; null when it was never read.</param>
internal sealed class PollMemory(HttpValidators? validators, string? sha256)
{
    /// <summary>What is sent with the next request.</summary>
    public HttpValidators? Validators { get; private set; } = validators;

    /// <summary>Hash of the bytes that were read.</summary>
    public string? Sha256 { get; private set; } = sha256;

    /// <summary>How much the source held before its filters; null when that is not known.</summary>
    public int? Held { get; set; }

    /// <summary>Whether an answer differs from the last one; remembers it.</summary>
    public bool IsNew(HttpAnswer.Fetched answer)
    {
        var hash = ContentId.Sha256(answer.Bytes.Span);
        Validators = answer.ETag is null && answer.LastModified is null ? null : new(answer.ETag, answer.LastModified);
        if (hash == Sha256) return false;
        Sha256 = hash;
        return true;
    }
}

namespace HypeWatch.Llm;

/// <summary>A language model's answer, kept so that the same question is never paid for twice.</summary>
/// <param name="Key">SHA-256 of model, messages, schema and temperature, lower-case hexadecimal.</param>
/// <param name="Purpose">What it was asked for: the name of the prompt.</param>
/// <param name="Model">The model that answered, as it calls itself.</param>
/// <param name="Text">The answer, verbatim.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="CreatedAt">When it was answered, UTC.</param>
public sealed record StoredReply(string Key, string Purpose, string Model, string Text, long InputTokens, long OutputTokens, DateTimeOffset CreatedAt);

/// <summary>Keeps answers of language models.</summary>
public interface IReplyStore
{
    /// <summary>The answer kept under a key; null when there is none.</summary>
    Task<StoredReply?> FindAsync(string key, CancellationToken ct);

    /// <summary>Keeps an answer; one already kept under the same key stays.</summary>
    Task SaveAsync(StoredReply reply, CancellationToken ct);
}

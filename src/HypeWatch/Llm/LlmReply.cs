namespace HypeWatch.Llm;

/// <summary>How a reply ended.</summary>
public enum ReplyState
{
    /// <summary>It follows the schema.</summary>
    Complete,
    /// <summary>It holds nothing.</summary>
    Empty,
    /// <summary>It was cut off at the longest length.</summary>
    Truncated,
    /// <summary>The model, or a filter before it, declined.</summary>
    Refused,
    /// <summary>It does not follow the schema.</summary>
    Malformed,
}

/// <summary>A reply to a prompt.</summary>
/// <typeparam name="T">The record it should hold.</typeparam>
/// <param name="State">How it ended.</param>
/// <param name="Value">The record; null unless <see cref="ReplyState.Complete"/>.</param>
/// <param name="Model">The model that answered, as it calls itself.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
public sealed record LlmReply<T>(ReplyState State, T? Value, string Model, long InputTokens, long OutputTokens)
    where T : class;

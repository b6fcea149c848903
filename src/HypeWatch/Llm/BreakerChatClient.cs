using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>
/// Leaves an endpoint alone for a while that stayed away through all retries several times in a row: the documents of that time are read by rules at once,
/// instead of each waiting for its own timeouts. After the pause one call tries again.
/// </summary>
/// <param name="inner">The client, with its retries.</param>
/// <param name="time">Measures the pause.</param>
public sealed class BreakerChatClient(IChatClient inner, TimeProvider time) : WholeReplyChatClient(inner)
{
    /// <summary>Failures in a row after which the pause begins.</summary>
    internal const int MostFailures = 3;

    /// <summary>How long the pause lasts.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private int failures;
    private DateTimeOffset closedUntil;

    /// <inheritdoc/>
    /// <exception cref="LlmUnavailableException">The endpoint is being left alone; nothing was sent.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowWhilePaused();
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            lock (gate) failures = 0;
            return response;
        }
        catch (LlmUnavailableException)
        {
            lock (gate)
            {
                // A single failure after the pause begins the next one.
                if (++failures >= MostFailures) closedUntil = time.GetUtcNow() + Pause;
            }

            throw;
        }
    }

    private void ThrowWhilePaused()
    {
        lock (gate)
        {
            var left = closedUntil - time.GetUtcNow();
            if (left > TimeSpan.Zero) throw new LlmUnavailableException(FormattableString.Invariant($"the language model failed {failures} times in a row and is left alone for now"), left);
        }
    }
}

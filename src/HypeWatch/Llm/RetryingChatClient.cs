using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace HypeWatch.Llm;

/// <summary>
/// Repeats a call after 408, 429, 5xx, a timeout or a lost connection, with growing pauses or the one that the endpoint asks for, and turns what is
/// left into an <see cref="LlmException"/>. The only place that retries model calls.
/// </summary>
public sealed class RetryingChatClient : WholeReplyChatClient
{
    /// <summary>An endpoint that asks for a longer pause is given up: the document is served better by the offline rules now.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private readonly ResiliencePipeline<ChatResponse> pipeline;
    private readonly TimeProvider time;
    private readonly string? key;

    /// <summary>Puts retries around a client.</summary>
    /// <param name="inner">The client.</param>
    /// <param name="retries">How often a failed call is repeated, 0 or more.</param>
    /// <param name="time">Measures the pauses.</param>
    /// <param name="key">The key that is sent, kept out of all messages.</param>
    public RetryingChatClient(IChatClient inner, int retries, TimeProvider time, string? key = null)
        : base(inner)
    {
        this.time = time;
        this.key = key;
        var builder = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time };
        if (retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is LlmUnavailableException failed && (failed.RetryAfter ?? TimeSpan.Zero) <= LongestPause),
                DelayGenerator = attempt => ValueTask.FromResult((attempt.Outcome.Exception as LlmUnavailableException)?.RetryAfter),
            });
        }

        pipeline = builder.Build();
    }

    /// <inheritdoc/>
    /// <exception cref="LlmException">The call failed for good.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        return await pipeline.ExecuteAsync(async ct => await OnceAsync(conversation, options, ct), cancellationToken);
    }

    private async Task<ChatResponse> OnceAsync(IReadOnlyList<ChatMessage> conversation, ChatOptions? options, CancellationToken ct)
    {
        try
        {
            return await base.GetResponseAsync(conversation, options, ct);
        }
        catch (Exception exception) when (LlmFailure.Covers(exception, ct))
        {
            throw LlmFailure.From(exception, time.GetUtcNow(), key);
        }
    }
}

using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>Lets only so many calls be in flight at once, over all documents. A call that waits to be repeated keeps its place: an endpoint that says 429 wants fewer calls.</summary>
/// <param name="inner">The client.</param>
/// <param name="maxConcurrency">Calls in flight, 1 or more.</param>
public sealed class LimitingChatClient(IChatClient inner, int maxConcurrency) : WholeReplyChatClient(inner)
{
    private readonly SemaphoreSlim places = new(maxConcurrency, maxConcurrency);

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) places.Dispose();
        base.Dispose(disposing);
    }
}

using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>Writes every call into the ledger. Stands outermost, so that it sees kept answers and failures too.</summary>
/// <param name="inner">The client.</param>
/// <param name="ledger">Where calls are counted.</param>
public sealed class CountingChatClient(IChatClient inner, LlmLedger ledger) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            ledger.Answered(PurposeOf(options), response.Usage, CachingChatClient.IsKept(response));
            return response;
        }
        catch
        {
            ledger.Failed(PurposeOf(options));
            throw;
        }
    }
}

using System.Text;
using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>
/// Keeps calls below so many a minute, and their tokens below so many a minute, over all documents and workers of the process. Every attempt counts, repeated ones too. A call reserves the tokens
/// that it may need, and gives back what it did not use. One that alone is above the limit goes out when nothing else counts.
/// </summary>
/// <param name="inner">The client.</param>
/// <param name="requestsPerMinute">Calls in any minute; 0 sets no limit.</param>
/// <param name="tokensPerMinute">Tokens sent and received in any minute; 0 sets no limit.</param>
/// <param name="time">The clock.</param>
public sealed class PacingChatClient(IChatClient inner, int requestsPerMinute, int tokensPerMinute, TimeProvider time) : WholeReplyChatClient(inner)
{
    private const int BytesPerToken = 4;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly LinkedList<Spent> spent = [];

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        var sent = conversation.Sum(message => (long)Encoding.UTF8.GetByteCount(message.Text) / BytesPerToken);
        var call = await BeginAsync(sent + (options?.MaxOutputTokens ?? 0), cancellationToken);
        var used = sent;
        try
        {
            var response = await base.GetResponseAsync(conversation, options, cancellationToken);
            if (response.Usage is { } usage) used = (usage.InputTokenCount ?? sent) + (usage.OutputTokenCount ?? 0);
            return response;
        }
        finally
        {
            lock (gate) call.Tokens = used;
        }
    }

    private async Task<Spent> BeginAsync(long tokens, CancellationToken ct)
    {
        while (true)
        {
            TimeSpan wait;
            lock (gate)
            {
                var now = time.GetUtcNow();
                while (spent.First is { } oldest && oldest.Value.At + Window <= now) spent.RemoveFirst();
                if (HasRoom(tokens)) return spent.AddLast(new Spent(now, tokens)).Value;
                wait = spent.First!.Value.At + Window - now;
            }

            await Task.Delay(wait, time, ct);
        }
    }

    private bool HasRoom(long tokens) => spent.Count == 0
        || ((requestsPerMinute == 0 || spent.Count < requestsPerMinute) && (tokensPerMinute == 0 || spent.Sum(call => call.Tokens) + tokens <= tokensPerMinute));

    private sealed class Spent(DateTimeOffset at, long tokens)
    {
        public DateTimeOffset At { get; } = at;

        public long Tokens { get; set; } = tokens;
    }
}

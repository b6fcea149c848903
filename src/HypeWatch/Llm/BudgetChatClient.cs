using System.Text;
using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>
/// Keeps the tokens of a day (UTC) below a limit. A call reserves what it may cost before it goes out, so that calls in flight together cannot pass the
/// limit; the count begins with what the reply store says was paid for today, so that a restart gives no new budget.
/// </summary>
/// <param name="inner">The client.</param>
/// <param name="limit">Tokens per day; 0 sets no limit.</param>
/// <param name="store">Knows what was paid for before this process began.</param>
/// <param name="time">Says which day it is.</param>
public sealed class BudgetChatClient(IChatClient inner, long limit, IReplyStore store, TimeProvider time) : WholeReplyChatClient(inner)
{
    /// <summary>English text has four to five characters a token; other scripts have more bytes a character, so bytes are the safer measure.</summary>
    private const int BytesPerToken = 4;

    private readonly Lock gate = new();
    private DateOnly day;
    private long spent;
    private long reserved;

    /// <inheritdoc/>
    /// <exception cref="LlmBudgetExceededException">The call could pass the limit; nothing was sent.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (limit == 0) return await base.GetResponseAsync(messages, options, cancellationToken);
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        await BeginDayAsync(cancellationToken);
        var sent = conversation.Sum(message => Tokens(message.Text));
        var most = sent + (options?.MaxOutputTokens ?? 0);
        Reserve(most);
        var cost = 0L;
        try
        {
            var response = await base.GetResponseAsync(conversation, options, cancellationToken);
            cost = Paid(response.Usage) ?? sent + Tokens(response.Text);
            return response;
        }
        finally
        {
            lock (gate)
            {
                reserved -= most;
                spent += cost;
            }
        }
    }

    private static long Tokens(string text) => (Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1) / BytesPerToken;

    private static long? Paid(UsageDetails? usage) => usage is { InputTokenCount: > 0 } ? usage.InputTokenCount + (usage.OutputTokenCount ?? 0) : null;

    private async Task BeginDayAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        lock (gate)
        {
            if (day == today) return;
        }

        var paid = await store.TokensSinceAsync(StartOf(today), ct);
        lock (gate)
        {
            if (day == today) return;
            (day, spent) = (today, paid);
        }
    }

    private void Reserve(long most)
    {
        lock (gate)
        {
            if (spent + reserved + most > limit) throw new LlmBudgetExceededException(limit, StartOf(day.AddDays(1)));
            reserved += most;
        }
    }

    private static DateTimeOffset StartOf(DateOnly date) => new(date, TimeOnly.MinValue, TimeSpan.Zero);
}

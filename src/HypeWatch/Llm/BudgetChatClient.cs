using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Llm;

/// <summary>
/// Keeps the tokens of a day and the cost of a month (UTC) below their limits, and writes every call into the log. A call reserves what it may cost before it goes
/// out, so that calls in flight together cannot pass a limit; the count begins with what the log says was paid for, so that a restart gives no new budget.
/// </summary>
/// <param name="inner">The client.</param>
/// <param name="settings">The limits and prices.</param>
/// <param name="calls">Knows what was paid for before this process began.</param>
/// <param name="time">Says which day and month it is.</param>
/// <param name="log">Told when a limit comes near.</param>
public sealed class BudgetChatClient(IChatClient inner, LlmSettings settings, ICallLog calls, TimeProvider time, ILogger<BudgetChatClient> log) : WholeReplyChatClient(inner)
{
    /// <summary>Name of the option that says which version of a document a call is about.</summary>
    internal const string AboutOption = "hypewatch.about";

    /// <summary>English text has four to five characters a token; other scripts have more bytes a character, so bytes are the safer measure.</summary>
    private const int BytesPerToken = 4;

    private readonly Lock gate = new();
    private readonly Limit tokens = new(settings.MaxTokensPerDay, "tokens of Llm:MaxTokensPerDay", LlmBudget.DayOf, day => day.AddDays(1));
    private readonly Limit money = new(settings.MaxCostPerMonth, $"{settings.PriceCurrency} of Llm:MaxCostPerMonth", LlmBudget.MonthOf, month => month.AddMonths(1));

    /// <inheritdoc/>
    /// <exception cref="LlmBudgetExceededException">The call could pass a limit; nothing was sent.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        var sent = conversation.Sum(message => Tokens(message.Text));
        var most = sent + (options?.MaxOutputTokens ?? 0);
        var mostCost = settings.CostOf(sent, options?.MaxOutputTokens ?? 0);
        await BeginPeriodsAsync(cancellationToken);
        if (Refusal(most, mostCost) is { } refusal)
        {
            await WriteAsync(options, CallOutcome.Refused, 0, 0, cancellationToken);
            throw refusal;
        }

        long input = 0, output = 0;
        var outcome = CallOutcome.Failed;
        try
        {
            var response = await base.GetResponseAsync(conversation, options, cancellationToken);
            (input, output) = response.Usage is { InputTokenCount: > 0 } usage ? (usage.InputTokenCount.Value, usage.OutputTokenCount ?? 0) : (sent, Tokens(response.Text));
            outcome = CallOutcome.Answered;
            return response;
        }
        finally
        {
            lock (gate)
            {
                tokens.Settle(most, input + output);
                money.Settle(mostCost, settings.CostOf(input, output));
            }

            // What was paid for is written even when the caller goes away now.
            await WriteAsync(options, outcome, input, output, CancellationToken.None);
            Warn();
        }
    }

    private static long Tokens(string text) => (Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1) / BytesPerToken;

    private Task WriteAsync(ChatOptions? options, CallOutcome outcome, long input, long output, CancellationToken ct) => calls.AddAsync(
        new(time.GetUtcNow(), PurposeOf(options), ModelOf(options), options?.AdditionalProperties?.GetValueOrDefault(AboutOption) as string, outcome, input, output, settings.CostOf(input, output)), ct);

    private async Task BeginPeriodsAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (tokens.IsIn(now) && money.IsIn(now)) return;
        }

        var (today, month) = (await calls.SinceAsync(LlmBudget.DayOf(now), ct), await calls.SinceAsync(LlmBudget.MonthOf(now), ct));
        lock (gate)
        {
            tokens.Begin(now, today.Tokens);
            money.Begin(now, month.Cost);
        }
    }

    private LlmBudgetExceededException? Refusal(long most, double mostCost)
    {
        lock (gate)
        {
            var full = !tokens.HasRoom(most) ? tokens : !money.HasRoom(mostCost) ? money : null;
            if (full is not null) return new(full.Words, full.Until, full.Until - time.GetUtcNow());
            tokens.Reserve(most);
            money.Reserve(mostCost);
            return null;
        }
    }

    private void Warn()
    {
        lock (gate)
        {
            foreach (var limit in new[] { tokens, money })
                if (limit.ComesNear()) log.LogWarning("More than {Share:P0} of the {Limit} are used; they last until {Until:u}", LlmBudget.SoftShare, limit.Words, limit.Until);
        }
    }

    /// <summary>A limit and what of it is used in its period.</summary>
    private sealed class Limit(double most, string unit, Func<DateTimeOffset, DateTimeOffset> periodOf, Func<DateTimeOffset, DateTimeOffset> next)
    {
        private DateTimeOffset? period;
        private double spent;
        private double reserved;
        private bool warned;

        public string Words { get; } = FormattableString.Invariant($"{most} {unit}");

        public DateTimeOffset Until => next(period!.Value);

        public bool IsIn(DateTimeOffset now) => period == periodOf(now);

        public void Begin(DateTimeOffset now, double already)
        {
            if (IsIn(now)) return;
            (period, spent, warned) = (periodOf(now), already, false);
        }

        public bool HasRoom(double amount) => most == 0 || spent + reserved + amount <= most;

        public void Reserve(double amount) => reserved += amount;

        public void Settle(double asked, double cost)
        {
            reserved -= asked;
            spent += cost;
        }

        public bool ComesNear()
        {
            if (warned || most == 0 || spent < LlmBudget.SoftShare * most) return false;
            return warned = true;
        }
    }
}

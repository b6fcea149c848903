using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Llm;

/// <summary>How a call of a language model ended.</summary>
public enum CallOutcome
{
    /// <summary>It was answered, and is paid for.</summary>
    Answered,
    /// <summary>It failed after all retries.</summary>
    Failed,
    /// <summary>It was not sent, because the budget is used up.</summary>
    Refused,
}

/// <summary>One call of a language model.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Purpose">Name of the prompt.</param>
/// <param name="Model">The model that was asked.</param>
/// <param name="Version">The version of the document that it was about; null when it was about none.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Cost">What it cost, in the currency of the prices (<see cref="LlmSettings.PriceInput"/>).</param>
public sealed record ModelCall(DateTimeOffset At, string Purpose, string Model, string? Version, CallOutcome Outcome, long InputTokens, long OutputTokens, double Cost);

/// <summary>What calls since a time came to.</summary>
/// <param name="Tokens">Tokens sent and received.</param>
/// <param name="Cost">Cost in the currency of the prices.</param>
/// <param name="Refused">Calls that were not sent, because the budget was used up.</param>
public sealed record Spending(long Tokens, double Cost, long Refused);

/// <summary>Keeps what calls cost.</summary>
public interface ICallLog
{
    /// <summary>Adds a call.</summary>
    Task AddAsync(ModelCall call, CancellationToken ct);

    /// <summary>What the calls at or after a time came to.</summary>
    Task<Spending> SinceAsync(DateTimeOffset since, CancellationToken ct);
}

/// <summary>Keeps what calls cost in the database.</summary>
public sealed class CallLog(Database database) : ICallLog
{
    private long count;

    /// <inheritdoc/>
    public Task AddAsync(ModelCall call, CancellationToken ct) => database.WriteAsync(
        scope => scope.ExecuteAsync("llm/save-call", new
        {
            Id = ContentId.Of("call", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), Instant.Write(call.At), call.Purpose, call.Version ?? "", FormattableString.Invariant($"{Interlocked.Increment(ref count)}")),
            CalledAt = Instant.Write(call.At), call.Purpose, call.Model, VersionId = call.Version, Outcome = call.Outcome.ToCode(), call.InputTokens, call.OutputTokens, call.Cost,
        }),
        ct);

    /// <inheritdoc/>
    public Task<Spending> SinceAsync(DateTimeOffset since, CancellationToken ct) => database.FirstAsync(
        "llm/sum-calls", new { Since = Instant.Write(since) }, row => new Spending(row.Long("tokens"), row.Double("cost"), row.Long("refused")), ct)!;
}

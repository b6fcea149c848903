using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>What the calls of one purpose came to.</summary>
/// <param name="Calls">Answers that were paid for.</param>
/// <param name="Kept">Answers that came from the store.</param>
/// <param name="Failed">Calls that ended in an exception.</param>
/// <param name="InputTokens">Tokens sent, of answers paid for.</param>
/// <param name="OutputTokens">Tokens received, of answers paid for.</param>
public sealed record LlmUsage(long Calls, long Kept, long Failed, long InputTokens, long OutputTokens);

/// <summary>Counts the use of language models since the start of the process, by purpose.</summary>
public sealed class LlmLedger
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, LlmUsage> byPurpose = new(StringComparer.Ordinal);

    /// <summary>The counts now, by purpose (the name of the prompt).</summary>
    public IReadOnlyDictionary<string, LlmUsage> Snapshot()
    {
        lock (gate)
        {
            return new SortedDictionary<string, LlmUsage>(byPurpose, StringComparer.Ordinal);
        }
    }

    internal void Answered(string purpose, UsageDetails? usage, bool kept) => Change(purpose, was => kept
        ? was with { Kept = was.Kept + 1 }
        : was with
        {
            Calls = was.Calls + 1,
            InputTokens = was.InputTokens + (usage?.InputTokenCount ?? 0),
            OutputTokens = was.OutputTokens + (usage?.OutputTokenCount ?? 0),
        });

    internal void Failed(string purpose) => Change(purpose, was => was with { Failed = was.Failed + 1 });

    private void Change(string purpose, Func<LlmUsage, LlmUsage> change)
    {
        lock (gate)
        {
            byPurpose[purpose] = change(byPurpose.GetValueOrDefault(purpose) ?? new(0, 0, 0, 0, 0));
        }
    }
}

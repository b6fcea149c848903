using System.Collections.Concurrent;
using HypeWatch.Llm;

namespace HypeWatch.Tests.Fakes;

/// <summary>Calls in memory.</summary>
internal sealed class MemoryCallLog : ICallLog
{
    private readonly ConcurrentQueue<ModelCall> calls = new();

    public IReadOnlyCollection<ModelCall> All => [.. calls];

    public Task AddAsync(ModelCall call, CancellationToken ct)
    {
        calls.Enqueue(call);
        return Task.CompletedTask;
    }

    public Task<Spending> SinceAsync(DateTimeOffset since, CancellationToken ct)
    {
        var own = calls.Where(call => call.At >= since).ToList();
        return Task.FromResult(new Spending(own.Sum(call => call.InputTokens + call.OutputTokens), own.Sum(call => call.Cost), own.Count(call => call.Outcome is CallOutcome.Refused)));
    }
}

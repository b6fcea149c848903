using System.Collections.Concurrent;
using HypeWatch.Llm;

namespace HypeWatch.Tests.Fakes;

/// <summary>Replies in memory.</summary>
internal sealed class MemoryReplyStore : IReplyStore
{
    private readonly ConcurrentDictionary<string, StoredReply> replies = new(StringComparer.Ordinal);

    public IReadOnlyCollection<StoredReply> All => [.. replies.Values];

    public Task<StoredReply?> FindAsync(string key, CancellationToken ct) => Task.FromResult(replies.GetValueOrDefault(key));

    public Task SaveAsync(StoredReply reply, CancellationToken ct)
    {
        replies.TryAdd(reply.Key, reply);
        return Task.CompletedTask;
    }
}

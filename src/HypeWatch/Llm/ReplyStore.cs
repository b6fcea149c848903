using HypeWatch.Storage;

namespace HypeWatch.Llm;

/// <summary>Keeps answers of language models in the database.</summary>
public sealed class ReplyStore(Database database) : IReplyStore
{
    /// <inheritdoc/>
    public Task<StoredReply?> FindAsync(string key, CancellationToken ct) => database.FirstAsync(
        "llm/find-reply",
        new { Key = key },
        row => new StoredReply(
            row.Text("key"), row.Text("purpose"), row.Text("model"), row.Text("reply"), row.Long("input_tokens"), row.Long("output_tokens"), row.Instant("answered_at")),
        ct);

    /// <inheritdoc/>
    public Task SaveAsync(StoredReply reply, CancellationToken ct) => database.WriteAsync(
        scope => scope.ExecuteAsync("llm/save-reply", new
        {
            reply.Key, reply.Purpose, reply.Model, Reply = reply.Text, reply.InputTokens, reply.OutputTokens, AnsweredAt = Instant.Write(reply.CreatedAt),
        }),
        ct);
}

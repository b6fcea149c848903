using HypeWatch.Storage;

namespace HypeWatch.Sources;

/// <summary>How a source has been doing, so that "nothing new" and "broken" never look alike.</summary>
/// <param name="Name">The source.</param>
/// <param name="Kind">What sort of source.</param>
/// <param name="Url">Its address.</param>
/// <param name="LastPolledAt">Last attempt, UTC.</param>
/// <param name="LastSuccessAt">Last attempt that could read it.</param>
/// <param name="LastItemCount">Items that the last attempt announced.</param>
/// <param name="LastOutcome">One line for people.</param>
/// <param name="FailuresInRow">Attempts that failed since the last success.</param>
public sealed record SourceHealth(
    string Name, string Kind, string Url, DateTimeOffset? LastPolledAt, DateTimeOffset? LastSuccessAt, int LastItemCount, string LastOutcome, int FailuresInRow);

/// <summary>Keeps how the sources have been doing.</summary>
public sealed class SourceHealthStore(Database database)
{
    /// <summary>Notes a poll; one of a source that is off is not noted.</summary>
    public Task SaveAsync(SourceSettings source, SourcePoll poll, CancellationToken ct) => poll.State is PollState.Off
        ? Task.CompletedTask
        : database.WriteAsync(
            scope => scope.ExecuteAsync("sources/save-poll", new
            {
                source.Name, source.Kind, source.Url, Succeeded = poll.State is PollState.Read or PollState.Empty ? 1 : 0, ItemCount = poll.Items.Count, Outcome = poll.Reason,
            }),
            ct);

    /// <summary>All sources that were ever polled.</summary>
    public Task<IReadOnlyList<SourceHealth>> ListAsync(CancellationToken ct) => database.QueryAsync(
        "sources/list-polls",
        null,
        row => new SourceHealth(
            row.Text("name"), row.Text("kind"), row.Text("url"), At(row, "last_polled_at"), At(row, "last_success_at"), row.IntOrNull("last_item_count") ?? 0,
            row.TextOrNull("last_outcome") ?? "", row.Int("failures_in_row")),
        ct);

    private static DateTimeOffset? At(Row row, string column) => row.TextOrNull(column) is { } text ? Instant.Parse(text) : null;
}

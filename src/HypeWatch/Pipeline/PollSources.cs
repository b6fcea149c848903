using HypeWatch.Sources;

namespace HypeWatch.Pipeline;

/// <summary>What a round over the sources found.</summary>
/// <param name="Polls">One for each source, also for those that are off.</param>
/// <param name="NewItems">Items that were not known before.</param>
public sealed record PollReport(IReadOnlyList<SourcePoll> Polls, int NewItems);

/// <summary>Asks the sources what they announce and queues what is new.</summary>
public sealed class PollSources(SourceCatalog catalog, SourceHealthStore health, ItemQueue queue)
{
    /// <summary>Asks each source once, one after the other: they share hosts. A broken source does not stop the others.</summary>
    /// <param name="progress">Told of each poll; null for nobody.</param>
    /// <param name="ct">Stops the round.</param>
    public async Task<PollReport> RunAsync(IProgress<SourcePoll>? progress, CancellationToken ct)
    {
        var polls = new List<SourcePoll>();
        var added = 0;
        foreach (var source in catalog.All)
        {
            var poll = await catalog.PollAsync(source, ct);
            await health.SaveAsync(source, poll, ct);
            added += await queue.AnnounceAsync(poll.Items, ct);
            polls.Add(poll);
            progress?.Report(poll);
        }

        return new(polls, added);
    }
}

using HypeWatch.Archiving;
using HypeWatch.Model;
using HypeWatch.Sources;

namespace HypeWatch.Pipeline;

/// <summary>What a round over the sources found.</summary>
/// <param name="Polls">One for each source that was due, also for those that are off.</param>
/// <param name="NewItems">Items that were not known before.</param>
public sealed record PollReport(IReadOnlyList<SourcePoll> Polls, int NewItems);

/// <summary>Asks the sources what they announce and queues what is new.</summary>
public sealed class PollSources(SourceCatalog catalog, SourceHealthStore health, ItemQueue queue, Archive archive, TimeProvider time)
{
    /// <summary>Asks each source once, one after the other: they share hosts. A broken source does not stop the others.</summary>
    /// <param name="onlyDue">Leaves out the sources whose own pause (<see cref="SourceSettings.EveryMinutes"/>) since the last attempt is not over.</param>
    /// <param name="progress">Told of each poll; null for nobody.</param>
    /// <param name="ct">Stops the round.</param>
    public async Task<PollReport> RunAsync(bool onlyDue, IProgress<SourcePoll>? progress, CancellationToken ct)
    {
        var polls = new List<SourcePoll>();
        var added = 0;
        var before = (await health.ListAsync(ct)).ToDictionary(seen => seen.Name, StringComparer.Ordinal);
        foreach (var source in catalog.All)
        {
            if (onlyDue && before.GetValueOrDefault(source.Name)?.LastPolledAt is { } last && last.AddMinutes(source.EveryMinutes) > time.GetUtcNow()) continue;
            var poll = await catalog.PollAsync(source, ct);
            await health.SaveAsync(source, poll, ct);
            added += await queue.AnnounceAsync(await KeepAsync(poll.Items, ct), ct);
            polls.Add(poll);
            progress?.Report(poll);
        }

        return new(polls, added);
    }

    // What a source sent whole is archived before it is announced: the queue holds addresses and hashes, no texts.
    private async Task<IReadOnlyList<SourceItem>> KeepAsync(IReadOnlyList<SourceItem> items, CancellationToken ct)
    {
        var kept = new List<SourceItem>(items.Count);
        foreach (var item in items)
        {
            kept.Add(item.Content is not { } content ? item : item with
            {
                Content = null, Metadata = item.Metadata with { Content = new(await archive.StoreAsync(content.Bytes, ct), content.ContentType) },
            });
        }

        return kept;
    }
}

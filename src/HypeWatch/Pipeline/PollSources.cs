using System.Threading.Channels;
using HypeWatch.Archiving;
using HypeWatch.Model;
using HypeWatch.Sources;
using HypeWatch.Sources.Watching;
using HypeWatch.Storage;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>What a round over the sources found.</summary>
/// <param name="Polls">One for each source that was due, also for those that are off; without what it announced, which is in the queue.</param>
/// <param name="NewItems">Items that were not known before.</param>
public sealed record PollReport(IReadOnlyList<SourcePoll> Polls, int NewItems);

/// <summary>Asks the sources what they announce and queues what is new.</summary>
public sealed class PollSources(SourceCatalog catalog, SourceHealthStore health, Archive archive, Database database, TimeProvider time, ILogger<PollSources> log)
{
    private const int AtOnce = 8;
    private const int MostInOneWrite = 100;

    // Looks that end within a moment of each other are written together: a transaction costs more than what one look writes.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    /// <summary>Asks all sources, several at once: those that share a host wait for each other there. A broken source does not stop the others.</summary>
    /// <param name="onlyDue">Leaves out the sources whose next attempt is not due yet.</param>
    /// <param name="progress">Told of each poll; null for nobody.</param>
    /// <param name="ct">Stops the round.</param>
    public Task<PollReport> RunAsync(bool onlyDue, IProgress<SourcePoll>? progress, CancellationToken ct) => RunAsync(catalog.All, onlyDue, progress, ct);

    /// <summary>Asks one source, if it is due.</summary>
    public Task<PollReport> RunAsync(string name, CancellationToken ct) => RunAsync([.. catalog.All.Where(source => source.Name == name)], onlyDue: true, null, ct);

    private async Task<PollReport> RunAsync(IReadOnlyList<SourceSettings> sources, bool onlyDue, IProgress<SourcePoll>? progress, CancellationToken ct)
    {
        // Bounded: what was read waits in memory until it is written.
        var ends = Channel.CreateBounded<(SourceSettings Source, SourcePoll Poll)>(MostInOneWrite);
        List<SourcePoll> polls = [];
        foreach (var source in sources)
        {
            if (catalog.WhyOff(source) is not { } why) continue;
            polls.Add(new(source.Name, PollState.Off, [], why));
            progress?.Report(polls[^1]);
        }

        var taken = await health.TakeAsync([.. sources.Where(source => catalog.WhyOff(source) is null)], asksAll: !onlyDue, ct);
        var noting = NoteAllAsync(ends, taken.Count, polls, progress, ct);
        try
        {
            await Parallel.ForEachAsync(
                taken, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
                async (source, token) => await ends.Writer.WriteAsync((source, await KeepAsync(await catalog.PollAsync(source, token), token)), token));
        }
        catch (OperationCanceledException)
        {
            await health.GiveBackAsync(taken, CancellationToken.None);
            throw;
        }
        catch (ChannelClosedException)
        {
            // Where nothing can be written any more, nothing more is asked for; what went wrong is told by the writing.
            await noting;
            throw;
        }
        finally
        {
            ends.Writer.TryComplete();
        }

        return new(polls, await noting);
    }

    // Whatever has come in by the time of a write goes into it: one transaction for many looks, and none waits for a slow one.
    private async Task<int> NoteAllAsync(Channel<(SourceSettings Source, SourcePoll Poll)> ends, int awaited, List<SourcePoll> polls, IProgress<SourcePoll>? progress, CancellationToken ct)
    {
        var added = 0;
        try
        {
            while (await ends.Reader.WaitToReadAsync(ct))
            {
                if (ends.Reader.Count < Math.Min(awaited, MostInOneWrite)) await Task.Delay(Moment, time, ct);
                List<(SourceSettings Source, SourcePoll Poll)> batch = [];
                while (batch.Count < MostInOneWrite && ends.Reader.TryRead(out var end)) batch.Add(end);
                awaited -= batch.Count;
                await database.WriteAsync(
                    async scope =>
                    {
                        foreach (var (source, poll) in batch) added += await NoteAsync(source, poll, scope);
                    },
                    ct);
                foreach (var (_, poll) in batch)
                {
                    Signals.Polled(poll.State);
                    polls.Add(poll with { Items = [], Memory = null });
                    progress?.Report(poll);
                }
            }
        }
        catch (Exception failure)
        {
            ends.Writer.TryComplete(failure);
            throw;
        }

        return added;
    }

    private async Task<int> NoteAsync(SourceSettings source, SourcePoll poll, WriteScope scope)
    {
        var added = await ItemQueue.AnnounceAsync(poll.Items, scope);
        var events = await health.NoteAsync(source, poll, added, scope);
        foreach (var happened in events)
        {
            // A silent retitle is a sign that the page was edited too.
            if (happened.Kind is SourceEventKind.Retitled) await ItemQueue.ReadAgainAsync(happened.Key, scope);
            if (happened.Kind is not (SourceEventKind.Suppressed or SourceEventKind.Added))
                log.LogInformation("{Source}: {Key} {Kind}: {Before} -> {After}", source.Name, happened.Key, happened.Kind, happened.Before, happened.After);
        }

        return added;
    }

    // What a source sent whole is archived before it is announced: the queue holds addresses and hashes, no texts.
    private async Task<SourcePoll> KeepAsync(SourcePoll poll, CancellationToken ct)
    {
        if (poll.Items.All(item => item.Content is null)) return poll;
        var kept = new List<SourceItem>(poll.Items.Count);
        foreach (var item in poll.Items)
        {
            // What was taken out by hand does not come back with the next look.
            if (item.Content is not null && await database.FirstAsync("pipeline/find-redacted-item", new { ItemKey = item.Key }, row => row.Text("reason"), ct) is not null) continue;
            kept.Add(item.Content is not { } content ? item : item with
            {
                Content = null, Metadata = item.Metadata with { Content = new(await archive.StoreAsync(content.Bytes, ct), content.ContentType) },
            });
        }

        return poll with { Items = kept };
    }
}

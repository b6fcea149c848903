using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Pipeline;

/// <summary>An item that went through the stages.</summary>
/// <param name="Item">The item.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record IngestedItem(SourceItem Item, DocumentOutcome Outcome);

/// <summary>Takes many items through the stages, a few at once: as many as there are processors, or, where documents wait for a language model, twice as many as it takes calls at once, so that no place stays empty while a document is read or written.</summary>
public sealed class IngestQueue(IngestDocument ingest, ItemQueue queue, LlmSettings llm)
{
    private const int Most = 32;
    private readonly int atOnce = Math.Max(Math.Clamp(Environment.ProcessorCount, 1, 4), llm.IsConfigured ? Math.Min(2 * llm.MaxConcurrency, Most) : 1);

    /// <summary>Works on all items that are due.</summary>
    public async Task<IReadOnlyList<IngestedItem>> RunDueAsync(IProgress<IngestedItem>? progress, CancellationToken ct) =>
        await RunAsync([.. (await queue.DueAsync(ct)).Select(queued => queued.Item)], onlyDue: true, progress, ct);

    /// <summary>Works on the given items. One that fails is parked and does not stop the others.</summary>
    /// <param name="items">The items; known ones are read again, which costs nothing where nothing changed.</param>
    /// <param name="onlyDue">Whether an item is left that another process has read since the list was made.</param>
    /// <param name="progress">Told of each item as it ends; null for nobody.</param>
    /// <param name="ct">Stops; what is being worked on is left for the next run.</param>
    public async Task<IReadOnlyList<IngestedItem>> RunAsync(IReadOnlyList<SourceItem> items, bool onlyDue, IProgress<IngestedItem>? progress, CancellationToken ct)
    {
        var ended = new IngestedItem[items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items.Count),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct },
            async (index, token) =>
            {
                ended[index] = new(items[index], await ingest.RunAsync(items[index], onlyDue, token));
                progress?.Report(ended[index]);
            });
        return ended;
    }
}

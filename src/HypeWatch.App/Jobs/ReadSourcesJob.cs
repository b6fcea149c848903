using HypeWatch.Pipeline;
using HypeWatch.Sources;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Asks the sources that are due, and reads what waits.</summary>
[DisallowConcurrentExecution]
internal sealed class ReadSourcesJob(PollSources poll, ItemQueue queue, IngestQueue ingest, SourceCatalog catalog, Round round, ILogger<ReadSourcesJob> log) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("read-sources");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var asked = 0;
        var report = await poll.RunAsync(
            !round.AsksAll, new Watch<SourcePoll>(answer => round.Report("sources", ++asked, catalog.All.Count, $"{answer.Source}: {answer.Reason}")), cancellationToken);
        round.Polls = report.Polls;

        var due = (await queue.DueAsync(cancellationToken)).Select(queued => queued.Item).ToList();
        var read = 0;
        round.Items = await ingest.RunAsync(due, onlyDue: true, new Watch<IngestedItem>(item => round.Report("reading", ++read, due.Count, IngestText.Line(item))), cancellationToken);
        log.LogInformation("Asked {Sources} sources, {New} new items, {Read} read", report.Polls.Count, report.NewItems, round.Items.Count);
    }
}

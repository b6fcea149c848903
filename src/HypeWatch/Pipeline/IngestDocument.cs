using HypeWatch.Archiving;
using HypeWatch.Claims;
using HypeWatch.Evidence;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Reading;
using HypeWatch.Screening;
using HypeWatch.Storage;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>The map of one document, from its address to its evidence. Read top to bottom.</summary>
public sealed class IngestDocument(
    DocumentFetcher fetcher, Archive archive, SnapshotStore snapshots, Reader reader, VersionStore versions, Screener screener, ScreeningStore verdicts,
    ClaimExtractor claims, ClaimStore claimStore, EvidenceLinker evidence, EvidenceStore evidenceStore, ItemQueue queue, StageLog log, Database database,
    ILogger<IngestDocument> logger)
{
    /// <summary>Takes a document through all stages. A failure parks the document with its reason and never reaches the caller.</summary>
    /// <param name="item">The document's item.</param>
    /// <param name="onlyDue">Whether it is left when another process has read it meanwhile.</param>
    /// <param name="ct">Stops; what is being worked on is left for the next run.</param>
    public async Task<DocumentOutcome> RunAsync(SourceItem item, bool onlyDue, CancellationToken ct)
    {
        if (!await queue.TakeAsync(item, onlyDue, ct)) return DocumentOutcome.At("queue", ItemState.Running, "another process is working on it, or has just read it");
        using var journey = Signals.Document(item);
        DocumentOutcome outcome;
        try
        {
            outcome = await FollowAsync(item, ct);
        }
        catch (StageFailedException failure)
        {
            logger.LogWarning(failure, "Parked {Key} at {Stage}", item.Key, failure.Stage);
            outcome = DocumentOutcome.At(failure.Stage, ItemState.Parked, failure.InnerException!.Message);
        }

        await queue.FinishAsync(item, outcome, ct);
        Signals.Ended(journey, outcome);
        return outcome;
    }

    private async Task<DocumentOutcome> FollowAsync(SourceItem item, CancellationToken ct)
    {
        if (await database.FirstAsync("pipeline/find-redacted-item", new { ItemKey = item.Key }, row => row.Text("reason"), ct) is { } reason)
            return DocumentOutcome.At("fetch", ItemState.Skipped, $"its text was taken out, and is not read again: {reason}");
        var previous = await snapshots.LatestAsync(item.Key, ct);
        var fetch = await FetchAsync(item, previous, ct);
        if (fetch.Snapshot is not { } snapshot) return fetch.Outcome!;

        var read = await log.OnceAsync("read", StageVersions.Read, snapshot.Id.Value, versions, token => ReadAsync(snapshot, token), ct);
        if (read is not StageDone<DocumentVersion> { Result: var version }) return Stopped("read", read);

        // What its author took back no longer counts as said; earlier versions stay in the archive.
        if (item.Metadata is { Kind: DocumentKind.Comment, Status: AnnouncedStatus.TakenBack }) return DocumentOutcome.At("screen", ItemState.OffTopic, "its author took it back", version);

        var judged = await log.OnceAsync(
            "screen", StageVersions.Screened(item.Metadata.AnyTopic), version.Id.Value, verdicts, _ => Done(Judge(item, version)), ct);
        if (judged is not StageDone<ScreeningVerdict> { Result: var verdict }) return Stopped("screen", judged);
        if (!verdict.Relevant) return DocumentOutcome.At("screen", ItemState.OffTopic, verdict.Reason, version);

        var extracted = await log.OnceAsync(
            "claims", StageVersions.Claims(claims), version.Id.Value, claimStore, token => ExtractAsync(version, token), ct);
        if (extracted is StageLater<ClaimSet> later) return new DocumentOutcome(ItemState.Retry, "claims", later.Reason, version, RetryAfter: later.After);
        if (extracted is not StageDone<ClaimSet> { Result: var found, AgainAfter: var again }) return Stopped("claims", extracted);

        var linked = await log.OnceAsync(
            "evidence", StageVersions.Evidence(claims), version.Id.Value, evidenceStore,
            _ => Task.FromResult<StageEnd<EvidenceSet>>(new StageDone<EvidenceSet>(evidence.Link(version, found), again)), ct);
        if (linked is not StageDone<EvidenceSet>) return Stopped("evidence", linked);
        return again is null
            ? new DocumentOutcome(ItemState.Done, Version: version, Claims: found.Claims.Count)
            : new DocumentOutcome(ItemState.Retry, "claims", found.Tally.Note, version, found.Claims.Count, again);
    }

    // Whoever adds a file by hand may know its topic better than a word list.
    private ScreeningVerdict Judge(SourceItem item, DocumentVersion version)
    {
        var verdict = screener.Judge(version);
        return item.Metadata.AnyTopic && !verdict.Relevant ? verdict with { Relevant = true, Reason = $"read on request; {verdict.Reason}" } : verdict;
    }

    private async Task<StageEnd<ClaimSet>> ExtractAsync(DocumentVersion version, CancellationToken ct)
    {
        try
        {
            var found = await claims.ExtractAsync(version, ct);
            return new StageDone<ClaimSet>(found, found.Tally.AgainAfter);
        }
        catch (LlmBudgetExceededException spent)
        {
            return new StageLater<ClaimSet>($"waits, because {spent.Message}", spent.Left);
        }
    }

    private static Task<StageEnd<T>> Done<T>(T result) => Task.FromResult<StageEnd<T>>(new StageDone<T>(result));

    private static DocumentOutcome Stopped<T>(string stage, StageEnd<T> end) =>
        end is StageStopped<T> stopped ? DocumentOutcome.At(stage, stopped.State, stopped.Reason) : throw new InvalidOperationException($"{stage} ended without a result");

    private async Task<(Snapshot? Snapshot, DocumentOutcome? Outcome)> FetchAsync(SourceItem item, Snapshot? previous, CancellationToken ct)
    {
        using var span = Signals.Stage("fetch", item.Key);
        FetchOutcome fetch;
        try
        {
            fetch = await fetcher.FetchAsync(item, previous, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            throw new StageFailedException("fetch", item.Key, failure);
        }

        switch (fetch)
        {
            case FetchOutcome.Fetched fetched:
                await database.WriteAsync(scope => snapshots.SaveAsync(fetched, scope), ct);
                return (fetched.Snapshot, null);
            case FetchOutcome.NotModified when previous is not null:
                return (previous, null);
            case FetchOutcome.Gone gone:
                return (null, DocumentOutcome.At("fetch", ItemState.Parked, gone.Reason));
            case FetchOutcome.Refused refused:
                return (null, DocumentOutcome.At("fetch", ItemState.Parked, refused.Reason));
            case FetchOutcome.TryLater later:
                return (null, new DocumentOutcome(ItemState.Retry, "fetch", later.Reason, RetryAfter: later.After));
            default:
                throw new InvalidOperationException($"unexpected fetch outcome {fetch}");
        }
    }

    private async Task<StageEnd<DocumentVersion>> ReadAsync(Snapshot snapshot, CancellationToken ct)
    {
        var bytes = await archive.ReadAsync(snapshot.Sha256, ct);
        return await reader.ReadAsync(snapshot, bytes, ct) switch
        {
            Readable readable => new StageDone<DocumentVersion>(readable.Version),
            Unreadable unreadable => new StageStopped<DocumentVersion>(unreadable.IsSkip ? ItemState.Skipped : ItemState.Parked, unreadable.Reason),
            var other => throw new InvalidOperationException($"unexpected reading {other}"),
        };
    }
}

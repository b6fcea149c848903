using HypeWatch.Model;
using HypeWatch.Storage;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>How a stage ended: with a result, or with the end of the document's way.</summary>
/// <typeparam name="T">The result.</typeparam>
public abstract record StageEnd<T>;

/// <summary>The stage made a result.</summary>
/// <param name="Result">The result.</param>
/// <param name="AgainAfter">After which time it is to be made anew, because something was missing for a better one; null when it stands.</param>
public sealed record StageDone<T>(T Result, TimeSpan? AgainAfter = null) : StageEnd<T>;

/// <summary>The document goes no further, for a stated reason that a second run would find again.</summary>
public sealed record StageStopped<T>(ItemState State, string Reason) : StageEnd<T>;

/// <summary>The stage could not be done now and is to be tried again; nothing is kept but the reason.</summary>
public sealed record StageLater<T>(string Reason, TimeSpan After) : StageEnd<T>;

/// <summary>A stage failed unexpectedly; the document is parked with this message.</summary>
public sealed class StageFailedException(string stage, string input, Exception inner) : HypeWatchException($"{stage}: {inner.Message}", inner)
{
    /// <summary>The stage.</summary>
    public string Stage { get; } = stage;

    /// <summary>What it was given.</summary>
    public string Input { get; } = input;
}

/// <summary>A line of the log, for <c>trace</c>.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="StageVersion">Version of its rules or prompts.</param>
/// <param name="Input">Id of what went in.</param>
/// <param name="Outcome"><c>done</c>, <c>provisional</c> (a result that is to be made anew, or none yet) or the state that ended the way.</param>
/// <param name="Output">Id of what came out.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="Millis">How long it took.</param>
/// <param name="At">When, UTC.</param>
public sealed record StageRun(string Stage, string StageVersion, string Input, string Outcome, string? Output, string? Reason, long Millis, DateTimeOffset At);

/// <summary>
/// Runs each step once per (stage, stage version, input) and keeps its result in the same transaction as the note that it was done: a second
/// run is free, a crash resumes at the first missing step, a raised version runs again. The one place that catches unexpected failures.
/// </summary>
public sealed class StageLog(Database database, TimeProvider time, ILogger<StageLog> logger)
{
    private const string Done = "done";
    private const string Provisional = "provisional";

    /// <summary>Gives the result of a step, from the database when it was done before.</summary>
    /// <exception cref="StageFailedException">The step failed unexpectedly.</exception>
    public async Task<StageEnd<T>> OnceAsync<T>(
        string stage, string stageVersion, string input, IResultStore<T> store, Func<CancellationToken, Task<StageEnd<T>>> work, CancellationToken ct)
        where T : class
    {
        var key = new { Stage = stage, StageVersion = stageVersion, InputId = input };
        var before = await database.FirstAsync("pipeline/find-stage-run", key, row => (Outcome: row.Text("outcome"), Output: row.TextOrNull("output_id"), Reason: row.TextOrNull("reason")), ct);
        if (before.Outcome == Done && await store.LoadAsync(before.Output!, ct) is { } kept) return new StageDone<T>(kept);
        if (before.Outcome is not (null or Done or Provisional)) return new StageStopped<T>(Code<ItemState>.Parse(before.Outcome), before.Reason ?? "");

        using var span = Signals.Stage(stage, input);
        var start = time.GetTimestamp();
        var end = await AttemptAsync(stage, input, work, () => Signals.Ended(span, stage, Signals.Failed, time.GetElapsedTime(start)), ct);
        var millis = (long)time.GetElapsedTime(start).TotalMilliseconds;
        await database.WriteAsync(
            async scope =>
            {
                if (end is StageDone<T> done) await store.SaveAsync(done.Result, scope);
                await scope.ExecuteAsync("pipeline/save-stage-run", new
                {
                    key.Stage, key.StageVersion, key.InputId, Outcome = OutcomeOf(end),
                    OutputId = end is StageDone<T> result ? store.IdOf(result.Result) : null, Reason = (end as StageStopped<T>)?.Reason ?? (end as StageLater<T>)?.Reason, Millis = millis,
                });
            },
            ct);
        Signals.Ended(span, stage, OutcomeOf(end), time.GetElapsedTime(start));
        logger.LogDebug("Stage {Stage} of {Input} took {Millis} ms", stage, input, millis);
        return end;
    }

    /// <summary>What was done with an input, oldest first.</summary>
    public Task<IReadOnlyList<StageRun>> RunsAsync(string input, CancellationToken ct) => database.QueryAsync(
        "pipeline/list-stage-runs",
        new { InputId = input },
        row => new StageRun(
            row.Text("stage"), row.Text("stage_version"), row.Text("input_id"), row.Text("outcome"), row.TextOrNull("output_id"), row.TextOrNull("reason"),
            row.Long("millis"), row.Instant("created_at")),
        ct);

    private static string OutcomeOf<T>(StageEnd<T> end) => end switch
    {
        StageStopped<T> stopped => stopped.State.ToCode(),
        StageDone<T> { AgainAfter: not null } or StageLater<T> => Provisional,
        _ => Done,
    };

    private static async Task<StageEnd<T>> AttemptAsync<T>(string stage, string input, Func<CancellationToken, Task<StageEnd<T>>> work, Action failed, CancellationToken ct)
    {
        try
        {
            return await work(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is not StageFailedException)
        {
            failed();
            throw new StageFailedException(stage, input, failure);
        }
    }
}

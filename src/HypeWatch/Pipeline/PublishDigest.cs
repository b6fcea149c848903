using HypeWatch.Digests;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Propagation;
using HypeWatch.Queries;
using HypeWatch.Sources;
using HypeWatch.Sources.Watching;
using HypeWatch.Storage;
using SourceHealth = HypeWatch.Digests.SourceHealth;

namespace HypeWatch.Pipeline;

/// <summary>What a digest run wrote.</summary>
/// <param name="Period">The week.</param>
/// <param name="Issue">The digest; null when the week's digest lay there already, or nothing was due.</param>
/// <param name="Paths">The mails' files.</param>
public sealed record PublishReport(DigestPeriod Period, DigestIssue? Issue, IReadOnlyList<string> Paths);

/// <summary>The map of a digest: gather, compose, render, put into the outbox. Once per recipient and week.</summary>
public sealed class PublishDigest(
    FlagQueries flags, ClaimQueries claims, PeriodQueries periods, PredictionStore predictions, ReleaseStore releases, SourceCatalog catalog, SourceHealthStore health,
    DigestStore digests, DigestComposer composer, Outbox outbox, DataDirectory directory, LlmSettings llm, LlmBudget budget, TimeProvider time)
{
    private const int FlagsGathered = 500;
    private const int MovesGathered = 50;

    /// <summary>Composes the digest of the present week without writing anything.</summary>
    public async Task<DigestIssue> PreviewAsync(CancellationToken ct) => composer.Compose(await GatherAsync(DigestPeriod.Of(time.GetUtcNow()), ct));

    /// <summary>Writes the digest of the present week to the outbox, unless it was written before.</summary>
    public async Task<PublishReport> RunAsync(CancellationToken ct)
    {
        var period = DigestPeriod.Of(time.GetUtcNow());
        var before = await digests.DeliveriesAsync(period, ct);
        if (before.Count > 0) return new(period, null, [.. before.Select(delivery => delivery.Path)]);
        var issue = composer.Compose(await GatherAsync(period, ct));
        if (!issue.IsDue) return new(period, null, []);
        var written = await outbox.WriteAsync(directory.Outbox, issue, ct);
        await digests.SaveAsync(issue, written, ct);
        return new(period, issue, [.. written.Select(entry => entry.Mail)]);
    }

    private async Task<DigestInput> GatherAsync(DigestPeriod period, CancellationToken ct)
    {
        var from = new DateTimeOffset(period.Monday.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var until = from.AddDays(7);
        var counts = await periods.CountAsync(from, until, ct);
        var found = await flags.FindAsync(new FlagFilter(MinSeverity: Flag.ShownSeverity, Limit: FlagsGathered), ct);
        return new DigestInput(period, time.GetUtcNow(), new(counts.Documents, counts.Claims, counts.Flags))
        {
            BestCalibrated = CalibratedRelease.Best(await periods.JudgedHeadlinesAsync(from, until, ct)), Flags = found, WatchList = found, Moves = await MovesAsync(ct), Predictions = await PredictionsAsync(ct), Sources = await SourcesAsync(from, ct),
            LanguageModel = llm.IsConfigured ? llm.Model : null, Budget = llm.IsConfigured ? await budget.NowAsync(ct) : null, AlreadyShown = await digests.ShownBeforeAsync(period, ct),
        };
    }

    private async Task<IReadOnlyList<DigestMove>> MovesAsync(CancellationToken ct)
    {
        var moves = new List<DigestMove>();
        foreach (var edge in await periods.MovesAsync(MovesGathered, ct))
        {
            if (await claims.GetAsync(edge.UpstreamClaim!.Value, ct) is { } before && await claims.GetAsync(edge.DownstreamClaim!.Value, ct) is { } after)
                moves.Add(new(edge, before, after));
        }

        return moves;
    }

    private async Task<IReadOnlyList<DigestPrediction>> PredictionsAsync(CancellationToken ct)
    {
        var titles = (await releases.ListAsync(ct)).ToDictionary(stored => stored.Release.Id, stored => stored.Release.Title);
        return
        [
            .. from set in await predictions.ListAsync(ct)
               where set.Items.Any(item => item.Resolution is not Resolution.Open)
               let title = set.Release is { } id ? titles.GetValueOrDefault(id) : null
               select new DigestPrediction(set, PredictionScore.Of(set), set.Release is null ? null : true, title),
        ];
    }

    private async Task<IReadOnlyList<SourceHealth>> SourcesAsync(DateTimeOffset from, CancellationToken ct)
    {
        var polled = (await health.ListAsync(ct)).ToDictionary(seen => seen.Name, StringComparer.Ordinal);
        return [.. catalog.All.Select(source => HealthOf(source, polled.GetValueOrDefault(source.Name), from))];
    }

    private SourceHealth HealthOf(SourceSettings source, Sources.SourceHealth? seen, DateTimeOffset from)
    {
        var state = catalog.WhyOff(source) is not null ? SourceState.Off
            : seen is null || seen.LastPolledAt < from ? SourceState.NotChecked
            : seen.FailuresInRow > 0 ? SourceState.Unreachable
            : seen.State is SourceStandingKind.Quiet or SourceStandingKind.Suspicious ? SourceState.Quiet
            : SourceState.Answered;
        var problem = state is SourceState.Unreachable ? seen?.LastOutcome : state is SourceState.Quiet ? seen?.StateReason : null;
        return new(source.Name, state, seen?.LastItemCount ?? 0, seen?.LastSuccessAt, problem);
    }
}

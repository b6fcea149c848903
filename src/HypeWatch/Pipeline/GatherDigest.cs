using HypeWatch.Digests;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Queries;
using HypeWatch.Reviews;
using HypeWatch.Sources;
using HypeWatch.Sources.Watching;
using SourceHealth = HypeWatch.Digests.SourceHealth;

namespace HypeWatch.Pipeline;

/// <summary>Gathers all that the digests of a period are made from: once, for all editions.</summary>
public sealed class GatherDigest(
    FlagQueries flags, ClaimQueries claims, PeriodQueries periods, PredictionStore predictions, PromiseQueries promises, SourceCatalog catalog, SourceHealthStore health,
    ReviewStore reviews, LlmSettings llm, LlmBudget budget)
{
    private const int FlagsGathered = 5000;
    private const int MovesGathered = 50;

    /// <summary>Gathers what is known now.</summary>
    /// <param name="period">The week that the digest is named by.</param>
    /// <param name="at">The instant up to which the last seven days are told.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<DigestInput> RunAsync(DigestPeriod period, DateTimeOffset at, CancellationToken ct)
    {
        var from = at.AddDays(-7);
        var counts = await periods.CountAsync(from, at, ct);
        var found = await flags.FindAsync(new FlagFilter(MinSeverity: Flag.ShownSeverity, Limit: FlagsGathered), ct);
        var eightWeeks = new DateTimeOffset(period.Monday.AddDays(-7 * (DigestChart.Span - 1)), TimeOnly.MinValue, TimeSpan.Zero);
        return new DigestInput(period, at, new(counts.Documents, counts.Claims, counts.Flags))
        {
            BestCalibrated = CalibratedRelease.Best(await periods.JudgedHeadlinesAsync(from, at, ct)), Flags = found, WatchList = found, Reviewers = await periods.ReviewersAsync(ct),
            PausedCodes = ReviewAccuracy.Paused(await reviews.ListAsync(null, ct)),
            Moves = await MovesAsync(ct), Predictions = await PredictionsAsync(ct), Promises = await promises.ListAsync(ct), Sources = await SourcesAsync(from, ct), Corrections = await RepliesAsync(ct),
            Chart = DigestChart.Of(period, await periods.FlagDaysAsync(eightWeeks, at, ct)), LanguageModel = llm.IsConfigured ? llm.Model : null,
            Budget = llm.IsConfigured ? await budget.NowAsync(ct) : null,
        };
    }

    private async Task<IReadOnlyList<DigestCorrection>> RepliesAsync(CancellationToken ct) =>
        [.. (await periods.RepliesAsync(ct)).Select(reply => new DigestCorrection(CorrectionKind.Reply, reply.Text, reply.Claim, reply.Url, $"reply|{reply.Id}"))];

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
        return
        [
            .. from set in await predictions.ListAsync(ct)
               // A list falls due when the release that it is about is out.
               where set.Bound is not null || set.Items.Any(item => item.Resolution is not Resolution.Open)
               select new DigestPrediction(set, PredictionScore.IsIncomplete(set) ? PredictionScore.Of(set) with { Expectation = null } : PredictionScore.Of(set), Registration.IsScored(set), Registration.Words(set)),
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

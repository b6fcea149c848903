using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Predictions;

/// <summary>Keeps registered predictions and what was said of their outcomes. Scores are derived, never stored.</summary>
public sealed class PredictionStore(Database database)
{
    /// <summary>Writes a set and its predictions; the hash of the first time stays, and so do outcomes that were stated by hand.</summary>
    public static async Task SaveAsync(PredictionSet set, WriteScope scope)
    {
        await scope.ExecuteAsync("predictions/save-set", new
        {
            Id = set.Id.Value, set.Forecaster, MadeOn = Instant.Write(set.MadeOn), set.About, ReleaseId = set.Release?.Value, DocumentId = set.Document?.Value, set.ReportedScore,
            Commitment = Commitment.Of(set),
        });
        await scope.ExecuteAsync("predictions/delete-predictions", new { SetId = set.Id.Value });
        await scope.ExecuteManyAsync("predictions/save-prediction", set.Items, item => new
        {
            SetId = set.Id.Value, item.Number, item.Statement, item.Probability, Resolution = item.Resolution.ToCode(), item.Fraction, item.Rationale,
        });
        await scope.ExecuteAsync("predictions/apply-resolutions", new { SetId = set.Id.Value });
    }

    /// <summary>Registers sets, all or none.</summary>
    /// <exception cref="HypeWatchException">One was registered before with other statements or probabilities: what was registered stays.</exception>
    /// <returns>The sets that were not registered before.</returns>
    public async Task<IReadOnlySet<PredictionSetId>> AddAsync(IReadOnlyList<PredictionSet> sets, CancellationToken ct)
    {
        var known = (await ListAsync(ct)).ToDictionary(set => set.Id);
        foreach (var set in sets)
            if (known.GetValueOrDefault(set.Id) is { Commitment: { } hash } && hash != Commitment.Of(set))
                throw new HypeWatchException($"'{set.About}' by {set.Forecaster} of {set.MadeOn:yyyy-MM-dd} is registered with other statements or probabilities (hash {hash[..12]}); what was registered stays");
        await database.WriteAsync(
            async scope =>
            {
                foreach (var set in sets) await SaveAsync(set, scope);
            },
            ct);
        return sets.Select(set => set.Id).Where(id => !known.ContainsKey(id)).ToHashSet();
    }

    /// <summary>Adds what somebody says of an outcome, and lets it count unless it is a dispute, in one transaction.</summary>
    public Task ResolveAsync(PredictionSet set, StatedResolution stated, CancellationToken ct) => database.WriteAsync(
        async scope =>
        {
            await scope.ExecuteAsync("predictions/save-resolution", new
            {
                Id = ContentId.Of("res", set.Id.Value, string.Create(CultureInfo.InvariantCulture, $"{stated.Number}"), string.Create(CultureInfo.InvariantCulture, $"{set.Stated.Count}")),
                SetId = set.Id.Value, stated.Number, Resolution = stated.Resolution.ToCode(), stated.Fraction, stated.Resolver, stated.Rationale,
                KnownAt = Instant.Write(stated.KnownAt), ClaimId = stated.Claim?.Value, IsDispute = stated.IsDispute ? 1 : 0,
            });
            await scope.ExecuteAsync("predictions/apply-resolutions", new { SetId = set.Id.Value });
        },
        ct);

    /// <summary>All sets, oldest first, each prediction with the outcome that counts, and with all that were stated.</summary>
    public async Task<IReadOnlyList<PredictionSet>> ListAsync(CancellationToken ct)
    {
        var sets = await database.QueryAsync("predictions/list-sets", null, Map, ct);
        var stated = (await database.QueryAsync("predictions/list-resolutions", null, row => (Set: row.Text("set_id"), Stated: MapResolution(row)), ct))
            .ToLookup(pair => pair.Set, pair => pair.Stated, StringComparer.Ordinal);
        var complete = new List<PredictionSet>(sets.Count);
        foreach (var set in sets)
        {
            var items = await database.QueryAsync(
                "predictions/list-predictions",
                new { SetId = set.Id.Value },
                row => new Prediction(
                    row.Int("number"), row.Text("statement"), row.DoubleOrNull("probability"), row.Code<Resolution>("resolution"), row.DoubleOrNull("fraction"),
                    row.TextOrNull("rationale")),
                ct);
            complete.Add(set with { Items = items, Stated = [.. stated[set.Id.Value]] });
        }

        return complete;
    }

    private static StatedResolution MapResolution(Row row) => new(
        row.Int("number"), row.Code<Resolution>("resolution"), row.DoubleOrNull("fraction"), row.Text("resolver"), row.TextOrNull("rationale"), Instant.ParseDay(row.TextOrNull("known_at")),
        row.IdOrNull<ClaimId>("claim_id"), row.Bool("is_dispute"));

    private static PredictionSet Map(Row row) => new(
        row.Id<PredictionSetId>("id"), row.Text("forecaster"), Instant.ParseDay(row.Text("made_on"))!.Value, row.Text("about"), row.IdOrNull<ReleaseId>("release_id"),
        row.IdOrNull<DocumentId>("document_id"), row.DoubleOrNull("reported_score"), [])
    {
        Commitment = row.TextOrNull("commitment"), CommittedAt = row.TextOrNull("committed_at") is { } at ? Instant.Parse(at) : null,
    };
}

using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Predictions;

/// <summary>Keeps registered predictions. Scores are derived, never stored.</summary>
public sealed class PredictionStore(Database database)
{
    /// <summary>Writes a set and its predictions.</summary>
    public static async Task SaveAsync(PredictionSet set, WriteScope scope)
    {
        await scope.ExecuteAsync("predictions/save-set", new
        {
            Id = set.Id.Value, set.Forecaster, MadeOn = Instant.Write(set.MadeOn), set.About, ReleaseId = set.Release?.Value, DocumentId = set.Document?.Value, set.ReportedScore,
        });
        await scope.ExecuteAsync("predictions/delete-predictions", new { SetId = set.Id.Value });
        await scope.ExecuteManyAsync("predictions/save-prediction", set.Items, item => new
        {
            SetId = set.Id.Value, item.Number, item.Statement, item.Probability, Resolution = item.Resolution.ToCode(), item.Fraction, item.Rationale,
        });
    }

    /// <summary>All sets, oldest first.</summary>
    public async Task<IReadOnlyList<PredictionSet>> ListAsync(CancellationToken ct)
    {
        var sets = await database.QueryAsync("predictions/list-sets", null, Map, ct);
        var complete = new List<PredictionSet>(sets.Count);
        foreach (var set in sets)
        {
            complete.Add(set with
            {
                Items = await database.QueryAsync(
                    "predictions/list-predictions",
                    new { SetId = set.Id.Value },
                    row => new Prediction(
                        row.Int("number"), row.Text("statement"), row.DoubleOrNull("probability"), row.Code<Resolution>("resolution"), row.DoubleOrNull("fraction"),
                        row.TextOrNull("rationale")),
                    ct),
            });
        }

        return complete;
    }

    private static PredictionSet Map(Row row) => new(
        row.Id<PredictionSetId>("id"), row.Text("forecaster"), Instant.ParseDay(row.Text("made_on"))!.Value, row.Text("about"), row.IdOrNull<ReleaseId>("release_id"),
        row.IdOrNull<DocumentId>("document_id"), row.DoubleOrNull("reported_score"), []);
}

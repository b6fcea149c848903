using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Predictions;

/// <summary>Keeps what people said became of commitments.</summary>
public sealed class PromiseStore(Database database)
{
    /// <summary>Adds an outcome; earlier ones stay on record.</summary>
    public Task AddAsync(string promise, PromiseOutcome outcome, CancellationToken ct) => database.WriteAsync(
        scope => scope.ExecuteAsync("predictions/save-promise-outcome", new
        {
            PromiseId = promise, State = outcome.State.ToCode(), StatedBy = outcome.By, StatedAt = Instant.Write(outcome.At), outcome.Evidence, outcome.Note,
        }),
        ct);
}

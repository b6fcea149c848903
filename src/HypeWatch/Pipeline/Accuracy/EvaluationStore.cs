using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Pipeline.Accuracy;

/// <summary>What labelled cases showed of the flags.</summary>
/// <param name="Name">Name of the file of cases.</param>
/// <param name="Sha256">Its content.</param>
/// <param name="Engine">Name of the model that heard the releases; <c>offline</c> for the rules alone.</param>
/// <param name="Versions">Detectors, prompts and model.</param>
/// <param name="Score">The figures.</param>
/// <param name="At">When it was run, UTC.</param>
public sealed record CaseEvaluation(string Name, string Sha256, string Engine, string Versions, FlagCaseScore Score, DateTimeOffset At);

/// <summary>Evaluations, one for each content, engine and set of versions.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class EvaluationStore(Database database)
{
    /// <summary>Keeps one; the same cases by the same versions again replace it.</summary>
    public Task SaveAsync(CaseEvaluation evaluation, CancellationToken ct) => database.WriteAsync(
        scope => scope.ExecuteAsync("pipeline/save-evaluation", new
        {
            Id = ContentId.Of("evl", evaluation.Name, evaluation.Sha256, evaluation.Engine, evaluation.Versions), evaluation.Name, evaluation.Sha256, evaluation.Engine, evaluation.Versions,
            Score = ModelJson.Write(evaluation.Score), EvaluatedAt = Instant.Write(evaluation.At),
        }),
        ct);

    /// <summary>The latest of each file and engine, by name.</summary>
    public Task<IReadOnlyList<CaseEvaluation>> ListAsync(CancellationToken ct) => database.QueryAsync(
        "pipeline/list-evaluations", null,
        row => new CaseEvaluation(row.Text("name"), row.Text("sha256"), row.Text("engine"), row.Text("versions"), ModelJson.Read<FlagCaseScore>(row.Text("score")), row.Instant("evaluated_at")), ct);
}

using HypeWatch.Evidence;
using HypeWatch.Llm;
using HypeWatch.Model;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>What the claims of a release rest on.</summary>
/// <param name="Supports">One a claim.</param>
/// <param name="IsComplete">False when a language model should have judged and stayed away, so that rules did.</param>
/// <param name="Tally">What the model was asked; null where none is configured.</param>
public sealed record JudgedWarrants(IReadOnlyDictionary<ClaimId, ClaimSupport> Supports, bool IsComplete, JudgementTally? Tally)
{
    /// <summary>Whether the model is likely away for other questions too.</summary>
    public bool IsAway { get; init; }
}

/// <summary>
/// Says what the claims of a release rest on: by rule, and where a language model is configured, by its judgement of the same experiments for the claims of the release's own
/// documents. What the model does not answer verifiably, the rule decides.
/// </summary>
/// <param name="rules">Says so by rule.</param>
/// <param name="model">Says so with a language model; null when none is configured.</param>
/// <param name="log">Told when the model failed.</param>
public sealed class JudgeWarrants(SupportAssessor rules, ModelWarrantJudge? model, ILogger<JudgeWarrants> log)
{
    private const string Subject = "warrants";

    /// <summary>What decides besides the texts.</summary>
    public string Key => model?.Key ?? ClaimSupport.Offline;

    /// <summary>What the claims of documents rest on.</summary>
    public async Task<JudgedWarrants> JudgeAsync(IReadOnlyList<DossierDocument> documents, CancellationToken ct)
    {
        var supports = rules.Assess(documents);
        if (model is null) return new(supports, true, null);
        List<(Claim Claim, ClaimSupport Support)> asked =
        [
            .. documents.Where(document => document.IsOwn).SelectMany(document => document.Claims).Select(claim => (claim, supports[claim.Id])).Where(pair => pair.Item2.Experiments.Count > 0),
        ];
        try
        {
            var answers = await model.JudgeAsync([.. asked.Select(pair => new WarrantCase(pair.Claim.Quote, pair.Support.Experiments))], ct);
            var judged = supports.ToDictionary();
            foreach (var ((claim, support), answer) in asked.Zip(answers))
                if (answer is not null) judged[claim.Id] = support with { Warrant = answer.Warrant, Experiments = [.. answer.Experiments, .. support.Experiments.Except(answer.Experiments)], JudgedBy = model.Model };
            return new(judged, true, new(Subject, model.Model, asked.Count, answers.Count(answer => answer is null)));
        }
        catch (LlmException exception) when (exception is not LlmRecordingMissingException)
        {
            log.LogWarning(exception, "Judged what {Count} claims rest on by rules: the language model failed", asked.Count);
            return new(supports, false, null) { IsAway = !exception.IsOfOneRequest };
        }
    }
}

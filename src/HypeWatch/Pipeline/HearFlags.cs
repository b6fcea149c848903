using HypeWatch.Flags.Hearings;
using HypeWatch.Llm;
using HypeWatch.Model;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>How a release was heard.</summary>
/// <param name="Hearing">What was proposed and defended; null where no language model is configured, or it stayed away.</param>
/// <param name="IsComplete">False when a language model should have heard it and stayed away, so that the rules stand alone.</param>
/// <param name="Tally">What the model was asked; null where it heard nothing.</param>
public sealed record HeardRelease(Hearing? Hearing, bool IsComplete, JudgementTally? Tally)
{
    /// <summary>Whether the model is likely away for other questions too.</summary>
    public bool IsAway { get; init; }
}

/// <summary>Has a language model, where one is configured, propose flags of a release and speak for its authors. Without it the rules stand alone.</summary>
/// <param name="model">Hears releases; null when no model is configured.</param>
/// <param name="log">Told when the model failed.</param>
public sealed class HearFlags(FlagHearing? model, ILogger<HearFlags> log)
{
    private const string Subject = "flags";

    /// <summary>What decides besides the texts.</summary>
    public string Key => model?.Key ?? ClaimSupport.Offline;

    /// <summary>Hears a release.</summary>
    public async Task<HeardRelease> HearAsync(Dossier dossier, IReadOnlyList<Flag> byRules, CancellationToken ct)
    {
        if (model is null) return new(null, true, null);
        try
        {
            var hearing = await model.HearAsync(dossier, byRules, ct);
            if (!hearing.IsHeard) log.LogWarning("Flagged {Release} by rules alone: no answer of the language model could be read", dossier.Release.Id);
            return new(hearing.IsHeard ? hearing : null, true, new(Subject, model.Model, hearing.Asked, hearing.Dropped));
        }
        catch (LlmException exception) when (exception is not LlmRecordingMissingException)
        {
            log.LogWarning(exception, "Flagged {Release} by rules alone: the language model failed", dossier.Release.Id);
            return new(null, false, null) { IsAway = !exception.IsOfOneRequest };
        }
    }
}

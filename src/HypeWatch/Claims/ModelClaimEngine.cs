using HypeWatch.Lexicons;
using HypeWatch.Llm;
using HypeWatch.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Claims;

/// <summary>
/// Finds claims and caveats with a language model. The model only points at sentences; the words are cut out of the text by
/// <see cref="VerbatimGate"/>. When the model fails for a document, the rules read the whole of it, and the tally says so. Claims are never a mixture of both; caveats are the
/// model's and those of sentences in which only the rules saw one, since what speaks for the authors must not hang on one reading.
/// </summary>
/// <param name="runner">Asks the model.</param>
/// <param name="prompts">Holds the prompt.</param>
/// <param name="settings">Says how many requests may be in flight.</param>
/// <param name="candidates">Chooses what to ask about.</param>
/// <param name="reading">What is believed of an answer.</param>
/// <param name="fallback">The rules.</param>
/// <param name="log">Told when the model failed.</param>
internal sealed class ModelClaimEngine(
    PromptRunner runner, PromptLibrary prompts, LlmSettings settings, ICandidatePassages candidates, ModelReading reading, IClaimEngine fallback, ILogger<ModelClaimEngine> log) : IClaimEngine
{
    /// <summary>Raised when the same answers would give other records.</summary>
    private const string EngineVersion = "4";

    /// <summary>When an endpoint that stayed away is asked again, and one that refuses us, which people must mend.</summary>
    private static readonly TimeSpan AfterAbsence = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(6);

    /// <summary>Answers that break the schema twice are likely to do so again; but a server may have had a bad day.</summary>
    private static readonly TimeSpan AfterNonsense = TimeSpan.FromDays(1);
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(1);

    private readonly PromptFile prompt = prompts["claims/extract-claims"];
    private readonly SecondReadings second = new(prompts, reading);

    /// <inheritdoc/>
    public string Name => "model";

    /// <summary>What decides the result besides the text: engine, prompts and model.</summary>
    public string Key => $"{Name}/{EngineVersion} {fallback.Name} {prompt.Label} {prompt.Sha256[..12]} {second.Key} {runner.Model}";

    /// <summary>Makes the engine when a model is configured.</summary>
    /// <param name="provider">Holds the room <c>Llm</c> and the word lists, and an <see cref="ICandidatePassages"/> where something narrower than all prose is wanted.</param>
    /// <param name="fallback">The rules.</param>
    /// <param name="scope">Reads how far a statement reaches.</param>
    /// <param name="certainty">Reads how sure a statement sounds.</param>
    /// <returns>Null when no model is configured.</returns>
    public static ModelClaimEngine? From(IServiceProvider provider, IClaimEngine fallback, Func<string, Span, Scope> scope, Func<string, Span, Certainty> certainty) =>
        provider.GetService<PromptRunner>() is not { } runner ? null : new(
            runner, provider.GetRequiredService<PromptLibrary>(), provider.GetRequiredService<LlmSettings>(), provider.GetService<ICandidatePassages>() ?? new ProsePassages(),
            new(scope, certainty, provider.GetRequiredService<LexiconSet>()), fallback, provider.GetRequiredService<ILogger<ModelClaimEngine>>());

    /// <inheritdoc/>
    public async Task<ClaimSet> ExtractAsync(DocumentVersion version, CancellationToken ct)
    {
        var tally = new RunTally();
        try
        {
            var questions = new DocumentQuestions(runner, version, tally);
            var found = await ReadAsync(questions, ct);
            var caveats = Ordered(found.SelectMany(batch => batch.Caveats), caveat => caveat.Span);
            var claims = await second.RunAsync(questions, Ordered(found.SelectMany(batch => batch.Claims), draft => draft.Claim.Span), caveats, ct);
            return new(version.Id, [.. claims.Select(claim => QuoteEdges.Trim(version, claim)).DistinctBy(claim => claim.Id)], await WithOverlookedAsync(version, caveats, ct), tally.Now.Note is null ? tally.Now : tally.Now with { AgainAfter = AfterAbsence });
        }
        catch (LlmException exception) when (exception is not LlmRecordingMissingException && !(exception is LlmBudgetExceededException && settings.WhenBudgetIsSpent is SpentRule.Queue))
        {
            log.LogWarning(exception, "Read {Version} by rules: the language model failed", version.Id);
            return await FallBackAsync(version, tally.Now, exception, ct);
        }
    }

    private async Task<IReadOnlyList<Caveat>> WithOverlookedAsync(DocumentVersion version, IReadOnlyList<Caveat> caveats, CancellationToken ct)
    {
        var byRules = (await fallback.ExtractAsync(version, ct)).Caveats;
        return Ordered(caveats.Concat(byRules.Where(caveat => !caveats.Any(known => known.Span.Overlaps(caveat.Span)))), caveat => caveat.Span);
    }

    private async Task<BatchFindings[]> ReadAsync(DocumentQuestions questions, CancellationToken ct)
    {
        var batches = PassageBatches.Of(candidates.Choose(questions.Version)).ToList();
        var found = new BatchFindings[batches.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.MaxConcurrency, CancellationToken = ct };
        await Parallel.ForEachAsync(Enumerable.Range(0, batches.Count), options, async (i, stop) =>
            found[i] = await new BatchReading(questions, prompt, reading, EngineVersion).RunAsync(batches[i], stop));
        return found;
    }

    private async Task<ClaimSet> FallBackAsync(DocumentVersion version, ExtractionTally spent, LlmException why, CancellationToken ct)
    {
        var found = await fallback.ExtractAsync(version, ct);
        return found with
        {
            Tally = found.Tally with
            {
                NotVerbatim = found.Tally.NotVerbatim + spent.NotVerbatim,
                Malformed = found.Tally.Malformed + spent.Malformed,
                InputTokens = found.Tally.InputTokens + spent.InputTokens,
                OutputTokens = found.Tally.OutputTokens + spent.OutputTokens,
                Note = $"read by rules, because {why.Message}",
                AgainAfter = AgainAfter(why),
            },
        };
    }

    /// <summary>All of these pass, soon or with somebody's help.</summary>
    private static TimeSpan? AgainAfter(LlmException why) => why switch
    {
        LlmUnavailableException { RetryAfter: { } asked } when asked > AfterAbsence => asked,
        LlmUnavailableException => AfterAbsence,
        LlmRejectedException => AfterRefusal,
        LlmBudgetExceededException budget => budget.Left > Soonest ? budget.Left : Soonest,
        LlmMalformedException => AfterNonsense,
        _ => null,
    };

    private static IReadOnlyList<T> Ordered<T>(IEnumerable<T> items, Func<T, Span> span) => [.. items.OrderBy(item => span(item).Start).ThenBy(item => span(item).End)];
}

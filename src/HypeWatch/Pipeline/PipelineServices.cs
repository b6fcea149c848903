using HypeWatch.Evidence;
using HypeWatch.Flags;
using HypeWatch.Flags.Hearings;
using HypeWatch.Literature;
using HypeWatch.Llm;
using HypeWatch.Pipeline.Accuracy;
using HypeWatch.Predictions;
using HypeWatch.Propagation;
using HypeWatch.Queries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>Registers the map.</summary>
public static class PipelineServices
{
    /// <summary>Adds the queue, the stage log and the three maps: a document, a release, a digest.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services) => services
        .AddSingleton<ItemQueue>().AddSingleton<StageLog>().AddSingleton<EvaluationStore>()
        .AddSingleton<PollSources>().AddSingleton<IngestDocument>().AddSingleton<IngestQueue>()
        .AddSingleton<AssessRelease>().AddSingleton<FixedFlags>().AddSingleton<VersionClaims>().AddSingleton<ScorePredictions>().AddSingleton<ResolveReferences>().AddSingleton<ArchivedWorks>().AddSingleton<WeighLiterature>()
        .AddSingleton(provider => new JudgeWarrants(
            provider.GetRequiredService<SupportAssessor>(),
            provider.GetService<PromptRunner>() is { } asks ? new ModelWarrantJudge(asks, provider.GetRequiredService<PromptLibrary>()) : null, provider.GetRequiredService<ILogger<JudgeWarrants>>()))
        .AddSingleton(provider => new JudgeCitations(
            provider.GetRequiredService<CitationMatcher>(), provider.GetRequiredService<SupportJudge>(),
            provider.GetService<PromptRunner>() is { } runner ? new ModelSupportJudge(runner, provider.GetRequiredService<PromptLibrary>()) : null,
            provider.GetRequiredService<CitationPurposeReader>(), provider.GetRequiredService<ILogger<JudgeCitations>>()))
        .AddSingleton(provider => new CompareClaims(
            provider.GetRequiredService<EdgeFinder>(),
            provider.GetService<PromptRunner>() is { } runner ? new ModelClaimComparer(runner, provider.GetRequiredService<PromptLibrary>()) : null, provider.GetRequiredService<ILogger<CompareClaims>>()))
        .AddSingleton(provider => new HearFlags(
            provider.GetService<PromptRunner>() is { } runner ? new FlagHearing(runner, provider.GetRequiredService<PromptLibrary>(), provider.GetRequiredService<Taxonomy>()) : null,
            provider.GetRequiredService<ILogger<HearFlags>>()))
        .AddSingleton(provider => new ProposeResolutions(
            provider.GetRequiredService<ClaimQueries>(), provider.GetRequiredService<ReleaseQueries>(),
            provider.GetService<PromptRunner>() is { } runner ? new ResolutionProposer(runner, provider.GetRequiredService<PromptLibrary>()) : null))
        .AddSingleton<GatherDigest>().AddSingleton<PublishDigest>().AddSingleton<IntegrityCheck>().AddSingleton<RedactDocument>().AddSingleton<BackUp>().AddSingleton<RereadClaims>().AddSingleton<PrepareDatabase>().AddSingleton<CheckText>().AddSingleton<ExportSnapshot>();
}

using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.Pipeline;

/// <summary>Registers the map.</summary>
public static class PipelineServices
{
    /// <summary>Adds the queue, the stage log and the three maps: a document, a release, a digest.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services) => services
        .AddSingleton<ItemQueue>().AddSingleton<StageLog>()
        .AddSingleton<PollSources>().AddSingleton<IngestDocument>().AddSingleton<IngestQueue>()
        .AddSingleton<AssessRelease>().AddSingleton<FixedFlags>().AddSingleton<JudgeCitations>().AddSingleton<ScorePredictions>()
        .AddSingleton<GatherDigest>().AddSingleton<PublishDigest>().AddSingleton<IntegrityCheck>().AddSingleton<BackUp>().AddSingleton<RereadClaims>().AddSingleton<PrepareDatabase>().AddSingleton<CheckText>().AddSingleton<ExportSnapshot>();
}

using HypeWatch.Llm;
using HypeWatch.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Literature;

/// <summary>Registers the room.</summary>
public static class LiteratureServices
{
    /// <summary>Adds the prior-work base, its search and its store.</summary>
    public static IServiceCollection AddLiterature(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new CitationMatcher(LiteratureFile.Load()));
        services.TryAddSingleton(provider => HazardRegister.Load(Path.Combine(provider.GetRequiredService<DataDirectory>().Path, HazardRegister.FileName)));
        services.TryAddSingleton<PriorWorkFinder>();
        services.TryAddSingleton<PriorWorkStore>();
        services.TryAddSingleton<ReferenceLookupStore>();
        services.TryAddSingleton(provider => new WorkVectors(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<DataDirectory>(), provider.GetRequiredService<EmbeddingSettings>(), provider.GetRequiredService<ILogger<WorkVectors>>(),
            provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>()));
        services.TryAddSingleton<WorkSearch>();
        services.TryAddSingleton<NoveltySearch>();
        services.TryAddSingleton<RelatedWorks>();
        return services;
    }
}

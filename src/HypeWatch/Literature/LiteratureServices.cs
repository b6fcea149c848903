using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HypeWatch.Literature;

/// <summary>Registers the room.</summary>
public static class LiteratureServices
{
    /// <summary>Adds the prior-work base, its search and its store.</summary>
    public static IServiceCollection AddLiterature(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new CitationMatcher(LiteratureFile.Load()));
        services.TryAddSingleton<PriorWorkFinder>();
        services.TryAddSingleton<PriorWorkStore>();
        services.TryAddSingleton<WorkSearch>();
        return services;
    }
}

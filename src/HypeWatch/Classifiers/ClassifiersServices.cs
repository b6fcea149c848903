using HypeWatch.Lexicons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HypeWatch.Classifiers;

/// <summary>Registers the room.</summary>
public static class ClassifiersServices
{
    /// <summary>Adds the trained models and what reads with them; more than one room may call it.</summary>
    public static IServiceCollection AddClassifiers(this IServiceCollection services)
    {
        services.TryAddSingleton<LexiconSet>();
        services.TryAddSingleton(_ => new ClassifierSet());   // not by type: the container would take the constructor with a list, and give it an empty one
        services.TryAddSingleton<SentenceFeatures>();
        services.TryAddSingleton<RoleReader>();
        services.TryAddSingleton<CertaintyReader>();
        services.TryAddSingleton<LimitationReader>();
        services.TryAddSingleton<RelationReader>();
        services.TryAddSingleton<PostReader>();
        services.TryAddSingleton<PairFeatures>();
        services.TryAddSingleton<SupportReader>();
        return services;
    }
}

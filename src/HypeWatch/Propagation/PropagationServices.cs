using HypeWatch.Lexicons;
using HypeWatch.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HypeWatch.Propagation;

/// <summary>Registers the propagation room.</summary>
public static class PropagationServices
{
    /// <summary>Adds <see cref="ReleaseGrouper"/>, <see cref="EdgeFinder"/> and the settings of section <c>Propagation</c>.</summary>
    public static IServiceCollection AddPropagation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PropagationSettings>().Bind(configuration.GetSection(PropagationSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => new LexiconSet(Path.Combine(provider.GetRequiredService<DataDirectory>().Path, ActorList.FileName)))
            .AddSingleton(provider => new ReleaseGrouper(provider.GetRequiredService<IOptions<PropagationSettings>>().Value, provider.GetRequiredService<LexiconSet>().Actors))
            .AddSingleton(provider => KnownTexts.Load(provider.GetRequiredService<LexiconSet>().Actors, Path.Combine(provider.GetRequiredService<DataDirectory>().Path, KnownTexts.FileName)))
            .AddSingleton(provider => new InfluenceFinder(provider.GetRequiredService<LexiconSet>().Actors, provider.GetRequiredService<KnownTexts>()))
            .AddSingleton<EdgeFinder>().AddSingleton<ReleaseStore>().AddSingleton<GroupingEditStore>().AddSingleton<VersionChanges>();
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HypeWatch.Sources;

/// <summary>Registers the room.</summary>
public static class SourcesServices
{
    /// <summary>Adds all kinds of sources and the configured list.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var kind in typeof(ISource).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISource))))
            services.AddSingleton(typeof(ISource), kind);
        services.AddOptions<SourceList>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SourceList>, SourceListRules>();
        services.AddSingleton<SourceCatalog>().AddSingleton<SourceHealthStore>().AddSingleton<SourceTrial>();
        return services;
    }
}

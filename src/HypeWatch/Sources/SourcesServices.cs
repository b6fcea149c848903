using HypeWatch.Model;
using HypeWatch.Sources.Apis;
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
        foreach (var kind in Implementations(typeof(ISource)).Where(type => type != typeof(ApiSource))) services.AddSingleton(typeof(ISource), kind);
        foreach (var api in Implementations(typeof(IApi)).Select(type => (IApi)Activator.CreateInstance(type)!))
        {
            services.AddSingleton<ISource>(provider => ActivatorUtilities.CreateInstance<ApiSource>(provider, api));
            if (api is IWorkApi works) services.AddSingleton(works);
        }

        services.AddOptions<SourceList>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SourceList>, SourceListRules>();
        services.AddSingleton<SourceCatalog>().AddSingleton<SourceHealthStore>().AddSingleton<SourceMemory>().AddSingleton<SourceTrial>().AddSingleton<IBibliography, Bibliography>();
        return services;
    }

    private static IEnumerable<Type> Implementations(Type contract) => contract.Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(contract));
}

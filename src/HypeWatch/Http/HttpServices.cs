using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Http;

/// <summary>Registers the room.</summary>
public static class HttpServices
{
    /// <summary>Adds the one web client.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<HttpSettings>().Bind(configuration.GetSection(HttpSettings.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HttpSettings>, HttpSettingsRules>();
        services.AddSingleton<IHostLedger, StoredHostLedger>().AddSingleton<PoliteHttp>();
        return services;
    }
}

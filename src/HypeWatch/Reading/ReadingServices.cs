using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HypeWatch.Reading;

/// <summary>Registration of the reading room.</summary>
public static class ReadingServices
{
    /// <summary>Adds the reader and its settings.</summary>
    /// <param name="services">Where to add.</param>
    /// <param name="configuration">The settings; section <see cref="ReadingOptions.Section"/> is bound and checked at start.</param>
    public static IServiceCollection AddReading(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReadingOptions>().Bind(configuration.GetSection(ReadingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Reader>().AddSingleton<VersionStore>();
        return services;
    }
}

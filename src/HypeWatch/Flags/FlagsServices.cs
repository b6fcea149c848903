using HypeWatch.Lexicons;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Flags;

/// <summary>Registers the room.</summary>
public static class FlagsServices
{
    /// <summary>Adds the taxonomy and the assessor with its detectors.</summary>
    public static IServiceCollection AddFlags(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<LexiconSet>();
        services.TryAddSingleton(_ => Taxonomy.Load());
        services.AddSingleton<IValidateOptions<FlagsOptions>, FlagsOptionsCheck>();
        services.AddOptions<FlagsOptions>().Bind(configuration.GetSection(FlagsOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(provider => FlagAssessor.WithAllDetectors(
            provider.GetRequiredService<Taxonomy>(), provider.GetRequiredService<LexiconSet>(), provider.GetRequiredService<IOptions<FlagsOptions>>().Value));
        return services;
    }
}

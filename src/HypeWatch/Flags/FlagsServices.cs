using HypeWatch.Lexicons;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Flags;

/// <summary>Registers the room.</summary>
public static class FlagsServices
{
    /// <summary>Adds the taxonomy, the assessor and every detector of the assembly.</summary>
    public static IServiceCollection AddFlags(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<LexiconSet>();
        services.TryAddSingleton(_ => Taxonomy.Load());
        services.AddSingleton<IValidateOptions<FlagsOptions>, FlagsOptionsCheck>();
        services.AddOptions<FlagsOptions>().Bind(configuration.GetSection(FlagsOptions.Section)).ValidateOnStart();
        foreach (var detector in DetectorTypes) services.AddSingleton(typeof(IFlagDetector), detector);
        services.TryAddSingleton(provider => new FlagAssessor(
            [.. provider.GetServices<IFlagDetector>()], provider.GetRequiredService<Taxonomy>(), provider.GetRequiredService<LexiconSet>(),
            provider.GetRequiredService<IOptions<FlagsOptions>>().Value));
        return services;
    }

    /// <summary>Every detector of the assembly: the one place where they are found.</summary>
    internal static IEnumerable<Type> DetectorTypes =>
        typeof(IFlagDetector).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFlagDetector)))
            .OrderBy(type => type.Name, StringComparer.Ordinal);
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.Queries;

/// <summary>Registers the room.</summary>
public static class QueryServices
{
    /// <summary>Adds the read side.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">Holds the section <c>Sql</c>.</param>
    public static IServiceCollection AddQueries(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SqlSettings>().Bind(configuration.GetSection(SqlSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<ClaimQueries>().AddSingleton<FlagQueries>().AddSingleton<LineageQueries>().AddSingleton<PeriodQueries>().AddSingleton<ReleaseQueries>().AddSingleton<PromiseQueries>()
            .AddSingleton<SqlQueries>();
    }
}

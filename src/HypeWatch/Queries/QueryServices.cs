using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.Queries;

/// <summary>Registers the room.</summary>
public static class QueryServices
{
    /// <summary>Adds the read side.</summary>
    public static IServiceCollection AddQueries(this IServiceCollection services) => services.AddSingleton<ClaimQueries>().AddSingleton<FlagQueries>().AddSingleton<PeriodQueries>();
}

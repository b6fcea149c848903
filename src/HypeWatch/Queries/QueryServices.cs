using HypeWatch.Queries.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.Queries;

/// <summary>Registers the room.</summary>
public static class QueryServices
{
    /// <summary>Adds the read side.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">Holds the sections <c>Sql</c> and <c>Queries</c>.</param>
    /// <param name="flagCodes">The codes of the kinds of flags.</param>
    public static IServiceCollection AddQueries(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<string> flagCodes)
    {
        services.AddOptions<QuerySettings>().Bind(configuration.GetSection(QuerySettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(new QueryTables(flagCodes)).AddSingleton<QueryParser>().AddSingleton<TableReader>();
        services.AddOptions<SqlSettings>().Bind(configuration.GetSection(SqlSettings.Section)).ValidateDataAnnotations()
            .Validate(sql => sql.Stored.Keys.All(name => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')), "Sql:Stored: a name holds letters, digits and hyphens alone").ValidateOnStart();
        return services.AddSingleton<AttentionQueries>().AddSingleton<ClaimQueries>().AddSingleton<FlagQueries>().AddSingleton<LineageQueries>().AddSingleton<PeriodQueries>().AddSingleton<ReleaseQueries>().AddSingleton<PromiseQueries>()
            .AddSingleton<SqlQueries>().AddSingleton<TextQueries>().AddSingleton<FrozenClaims>().AddSingleton<WorkQueries>();
    }
}

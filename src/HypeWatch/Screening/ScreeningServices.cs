using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.Screening;

/// <summary>Registers the room.</summary>
public static class ScreeningServices
{
    /// <summary>Adds the screener and its store.</summary>
    public static IServiceCollection AddScreening(this IServiceCollection services) =>
        services.AddSingleton<TopicTerms>().AddSingleton<Screener>().AddSingleton<ScreeningStore>();
}

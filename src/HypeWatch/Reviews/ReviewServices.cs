using HypeWatch.Lexicons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HypeWatch.Reviews;

/// <summary>Registers the room.</summary>
public static class ReviewServices
{
    /// <summary>Adds the rule and the store.</summary>
    public static IServiceCollection AddReviews(this IServiceCollection services)
    {
        services.TryAddSingleton<LexiconSet>();
        services.TryAddSingleton(provider => new ReviewRule(provider.GetRequiredService<LexiconSet>().Actors));
        services.TryAddSingleton<ReviewStore>();
        services.TryAddSingleton<ReplyStore>();
        return services;
    }
}

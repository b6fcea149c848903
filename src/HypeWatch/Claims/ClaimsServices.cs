using HypeWatch.Lexicons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HypeWatch.Claims;

/// <summary>Registers the room.</summary>
public static class ClaimsServices
{
    /// <summary>Adds the offline engine, the model engine where a model is configured, and the store; needs the rooms Llm and Storage.</summary>
    public static IServiceCollection AddClaims(this IServiceCollection services)
    {
        services.TryAddSingleton<LexiconSet>();
        services.AddSingleton<ClaimCues>().AddSingleton<ClaimTyper>().AddSingleton<ScopeReader>().AddSingleton<CertaintyRater>().AddSingleton<CaveatReader>();
        services.AddSingleton<OfflineClaimEngine>().AddSingleton<ClaimStore>();
        return services.AddSingleton(provider =>
        {
            var offline = provider.GetRequiredService<OfflineClaimEngine>();
            return new ClaimExtractor(
                offline, ModelClaimEngine.From(provider, offline, provider.GetRequiredService<ScopeReader>().Read, provider.GetRequiredService<CertaintyRater>().Rate));
        });
    }
}

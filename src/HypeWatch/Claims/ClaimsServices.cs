using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Llm;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Claims;

/// <summary>Registers the room.</summary>
public static class ClaimsServices
{
    /// <summary>Adds the offline engine, the model engine where a model is configured, and the store; needs the rooms Llm and Storage.</summary>
    public static IServiceCollection AddClaims(this IServiceCollection services)
    {
        services.TryAddSingleton<LexiconSet>();
        services.AddClassifiers();
        services.AddSingleton<ClaimCues>().AddSingleton<ClaimTyper>().AddSingleton<ScopeReader>().AddSingleton<CertaintyRater>().AddSingleton<CaveatReader>();
        services.AddSingleton<ICandidatePassages, ScreenedPassages>().AddSingleton<PassageRoles>().AddSingleton<OfflineClaimEngine>().AddSingleton<ClaimStore>();
        return services.AddSingleton(provider =>
        {
            var offline = provider.GetRequiredService<OfflineClaimEngine>();
            return new ClaimExtractor(
                offline, ModelClaimEngine.From(provider, offline, provider.GetRequiredService<ScopeReader>().Read, provider.GetRequiredService<CertaintyRater>().Rate), provider.GetRequiredService<LexiconSet>().Actors);
        });
    }

    /// <summary>The model engine without a container, for whoever measures it.</summary>
    internal static ModelClaimEngine OnModel(LexiconSet lexicons, PromptRunner runner, LlmSettings settings)
    {
        var cues = new ClaimCues();
        var certainty = new CertaintyRater(lexicons, cues, new CertaintyReader(new ClassifierSet(), new SentenceFeatures(lexicons)));
        return new(
            runner, PromptLibrary.Embedded(), settings, new ScreenedPassages(lexicons, cues, new RelationReader()), new(new ScopeReader(lexicons).Read, certainty.Rate, lexicons), Offline(lexicons),
            NullLogger<ModelClaimEngine>.Instance);
    }

    /// <summary>The offline engine without a container, for whoever measures it.</summary>
    internal static OfflineClaimEngine Offline(LexiconSet lexicons)
    {
        var cues = new ClaimCues();
        var models = new ClassifierSet();
        var features = new SentenceFeatures(lexicons);
        return new(
            new(lexicons, cues, new()), new(lexicons), new(lexicons, cues, new CertaintyReader(models, features)), new(lexicons, new(models, features)), cues, new(new(models, features), new(models, features, new())), lexicons);
    }
}

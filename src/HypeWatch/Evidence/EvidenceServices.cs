using HypeWatch.Lexicons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HypeWatch.Evidence;

/// <summary>Registers the room.</summary>
public static class EvidenceServices
{
    /// <summary>Adds the linker, the assessor and the store; needs the room Literature.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.TryAddSingleton<LexiconSet>();
        services.TryAddSingleton<CitationPurposeReader>();
        services.TryAddSingleton<EvidenceLinker>();
        services.TryAddSingleton<SupportAssessor>();
        services.TryAddSingleton<EvidenceStore>();
        return services;
    }
}

using HypeWatch.Classifiers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HypeWatch.Evidence;

/// <summary>Registers the room.</summary>
public static class EvidenceServices
{
    /// <summary>Adds the linker, the assessor and the store; needs the room Literature.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddClassifiers();
        services.TryAddSingleton<CitationPurposeReader>();
        services.TryAddSingleton<SupportJudge>();
        services.TryAddSingleton<EvidenceLinker>();
        services.TryAddSingleton<SupportAssessor>();
        services.TryAddSingleton<EvidenceStore>();
        services.TryAddSingleton<InventoryReader>();
        return services;
    }
}

using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>Runs all detectors of the product over a dossier.</summary>
internal static class Assessment
{
    private static readonly FlagAssessor Assessor = FlagAssessor.WithAllDetectors(Taxonomy.Load(), new(), new());

    public static FlagReport Assess(this DossierBuilder builder)
    {
        var report = Assessor.Assess(builder.Build());
        Assert.Empty(report.Failures);
        return report;
    }

    /// <summary>The flags that stand, suppressed ones left out.</summary>
    public static IReadOnlyList<Flag> Raised(this DossierBuilder builder) => [.. builder.Assess().Flags.Where(flag => flag.Status != FlagStatus.Suppressed)];

    /// <summary>The flags of one code that stand.</summary>
    public static IReadOnlyList<Flag> Raised(this DossierBuilder builder, string code) => [.. builder.Raised().Where(flag => flag.Code == code)];

    /// <summary>The codes that stand, without notes on context.</summary>
    public static string Codes(this DossierBuilder builder) =>
        string.Join(' ', builder.Raised().Where(flag => flag.Kind != FlagKind.Context).Select(flag => flag.Code).Distinct().Order(StringComparer.Ordinal));
}

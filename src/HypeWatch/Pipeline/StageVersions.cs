using HypeWatch.Claims;
using HypeWatch.Evidence;
using HypeWatch.Reading;
using HypeWatch.Screening;

namespace HypeWatch.Pipeline;

/// <summary>The version under which each stage's results are kept. A stage's version holds those of the stages before it, so that raising one runs all later ones again.</summary>
internal static class StageVersions
{
    public static string Read { get; } = FormattableString.Invariant($"r{Reader.StageVersion}");

    public static string Screen { get; } = FormattableString.Invariant($"{Read}.s{Screener.StageVersion}");

    /// <summary>The version of a verdict; one of a document that is to be read whatever its topic is kept apart.</summary>
    public static string Screened(bool anyTopic) => anyTopic ? $"{Screen}.any" : Screen;

    public static string Claims(ClaimExtractor claims) => $"{Screen}.c{claims.EngineKey}";

    public static string Evidence(ClaimExtractor claims) => FormattableString.Invariant($"{Claims(claims)}.e{EvidenceLinker.StageVersion}");
}

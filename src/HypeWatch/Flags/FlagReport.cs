using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>What the assessment of a release gave.</summary>
/// <param name="Flags">All flags, suppressed ones included, the gravest first.</param>
/// <param name="Failures">Detectors that threw; the others ran.</param>
public sealed record FlagReport(IReadOnlyList<Flag> Flags, IReadOnlyList<DetectorFailure> Failures);

/// <summary>A detector that could not finish.</summary>
/// <param name="Code">Its flag code.</param>
/// <param name="Message">What went wrong.</param>
public sealed record DetectorFailure(string Code, string Message);

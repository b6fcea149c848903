using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// Raises findings of one flag code. Pure: a dossier in, findings out, no clock, no network, no database. Severity, exculpation and confidence are
/// applied afterwards in one place for all (<see cref="FlagAssessor"/>). A detector is one file; it is found by scanning the assembly.
/// </summary>
public interface IFlagDetector
{
    /// <summary>OC01 … OC24.</summary>
    string Code { get; }

    /// <summary>Raised when its rules change.</summary>
    int Version { get; }

    /// <summary>Looks at a dossier.</summary>
    IEnumerable<Finding> Examine(Dossier dossier);
}

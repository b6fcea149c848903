namespace HypeWatch.Model;

/// <summary>What became of a claim from one version of a document to a later one.</summary>
public enum ClaimChangeKind
{
    /// <summary>It says less, or less surely.</summary>
    Softened,
    /// <summary>It says more, or more surely.</summary>
    Strengthened,
    /// <summary>It says the same in other words.</summary>
    Reworded,
    /// <summary>It gives another number, and else says the same.</summary>
    NumberChanged,
    /// <summary>It is no longer there.</summary>
    Removed,
    /// <summary>It was not there before.</summary>
    Added,
}

/// <summary>A claim that differs between two versions of a document.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">As it stood; null for an added one.</param>
/// <param name="After">As it stands; null for a removed one.</param>
/// <param name="Changes">The words in which both wordings differ.</param>
public sealed record ClaimChange(ClaimChangeKind Kind, Claim? Before, Claim? After, IReadOnlyList<EdgeChange> Changes);

namespace HypeWatch.Model;

/// <summary>What an experiment is made of.</summary>
public enum InventoryKind
{
    /// <summary>A model.</summary>
    Model,
    /// <summary>A layer or site in a model.</summary>
    Layer,
    /// <summary>A dataset.</summary>
    Dataset,
    /// <summary>A task.</summary>
    Task,
    /// <summary>What it is compared with.</summary>
    Baseline,
    /// <summary>A control.</summary>
    Control,
    /// <summary>A number of cases.</summary>
    SampleSize,
    /// <summary>How the cases were chosen.</summary>
    Sampling,
    /// <summary>An interval, an error or a test.</summary>
    Uncertainty,
    /// <summary>A number of seeds or repeated runs.</summary>
    Seeds,
}

/// <summary>Where something is named.</summary>
/// <param name="Version">The version.</param>
/// <param name="Span">The naming words in its text.</param>
public sealed record InventoryPlace(VersionId Version, Span Span);

/// <summary>Something that the experiments of a release name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">Its words where it is first named, verbatim.</param>
/// <param name="Places">All places that name it in the same words, whatever their case.</param>
public sealed record InventoryEntry(InventoryKind Kind, string Words, IReadOnlyList<InventoryPlace> Places);

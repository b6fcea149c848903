namespace HypeWatch.Sources;

/// <summary>A secret that a kind of source asks for.</summary>
/// <param name="Setting">Name of the setting, for example <c>Keys:SemanticScholar</c>.</param>
/// <param name="WhereHad">Where one gets it, and what it costs.</param>
/// <param name="IsRequired">Whether the source is off without it.</param>
public sealed record SourceKey(string Setting, string WhereHad, bool IsRequired = true);

/// <summary>What must be set before a kind of source can be asked.</summary>
/// <param name="Address">Its usual address; null when the entry must name one.</param>
/// <param name="Queries">What <see cref="SourceSettings.Queries"/> means for it; null when it takes none.</param>
public sealed record SourceNeeds(string? Address = null, string? Queries = null)
{
    /// <summary>Nothing but an http(s) address.</summary>
    public static SourceNeeds None { get; } = new();

    /// <summary>Keys that it takes.</summary>
    public IReadOnlyList<SourceKey> Keys { get; init; } = [];

    /// <summary>Whether it asks nothing without <see cref="SourceSettings.Queries"/>.</summary>
    public bool RequiresQueries { get; init; }

    /// <summary>Whether the service wants to know whom to write to.</summary>
    public bool RequiresContact { get; init; }

    /// <summary>Whether each answer costs money, so that <see cref="SourceSettings.MonthlyBudget"/> must be set.</summary>
    public bool CostsMoney { get; init; }

    /// <summary>Whether its address is a folder of this machine.</summary>
    public bool IsFolder { get; init; }
}

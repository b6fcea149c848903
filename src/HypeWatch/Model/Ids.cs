namespace HypeWatch.Model;

/// <summary>An identifier over text, so that ids of different records cannot be mistaken for each other.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITextId<TSelf> where TSelf : struct, ITextId<TSelf>
{
    /// <summary>The opaque text, for example <c>clm-2f0c…</c>.</summary>
    string Value { get; }

    /// <summary>Wraps a text that was stored before.</summary>
    static abstract TSelf From(string value);
}

/// <summary>Identifies a <see cref="Document"/>.</summary>
public readonly record struct DocumentId(string Value) : ITextId<DocumentId>
{
    /// <inheritdoc/>
    public static DocumentId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a <see cref="Snapshot"/>.</summary>
public readonly record struct SnapshotId(string Value) : ITextId<SnapshotId>
{
    /// <inheritdoc/>
    public static SnapshotId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a <see cref="DocumentVersion"/>.</summary>
public readonly record struct VersionId(string Value) : ITextId<VersionId>
{
    /// <inheritdoc/>
    public static VersionId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a <see cref="Claim"/>.</summary>
public readonly record struct ClaimId(string Value) : ITextId<ClaimId>
{
    /// <inheritdoc/>
    public static ClaimId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a <see cref="Caveat"/>.</summary>
public readonly record struct CaveatId(string Value) : ITextId<CaveatId>
{
    /// <inheritdoc/>
    public static CaveatId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies an <see cref="EvidenceLink"/>.</summary>
public readonly record struct EvidenceId(string Value) : ITextId<EvidenceId>
{
    /// <inheritdoc/>
    public static EvidenceId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a <see cref="PriorWork"/>, for example <c>lipton2016</c>.</summary>
public readonly record struct WorkId(string Value) : ITextId<WorkId>
{
    /// <inheritdoc/>
    public static WorkId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies an <see cref="Actor"/>.</summary>
public readonly record struct ActorId(string Value) : ITextId<ActorId>
{
    /// <inheritdoc/>
    public static ActorId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a <see cref="Release"/>.</summary>
public readonly record struct ReleaseId(string Value) : ITextId<ReleaseId>
{
    /// <inheritdoc/>
    public static ReleaseId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a <see cref="PropagationEdge"/>.</summary>
public readonly record struct EdgeId(string Value) : ITextId<EdgeId>
{
    /// <inheritdoc/>
    public static EdgeId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a <see cref="Flag"/>.</summary>
public readonly record struct FlagId(string Value) : ITextId<FlagId>
{
    /// <inheritdoc/>
    public static FlagId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a <see cref="PredictionSet"/>.</summary>
public readonly record struct PredictionSetId(string Value) : ITextId<PredictionSetId>
{
    /// <inheritdoc/>
    public static PredictionSetId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

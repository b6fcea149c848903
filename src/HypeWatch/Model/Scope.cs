namespace HypeWatch.Model;

/// <summary>
/// A point in the scope lattice (specification 2.5): one level per axis, <see langword="null"/> where the text says nothing about that axis.
/// </summary>
/// <param name="Model">M0 one neuron, feature or head … M6 neural networks, AI.</param>
/// <param name="Data">D0 one input … D5 any input.</param>
/// <param name="Concept">K0 one concept … K4 all computation.</param>
/// <param name="Deployment">P0 offline … P4 society.</param>
/// <param name="Generic">A bare plural without quantifier ("features are …").</param>
public sealed record Scope(int? Model, int? Data, int? Concept, int? Deployment, bool Generic = false)
{
    /// <summary>Nothing is known on any axis.</summary>
    public static Scope Unknown { get; } = new(null, null, null, null);

    /// <summary>The largest number of levels by which this scope exceeds <paramref name="other"/> on an axis that both know; null when they share none.</summary>
    public int? ExcessOver(Scope other)
    {
        int?[] gaps = [Model - other.Model, Data - other.Data, Concept - other.Concept, Deployment - other.Deployment];
        return gaps.Max();
    }

    /// <summary>Whether this scope is nowhere broader than <paramref name="other"/> on the axes that both know.</summary>
    public bool IsWithin(Scope other) => ExcessOver(other) is null or <= 0;

    /// <summary>The least scope that covers both, for evidence pooled from several experiments.</summary>
    public Scope Join(Scope other) =>
        new(Larger(Model, other.Model), Larger(Data, other.Data), Larger(Concept, other.Concept), Larger(Deployment, other.Deployment), Generic || other.Generic);

    /// <inheritdoc/>
    public override string ToString()
    {
        string?[] known = [Show('M', Model), Show('D', Data), Show('K', Concept), Show('P', Deployment), Generic ? "generic" : null];
        return string.Join(' ', known.OfType<string>());
    }

    private static int? Larger(int? a, int? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);

    private static string? Show(char axis, int? level) => level is null ? null : FormattableString.Invariant($"{axis}{level}");
}

namespace HypeWatch.Propagation;

/// <summary>A word that sets how much a sentence puts forward.</summary>
/// <param name="Words">As it stands.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Weight">How much it adds or takes.</param>
internal sealed record Cue(string Words, int At, int Weight);

/// <summary>How much a wording puts forward, on the axes on which two wordings of one proposition are compared. Only differences mean anything.</summary>
/// <param name="Certainties">Hedges, below 0, and boosters and words of closure.</param>
/// <param name="Extents">From "a few" to "all"; a bare statement stands between "most" and "all".</param>
/// <param name="Narrowings">Conditions, contrasts and settings, and below 0 what says that there are none.</param>
/// <param name="Relations">Words by which things go together, 0, or one makes the other, 1.</param>
internal sealed record Reach(IReadOnlyList<Cue> Certainties, IReadOnlyList<Cue> Extents, IReadOnlyList<Cue> Narrowings, IReadOnlyList<Cue> Relations)
{
    private const double MostCertainty = 2, BoosterShare = 0.5;

    /// <summary>Hedges lower it, boosters and words of closure raise it.</summary>
    public double Certainty => Math.Min(MostCertainty, Certainties.Where(cue => cue.Weight > 0).Sum(cue => cue.Weight) * BoosterShare) - Math.Min(MostCertainty, -Certainties.Where(cue => cue.Weight < 0).Sum(cue => cue.Weight));

    /// <summary>How many conditions, contrasts and settings narrow it.</summary>
    public int Restrictions => Narrowings.Sum(cue => cue.Weight);

    /// <summary>Two wordings without the words that both have: what stands in both is no difference, and must not hide one.</summary>
    public static (Reach From, Reach To) Apart(Reach from, Reach to)
    {
        var (extentsFrom, extentsTo) = Apart(from.Extents, to.Extents);
        var (certaintiesFrom, certaintiesTo) = Apart(from.Certainties, to.Certainties);
        var (narrowingsFrom, narrowingsTo) = Apart(from.Narrowings, to.Narrowings);
        return (new(certaintiesFrom, extentsFrom, narrowingsFrom, from.Relations), new(certaintiesTo, extentsTo, narrowingsTo, to.Relations));
    }

    private static (IReadOnlyList<Cue> From, IReadOnlyList<Cue> To) Apart(IReadOnlyList<Cue> from, IReadOnlyList<Cue> to)
    {
        var (left, right) = (from.ToList(), to.ToList());
        foreach (var cue in from)
            if (right.FindIndex(other => other.Words.Equals(cue.Words, StringComparison.OrdinalIgnoreCase)) is >= 0 and var same)
            {
                right.RemoveAt(same);
                left.Remove(cue);
            }

        return (left, right);
    }
}

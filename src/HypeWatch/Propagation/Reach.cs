namespace HypeWatch.Propagation;

/// <summary>How much a wording puts forward, on the axes on which two wordings of one proposition are compared. Only differences mean anything.</summary>
/// <param name="Certainty">Hedges lower it, boosters and words of closure raise it.</param>
/// <param name="Extent">From "a few" to "all"; a bare statement stands between "most" and "all".</param>
/// <param name="Restrictions">How many conditions, contrasts and settings narrow it.</param>
/// <param name="CertaintyWords">The words that set the certainty.</param>
/// <param name="ExtentWords">The words that set the extent.</param>
/// <param name="RestrictionWords">The words that narrow.</param>
internal sealed record Reach(
    double Certainty, double Extent, int Restrictions, IReadOnlyList<string> CertaintyWords, IReadOnlyList<string> ExtentWords, IReadOnlyList<string> RestrictionWords);

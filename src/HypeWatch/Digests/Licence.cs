using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>How much strength and certainty evidence of each warrant licenses (specification 2.4).</summary>
internal static class Licence
{
    /// <summary>The most that may be asserted.</summary>
    public static Strength MaxStrength(Warrant warrant) => (Strength)Math.Min((int)warrant, (int)Strength.Explanation);

    /// <summary>The surest that it may sound.</summary>
    public static Certainty MaxCertainty(Warrant warrant) => warrant switch
    {
        Warrant.None => Certainty.Tentative,
        Warrant.SelectedExamples or Warrant.Sample => Certainty.Plain,
        Warrant.Controlled or Warrant.SeriousBaseline => Certainty.Emphatic,
        _ => Certainty.Absolute,
    };

    /// <summary>Whether a claim stays within its evidence.</summary>
    public static bool Covers(Warrant warrant, Claim claim) => claim.Strength <= MaxStrength(warrant) && claim.Certainty <= MaxCertainty(warrant);
}

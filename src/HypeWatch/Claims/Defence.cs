using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Which claims get a defender, and what the defender is shown of the first reading.</summary>
internal static class Defence
{
    /// <summary>Whether a claim is prominent, or such that a rule may flag it.</summary>
    public static bool IsDue(Claim claim) =>
        !claim.Is(ClaimType.SelfLimitation)
        && (claim.IsHeadline || claim.Place is Place.Promo
            || (claim.Mode is not (AssertMode.Aspires or AssertMode.Asks)
                && (claim.Strength >= Strength.Explanation || claim.Certainty >= Certainty.Emphatic || claim.Is(ClaimType.Novelty, ClaimType.SafetyImplication, ClaimType.Completeness))));

    /// <summary>The claim's words without case and marks: claims that agree in them share one verdict.</summary>
    public static string Words(Claim claim) => string.Concat(claim.Quote.Where(c => char.IsLetterOrDigit(c) || c == ' ')).ToUpperInvariant() + $"|{claim.Mode}";

    /// <summary>The first reading on one line.</summary>
    public static string Show(Claim claim) =>
        $"{string.Join(' ', claim.Types.Select(type => type.ToCode()))}; {claim.Strength.ToCode()}; {claim.Certainty.ToCode()}; {claim.Mode.ToCode()}; {claim.Polarity.ToCode()}";
}

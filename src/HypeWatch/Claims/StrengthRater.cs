using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Reads how much a claim asserts (specification 2.2) from its types, its voice and its certainty.</summary>
public static class StrengthRater
{
    /// <summary>Rates a claim.</summary>
    /// <param name="types">Its types, main type first.</param>
    /// <param name="certainty">How sure it sounds.</param>
    /// <param name="mode">In what voice it stands.</param>
    /// <param name="polarity">Whether it affirms or denies; a denial asserts a regularity at most.</param>
    /// <param name="isAgainstExpectation">Whether what it compares with is only what somebody expected, which is no alternative.</param>
    public static Strength Rate(IReadOnlyList<ClaimType> types, Certainty certainty, AssertMode mode, Polarity polarity, bool isAgainstExpectation = false)
    {
        if (mode is AssertMode.Asks or AssertMode.Aspires or AssertMode.Hypothesises || types[0] is ClaimType.SelfLimitation or ClaimType.Aspiration) return Strength.Aspiration;
        var strength = types.Max(type => type is ClaimType.Comparative && isAgainstExpectation ? Strength.Regularity : Anchor(type));
        if (polarity is Polarity.Negative && strength > Strength.Regularity) return Strength.Regularity;
        // A claim that only might hold asserts no more than that it happens.
        return certainty <= Certainty.Speculative && strength > Strength.Existence ? Strength.Existence : strength;
    }

    private static Strength Anchor(ClaimType type) => type switch
    {
        ClaimType.Completeness => Strength.Closure,
        ClaimType.Comparative or ClaimType.Mechanism or ClaimType.SafetyImplication => Strength.Explanation,
        ClaimType.CausalEffect or ClaimType.Utility => Strength.ControlledEffect,
        ClaimType.Existence => Strength.Existence,
        ClaimType.SelfLimitation or ClaimType.Aspiration => Strength.Aspiration,
        _ => Strength.Regularity,
    };
}

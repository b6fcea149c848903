using HypeWatch.Model;

namespace HypeWatch.App.Cli;

/// <summary>What is claimed above what the evidence licenses, as two rows of marks: the gap between them is the argument (design, signature).</summary>
internal static class ScalePair
{
    private const int Levels = 6;

    /// <summary>The claimed strength, S0 to S5, as <c>····●·</c>.</summary>
    public static string Claimed(Strength strength) => Marks((int)strength);

    /// <summary>The strength that the best evidence licenses; <c>not checked</c> where it could not be judged.</summary>
    public static string Licensed(Warrant? warrant) => warrant is { } known ? Marks(LicensedStrength(known)) : "not checked";

    /// <summary>A severity, 0 to 5, as marks filled up to the level.</summary>
    public static string Severity(int severity) => new string('■', severity) + new string('□', Math.Max(0, 5 - severity));

    // Specification 2.4: the table of what each warrant licenses; W5 licenses S4, and S5 only for the proven statement itself.
    private static int LicensedStrength(Warrant warrant) => Math.Min((int)warrant, (int)Strength.Explanation);

    private static string Marks(int level) => string.Concat(Enumerable.Range(0, Levels).Select(i => i == level ? '●' : '·'));
}

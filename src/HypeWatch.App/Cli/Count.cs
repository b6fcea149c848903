namespace HypeWatch.App.Cli;

/// <summary>A number with its noun.</summary>
internal static class Count
{
    /// <summary>For example <c>1 claim</c> or <c>2 claims</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">What, in the singular; its plural ends in s.</param>
    public static string Of(int number, string noun) => FormattableString.Invariant($"{number} {noun}{(number == 1 ? "" : "s")}");
}

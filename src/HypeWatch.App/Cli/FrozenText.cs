using System.Globalization;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary>Prints a claim that is no longer read, or whose text was taken out: what it was, where it stood, and what became of it.</summary>
internal static class FrozenText
{
    /// <summary>Why it is not shown as it was, in one sentence.</summary>
    public static string Why(FrozenClaim claim) => claim.Redaction is { } redaction
        ? string.Create(CultureInfo.InvariantCulture, $"its text was taken out on {redaction.At.UtcDateTime:yyyy-MM-dd}: {redaction.Reason}")
        : claim.GoneAt is { } gone ? string.Create(CultureInfo.InvariantCulture, $"it is no longer read as a claim since {gone.UtcDateTime:yyyy-MM-dd}") : "it stands in an earlier version of its text";

    /// <summary>Prints it.</summary>
    public static void Print(Terminal terminal, FrozenClaim claim)
    {
        if (claim.Claim.Quote.Length > 0) terminal.Quote(claim.Claim.Quote);
        terminal.Line($"{claim.Claim.Id}: {Why(claim)}");
        terminal.Note($"{claim.Claim.Asserter}, in {claim.Document.Title} ({claim.Document.Published}), {claim.Document.Url}");
        terminal.Note($"SHA-256 of the text {claim.TextSha256}");
        foreach (var flag in claim.Flags) terminal.Note($"flag {flag["id"]}: {flag["code"]}, then {flag["status"]}");
    }
}

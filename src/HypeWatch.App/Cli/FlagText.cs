
using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary>A flag in words. Nobody meets a judgement before the words it is about, nor without what speaks for the asserter (design, voice).</summary>
internal static class FlagText
{
    private static readonly Taxonomy Names = Taxonomy.Load();

    /// <summary>Prints a flag with both quotes.</summary>
    public static void Print(Terminal terminal, FlagView view)
    {
        var flag = view.Flag;
        terminal.Heading($"{flag.Code} {Names[flag.Code].Name}{(flag.Subtype is { } subtype ? $" ({subtype})" : "")} · {flag.Asserter} · {view.Document.Published}");
        foreach (var quote in flag.Quotes)
        {
            terminal.Note(quote.Role + ":");
            terminal.Quote(quote.Quote);
        }

        if (view.Claim is { } claim)
        {
            terminal.Aligned($"claimed  {ScalePair.Claimed(claim.Claim.Strength)} {claim.Claim.Strength.ToCode()}");
            terminal.Aligned($"licensed {ScalePair.Licensed(claim.Warrant)}{(claim.Warrant is { } warrant ? $" {warrant.ToCode()}" : "")}");
        }

        terminal.Note(flag.Rationale);
        foreach (var (caveat, proximity) in view.Caveats.Select(caveat => (caveat.Caveat, caveat.Proximity)).Take(2))
        {
            terminal.Note($"caveat by the same author ({ClaimText.Words(caveat.Place)}, {proximity.ToCode()}):");
            terminal.Quote(caveat.Quote);
        }

        if (Strongest(flag.Exculpations) is { } best) terminal.Note($"speaks for the authors ({best.Kind.ToCode()}, {ClaimText.Words(best.Verdict)}): {best.Text}");
        else terminal.Note($"speaks for the authors: {(flag.SearchComplete ? "none found" : "not checked in full")} ({flag.Searches.Count} searches)");
        terminal.Note(FormattableString.Invariant(
            $"severity {ScalePair.Severity(flag.Severity)} {flag.Severity} of 5, {(flag.Severity == 0 ? "outweighed by the authors' own caveats" : Names.SeverityWords[flag.Severity - 1])} · confidence {flag.Confidence:0.00} · {ClaimText.Words(flag.Kind)} · {ClaimText.Words(flag.Status)}{(flag.RaisedBy == RaisedBy.Critic ? $" · {ClaimText.ByCritic}" : "")}"));
        terminal.Note($"{view.Document.Url}  {flag.Id}");
        terminal.Line();
    }

    private static Exculpation? Strongest(IReadOnlyList<Exculpation> found) => found.OrderBy(exculpation => exculpation.Verdict).FirstOrDefault();
}

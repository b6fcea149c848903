using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary>A claim in words: the quote first, then who said it where and when, then what it rests on.</summary>
internal static class ClaimText
{
    /// <summary>What stands beside a flag that a critique raised.</summary>
    public const string ByCritic = "raised by a published critique, not by this program";

    /// <summary>Who holds that a flag stands, in words.</summary>
    public static string HeldBy(FlagSupport support) => support switch
    {
        FlagSupport.Model => "a language model proposes it, no rule does",
        FlagSupport.Both => "rules and a language model hold it",
        FlagSupport.BothUpheld => "rules and a language model hold it, and a second reading found nothing that answers it",
        FlagSupport.Critic => "a published critique holds it",
        _ => "the rules hold it",
    };

    /// <summary>Prints a claim.</summary>
    public static void Print(Terminal terminal, ClaimView view)
    {
        var claim = view.Claim;
        terminal.Quote(claim.Quote);
        terminal.Note($"{claim.Asserter}, {Words(claim.Place)}, {view.Document.Published}, {view.Document.Url}");
        terminal.Aligned($"claimed  {ScalePair.Claimed(claim.Strength)} {claim.Strength.ToCode()}  {claim.Certainty.ToCode()}  {string.Join('+', claim.Types.Select(type => type.ToCode()))}  {claim.Scope}");
        terminal.Aligned($"licensed {ScalePair.Licensed(view.Warrant)}{(view.Warrant is { } warrant ? $" {warrant.ToCode()}" : "")}  {claim.Id}");
        terminal.Line();
    }

    /// <summary>A work that a claim cites, with what its text says to the claim.</summary>
    public static string Words(CitedView cited)
    {
        var (support, said) = (cited.Support, cited.Support.Said);
        var state = cited.State is { } then ? $" ({Words(then)} at the time)" : "";
        var how = said.Kind is { } kind ? $", by its {Words(kind)}, read by {support.Reader}" : "";
        return $"{cited.Title}{state}, {support.Work}, cited for {Words(support.Purpose)}: {Words(said.Verdict)}{how}";
    }

    /// <summary>A code in words.</summary>
    public static string Words<T>(T code) where T : struct, Enum => code.ToCode().Replace('_', ' ');
}

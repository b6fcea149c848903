using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.App.Cli;

/// <summary>What texts about a release say came of it, in words for a terminal and for pages.</summary>
internal static class InfluenceText
{
    /// <summary>That it is said, and not shown.</summary>
    public const string Caution = "This is what the text says. Whoever made the later claim owns what it says beyond the earlier one.";

    /// <summary>Prints it under a heading of its own; nothing where nobody says so.</summary>
    public static void Print(Terminal terminal, IReadOnlyList<InfluenceView> influences)
    {
        if (influences.Count == 0) return;
        terminal.Heading("Said to have led to other texts");
        foreach (var said in influences.GroupBy(influence => (influence.Influence.Version, influence.Influence.Span)))
        {
            terminal.Note($"in {said.First().ToldIn.Title} ({said.First().ToldIn.Published}):");
            terminal.Quote(said.First().Influence.Quote);
            foreach (var influence in said) terminal.Note($"  {Words(influence.Influence)}");
        }

        terminal.Note(Caution);
    }

    /// <summary>From what to what, and what the dates say.</summary>
    public static string Words(AssertedInfluence influence) =>
        $"{influence.Upstream} ({influence.UpstreamDate}) -> {influence.Downstream}{(influence.DownstreamAsserter is { } who ? $", by {who}" : "")} ({When(influence.DownstreamDate)}): {Verdict(influence)}";

    private static string Verdict(AssertedInfluence influence) => influence.DateOk switch
    {
        false => "refused by the dates: the later text is older",
        true => "the dates allow it; asserted by this text only",
        null => "possible, unproven; asserted by this text only",
    };

    private static string When(PublicationDate date) => (date.NotBefore, date.NotAfter) switch
    {
        (null, { } last) => FormattableString.Invariant($"not after {last:yyyy-MM-dd}: {date.Basis}"),
        ({ } first, null) => FormattableString.Invariant($"not before {first:yyyy-MM-dd}: {date.Basis}"),
        ({ } first, { } last) when date.Precision is DatePrecision.Unknown => FormattableString.Invariant($"between {first:yyyy-MM-dd} and {last:yyyy-MM-dd}: {date.Basis}"),
        _ => date.ToString(),
    };
}

using System.Globalization;
using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Reviews;

namespace HypeWatch.App.Cli;

/// <summary>How a flag came about: both quotes, the terms of its severity and confidence, where exculpation was searched, and what would clear it.</summary>
internal static class FlagExplanation
{
    private static readonly Taxonomy Names = Taxonomy.Load();

    /// <summary>For a program.</summary>
    /// <param name="Ok">True.</param>
    /// <param name="Flag">The flag.</param>
    /// <param name="Clearing">What would clear it.</param>
    /// <param name="Review">What reviewers made of it; null without a review.</param>
    internal sealed record FlagExplanationAnswer(bool Ok, FlagView Flag, string Clearing, ReviewedFlag? Review);

    /// <summary>The answer for a program.</summary>
    public static FlagExplanationAnswer Answer(FlagView view, ReviewedFlag? standing) => new(true, view, Names[view.Flag.Code].Clearing, standing);

    /// <summary>Prints it for a person.</summary>
    public static void Print(Terminal terminal, FlagView view, ReviewedFlag? standing)
    {
        FlagText.Print(terminal, view);
        var flag = view.Flag;
        if (flag.Computation is { } terms)
        {
            Severity(terminal, flag, terms.Severity);
            Confidence(terminal, terms.Confidence);
        }

        if (flag.Counterarguments.Count > 0) terminal.Heading("answered to it");
        foreach (var answer in flag.Counterarguments)
        {
            terminal.Note($"{answer.ArguerRole} ({ClaimText.Words(answer.Kind)}):");
            terminal.Quote(answer.Quote);
        }

        terminal.Heading("searched for what speaks for the asserter");
        foreach (var search in flag.Searches)
        {
            terminal.Note($"{search.Kind.ToCode()} in {search.Where}: {flag.Exculpations.Count(found => found.Kind == search.Kind).ToString(CultureInfo.InvariantCulture)} found");
            foreach (var found in flag.Exculpations.Where(found => found.Kind == search.Kind)) terminal.Note($"  {ClaimText.Words(found.Verdict)}: {found.Text}");
        }

        if (!flag.SearchComplete) terminal.Note("not complete: it stays a candidate until a reader has looked");
        if (standing is not null) terminal.Note($"reviewed: {ClaimText.Words(standing.Status)}{(standing.Waiting is { } wait ? $", waits for {ClaimText.Words(wait)}" : "")}");
        terminal.Heading("what would clear it");
        terminal.Note(Names[flag.Code].Clearing);
        terminal.Note($"detector {flag.DetectorVersion}");
    }

    private static void Severity(Terminal terminal, Flag flag, SeverityTerms terms)
    {
        terminal.Heading("severity");
        terminal.Aligned(Term(terms.Base, $"base of {flag.Code} {Names[flag.Code].Name}"));
        terminal.Aligned(Term(terms.Step, flag.Gap is { } gap ? $"step for a gap of {gap.ToString(CultureInfo.InvariantCulture)} between claim and evidence" : "no gap known"));
        terminal.Aligned(Term(terms.Prominence, "prominence of the place"));
        terminal.Aligned(Term(-terms.Relief, "relief by what speaks for the asserter"));
        if (terms.IsCleared) terminal.Aligned("     something clears the asserter altogether");
        terminal.Aligned(string.Create(CultureInfo.InvariantCulture, $"  = {terms.Severity} (cap {terms.Cap})"));
    }

    private static void Confidence(Terminal terminal, ConfidenceTerms terms)
    {
        terminal.Heading("confidence");
        terminal.Aligned(string.Create(CultureInfo.InvariantCulture, $"{terms.Start:0.00} start: {ClaimText.HeldBy(terms.HeldBy)}"));
        foreach (var cap in terms.Caps) terminal.Aligned(string.Create(CultureInfo.InvariantCulture, $"{cap.Value:0.00} at most: {cap.Name.Replace('_', ' ')}"));
        terminal.Aligned(string.Create(CultureInfo.InvariantCulture, $"{terms.Confidence:0.00} the least of these"));
    }

    private static string Term(int value, string what) => string.Create(CultureInfo.InvariantCulture, $"{value,3:+0;-0;0} {what}");
}

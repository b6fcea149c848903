using System.ComponentModel;
using HypeWatch.Model;

namespace HypeWatch.Flags.Hearings;

/// <summary>What a language model answers to the prompt <c>flags/defend-claims</c>.</summary>
/// <param name="Defences">One a case.</param>
public sealed record DefenceReply(IReadOnlyList<CaseDefence> Defences);

/// <summary>How a charge came out, once everything that speaks for the asserter was looked for.</summary>
public enum DefenceOutcome
{
    /// <summary>Nothing answers it.</summary>
    Stands,
    /// <summary>Something speaks for the asserter; it is not answered.</summary>
    Weakened,
    /// <summary>It is wrong, or answered.</summary>
    Cleared,
    /// <summary>It cannot be told; never counts as standing (specification 6, X7).</summary>
    Unclear,
}

/// <summary>The defence in one case.</summary>
/// <param name="Case">Number of the case, from 1.</param>
/// <param name="Reason">The best defence; not kept.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Exculpations">Sentences that speak for the asserter.</param>
public sealed record CaseDefence(
    [property: Description("number of the case")] int Case,
    [property: Description("one short sentence: the best defence, and whether it holds")] string Reason,
    DefenceOutcome Outcome,
    [property: Description("sentences that speak for the authors, the best first, at most three")] IReadOnlyList<ExculpatingSentence> Exculpations);

/// <summary>A sentence that speaks for the asserter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Sentence">Its number, from 1.</param>
/// <param name="Quote">Words of it.</param>
public sealed record ExculpatingSentence(
    ExculpationKind Kind,
    [property: Description("number of the sentence")] int Sentence,
    [property: Description("words of that sentence, copied exactly")] string Quote);

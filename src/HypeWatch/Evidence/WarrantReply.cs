using System.ComponentModel;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>What a language model answers to the prompt <c>evidence/judge-warrant</c>: what kind of evidence claims rest on.</summary>
/// <param name="Warrants">One a case.</param>
public sealed record WarrantReply(IReadOnlyList<CaseWarrant> Warrants);

/// <summary>A judgement on one case.</summary>
/// <param name="Case">Number of the case, from 1.</param>
/// <param name="Reason">What was tested, on what and against what.</param>
/// <param name="Warrant">The kind of evidence.</param>
/// <param name="Evidence">The sentences that are evidence; empty for <see cref="Warrant.None"/>.</param>
public sealed record CaseWarrant(
    [property: Description("number of the case")] int Case,
    [property: Description("one short sentence: what was tested, on what and against what")] string Reason,
    Warrant Warrant,
    [property: Description("sentences that are evidence, the deciding ones first, at most four")] IReadOnlyList<CaseEvidence> Evidence);

/// <summary>A sentence that is evidence.</summary>
/// <param name="Sentence">Its number in the case, from 1.</param>
/// <param name="Quote">Words of it.</param>
public sealed record CaseEvidence(
    [property: Description("number of the sentence")] int Sentence,
    [property: Description("words of that sentence, copied exactly")] string Quote);

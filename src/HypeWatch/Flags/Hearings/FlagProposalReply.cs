using System.ComponentModel;

namespace HypeWatch.Flags.Hearings;

/// <summary>What a language model answers to the prompt <c>flags/propose-flags</c>.</summary>
/// <param name="Flags">What it proposes.</param>
public sealed record FlagProposalReply(IReadOnlyList<ProposedFlag> Flags);

/// <summary>A sentence that may say more than is shown.</summary>
/// <param name="Sentence">Its number, from 1.</param>
/// <param name="Quote">Words of it.</param>
/// <param name="Reason">What is said and what is shown; not kept, since only quoted words are believed.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Subtype">Subtype of the kind; null for none.</param>
/// <param name="Evidence">Sentences that show it.</param>
public sealed record ProposedFlag(
    [property: Description("number of the sentence that says too much")] int Sentence,
    [property: Description("the words that say too much, copied exactly")] string Quote,
    [property: Description("one short sentence: what is said, and what is shown")] string Reason,
    [property: Description("code of the kind, for example OC01")] string Kind,
    [property: Description("subtype of the kind; null for none")] string? Subtype,
    [property: Description("sentences that show it, at most three")] IReadOnlyList<ShownSentence> Evidence);

/// <summary>A sentence of the release.</summary>
/// <param name="Sentence">Its number, from 1.</param>
/// <param name="Quote">Words of it.</param>
public sealed record ShownSentence(
    [property: Description("number of the sentence")] int Sentence,
    [property: Description("words of that sentence, copied exactly")] string Quote);

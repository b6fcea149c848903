using System.ComponentModel;
using System.Text.Json.Serialization;

namespace HypeWatch.Evidence;

/// <summary>What a language model answers to the prompt <c>evidence/judge-support</c>: whether cited texts bear claims out.</summary>
/// <param name="Verdicts">One a pair.</param>
public sealed record SupportReply(IReadOnlyList<PairVerdict> Verdicts);

/// <summary>What a cited text says to a claim, as a model reads it.</summary>
public enum PairSupport
{
    /// <summary>It says so.</summary>
    [JsonStringEnumMemberName("entails")] Entails,
    /// <summary>It says less, or something else of the same matter.</summary>
    [JsonStringEnumMemberName("weaker")] Weaker,
    /// <summary>It says otherwise.</summary>
    [JsonStringEnumMemberName("contradicts")] Contradicts,
    /// <summary>It is about something else.</summary>
    [JsonStringEnumMemberName("neutral")] Neutral,
}

/// <summary>A verdict on one pair.</summary>
/// <param name="Pair">Number of the pair, from 1.</param>
/// <param name="Reason">What the claim and the sentences have in common and what not.</param>
/// <param name="Verdict">What the sentences say to the claim.</param>
/// <param name="Sentence">Number of the sentence that decides; null for <see cref="PairSupport.Neutral"/>.</param>
/// <param name="Quote">Words of that sentence; null for <see cref="PairSupport.Neutral"/>.</param>
public sealed record PairVerdict(
    [property: Description("number of the pair")] int Pair,
    [property: Description("one short sentence: the claim beside the sentences")] string Reason,
    PairSupport Verdict,
    [property: Description("number of the deciding sentence; null for neutral")] int? Sentence,
    [property: Description("deciding words of that sentence, copied exactly; null for neutral")] string? Quote);

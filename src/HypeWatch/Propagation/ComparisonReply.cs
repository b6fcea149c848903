using System.ComponentModel;
using System.Text.Json.Serialization;

namespace HypeWatch.Propagation;

/// <summary>What a language model answers to the prompt <c>propagation/compare-claims</c>.</summary>
/// <param name="Pairs">One a pair.</param>
public sealed record ComparisonReply(IReadOnlyList<ComparedSentences> Pairs);

/// <summary>Which way a claim changed, as a model reads it.</summary>
public enum ClaimedChange
{
    /// <summary>The later says more.</summary>
    [JsonStringEnumMemberName("stronger")] Stronger,
    /// <summary>The later says less.</summary>
    [JsonStringEnumMemberName("weaker")] Weaker,
    /// <summary>Both say as much.</summary>
    [JsonStringEnumMemberName("equal")] Equal,
    /// <summary>Neither can be told.</summary>
    [JsonStringEnumMemberName("unclear")] Unclear,
}

/// <summary>A comparison of one pair.</summary>
/// <param name="Pair">Number of the pair, from 1.</param>
/// <param name="Reason">What both have in common and what not.</param>
/// <param name="Same">Whether both put forward one proposition.</param>
/// <param name="Change">Which way it changed.</param>
/// <param name="EarlierQuote">Words of the earlier sentence in which they differ most; null for none.</param>
/// <param name="LaterQuote">Words of the later one; null for none.</param>
public sealed record ComparedSentences(
    [property: Description("number of the pair")] int Pair,
    [property: Description("one short sentence: both beside each other")] string Reason,
    [property: Description("whether both put forward the same proposition, however changed")] bool Same,
    ClaimedChange Change,
    [property: Description("words of the earlier sentence that differ most, copied exactly; null for none")] string? EarlierQuote,
    [property: Description("words of the later sentence that differ most, copied exactly; null for none")] string? LaterQuote);

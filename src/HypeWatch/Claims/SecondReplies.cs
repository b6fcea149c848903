using System.ComponentModel;
using System.Text.Json.Serialization;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>What a language model answers to the prompt <c>claims/attribute-claims</c>: who speaks.</summary>
/// <param name="Voices">One a statement; those that are unclear are left out.</param>
public sealed record AttributionReply(IReadOnlyList<Voice> Voices);

/// <summary>In whose voice a statement stands.</summary>
/// <param name="Claim">Number of the statement, from 1.</param>
/// <param name="Mode">In what voice it stands.</param>
/// <param name="Asserter">Whose literal words they are; null for the document's own voice.</param>
/// <param name="AttributedTo">Whom it is said to come from; else null.</param>
public sealed record Voice(
    [property: Description("number of the statement")] int Claim,
    AssertMode Mode,
    [property: Description("whose literal words they are, as the sentences spell the name; else null")] string? Asserter,
    [property: Description("whom it is said to come from, as the sentences spell the name; else null")] string? AttributedTo);

/// <summary>What a language model answers to the prompt <c>claims/verify-claims</c>: whether first readings are fair.</summary>
/// <param name="Verdicts">One a claim.</param>
public sealed record VerdictReply(IReadOnlyList<ClaimVerdict> Verdicts);

/// <summary>What becomes of a first reading.</summary>
public enum VerdictKind
{
    /// <summary>The reading is fair.</summary>
    [JsonStringEnumMemberName("keep")] Keep,
    /// <summary>The words are better read otherwise.</summary>
    [JsonStringEnumMemberName("correct")] Correct,
    /// <summary>The words make no claim.</summary>
    [JsonStringEnumMemberName("withdraw")] Withdraw,
}

/// <summary>A verdict on a claim as first read.</summary>
/// <param name="Claim">Number of the claim, from 1.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Types">Better types, main one first; empty when they stand.</param>
/// <param name="Strength">Better strength; null when it stands.</param>
/// <param name="Certainty">Better certainty; null when it stands.</param>
/// <param name="Polarity">Better polarity; null when it stands.</param>
/// <param name="Reason">One sentence naming the words that it rests on; null for <see cref="VerdictKind.Keep"/>.</param>
public sealed record ClaimVerdict(
    [property: Description("number of the claim")] int Claim,
    VerdictKind Verdict,
    [property: Description("better types, main one first; empty when they stand")] IReadOnlyList<ClaimType> Types,
    [property: Description("null when it stands")] Strength? Strength,
    [property: Description("null when it stands")] Certainty? Certainty,
    [property: Description("null when it stands")] Polarity? Polarity,
    [property: Description("the words that it rests on; null for keep")] string? Reason);

/// <summary>What a language model answers to the prompt <c>claims/normalise-claims</c>: rewordings that say no more than the words.</summary>
/// <param name="Rewordings">One a claim.</param>
public sealed record NormalisedReply(IReadOnlyList<Rewording> Rewordings);

/// <summary>A rewording of a claim.</summary>
/// <param name="Claim">Number of the claim, from 1.</param>
/// <param name="Normalised">One neutral sentence; null when the words stand alone.</param>
public sealed record Rewording(
    [property: Description("number of the claim")] int Claim,
    [property: Description("one neutral sentence, nowhere broader; null when the words stand alone")] string? Normalised);

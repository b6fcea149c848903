using System.ComponentModel;
using System.Text.Json.Serialization;

namespace HypeWatch.Predictions;

/// <summary>What a language model answers to the prompt <c>predictions/propose-resolution</c>.</summary>
/// <param name="Proposals">One a prediction.</param>
public sealed record ProposalReply(IReadOnlyList<ProposedOutcome> Proposals);

/// <summary>How a prediction came out, as a model reads it.</summary>
public enum ProposedVerdict
{
    /// <summary>In full.</summary>
    [JsonStringEnumMemberName("happened")] Happened,
    /// <summary>It did not.</summary>
    [JsonStringEnumMemberName("not_happened")] NotHappened,
    /// <summary>In part.</summary>
    [JsonStringEnumMemberName("in_part")] InPart,
    /// <summary>No sentence decides it.</summary>
    [JsonStringEnumMemberName("undecided")] Undecided,
}

/// <summary>A proposal for one prediction.</summary>
/// <param name="Prediction">Its number.</param>
/// <param name="Reason">What was predicted beside what is said.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Sentence">Number of the sentence that decides; null for <see cref="ProposedVerdict.Undecided"/>.</param>
/// <param name="Quote">Words of that sentence; null for <see cref="ProposedVerdict.Undecided"/>.</param>
public sealed record ProposedOutcome(
    [property: Description("number of the prediction")] int Prediction,
    [property: Description("one short sentence: the prediction beside the sentence")] string Reason,
    ProposedVerdict Verdict,
    [property: Description("number of the deciding sentence; null for undecided")] int? Sentence,
    [property: Description("deciding words of that sentence, copied exactly; null for undecided")] string? Quote);

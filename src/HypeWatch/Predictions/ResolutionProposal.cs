using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>What a release says to an open prediction. A proposal: a person decides.</summary>
/// <param name="Number">The prediction's number in its set.</param>
/// <param name="Resolution">The outcome that a language model proposes; <see cref="Resolution.Open"/> where none is proposed.</param>
/// <param name="Claim">The claim that decides; null where none is proposed.</param>
/// <param name="Quote">The deciding words, as they stand in the claim; null where none is proposed.</param>
/// <param name="By">Which model proposes; null for none.</param>
public sealed record ResolutionProposal(int Number, Resolution Resolution, ClaimId? Claim, string? Quote, string? By)
{
    /// <summary>No outcome is proposed.</summary>
    public static ResolutionProposal None(int number) => new(number, Resolution.Open, null, null, null);
}

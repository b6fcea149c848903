using HypeWatch.Model;

namespace HypeWatch.Flags.Hearings;

/// <summary>A proposal of a language model whose words were found in the release.</summary>
/// <param name="Code">Code of the kind.</param>
/// <param name="Subtype">Subtype of the kind; null for none.</param>
/// <param name="Claim">The claim that may say too much.</param>
/// <param name="Evidence">Passages that show it.</param>
public sealed record Charge(string Code, string? Subtype, Claim Claim, IReadOnlyList<FlagQuote> Evidence);

/// <summary>What was found for the asserter of a claim.</summary>
/// <param name="Outcome">How the charge came out.</param>
/// <param name="Exculpations">The passages that speak for the asserter, verified.</param>
public sealed record Defence(DefenceOutcome Outcome, IReadOnlyList<Exculpation> Exculpations);

/// <summary>How a language model heard a release (specification 6, X6): one reader proposes, another defends.</summary>
/// <param name="By">Prompts and model.</param>
/// <param name="Charges">What was proposed.</param>
/// <param name="Defences">What was found for the asserter, by code and claim of a charge or of a flag of the rules.</param>
/// <param name="Asked">Proposals and cases that were answered or should have been.</param>
/// <param name="Dropped">Those whose answer named no words of the release.</param>
public sealed record Hearing(string By, IReadOnlyList<Charge> Charges, IReadOnlyDictionary<(string Code, ClaimId Claim), Defence> Defences, int Asked, int Dropped)
{
    /// <summary>Whether the same was proposed of the sentence in which a claim stands.</summary>
    internal bool Proposes(string code, Claim claim, Dossier dossier) => Charges.Any(charge => charge.Code == code && dossier.IsSameSentence(charge.Claim, claim));
}

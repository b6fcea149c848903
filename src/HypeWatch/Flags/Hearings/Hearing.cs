using HypeWatch.Model;

namespace HypeWatch.Flags.Hearings;

/// <summary>A proposal of a language model whose words were found in the release, or a flag of the rules that is to be defended.</summary>
/// <param name="Code">Code of the kind.</param>
/// <param name="Subtype">Subtype of the kind; null for none.</param>
/// <param name="Claim">The claim that may say too much.</param>
/// <param name="Evidence">Passages that show it.</param>
public sealed record Charge(string Code, string? Subtype, Claim Claim, IReadOnlyList<FlagQuote> Evidence);

/// <summary>What was found for the asserter of a claim.</summary>
/// <param name="Outcome">How the charge came out.</param>
/// <param name="Exculpations">The passages that speak for the asserter, verified.</param>
public sealed record Defence(DefenceOutcome Outcome, IReadOnlyList<Exculpation> Exculpations);

/// <summary>A charge and what was found for the asserter.</summary>
/// <param name="Charge">The charge, with what is held against the sentence by whoever holds it.</param>
/// <param name="Defence">The defence; null where none was given.</param>
public sealed record HeardCase(Charge Charge, Defence? Defence);

/// <summary>How a language model heard a release (specification 6, X6): one reader proposes, another defends.</summary>
/// <param name="By">Prompts and model.</param>
/// <param name="Charges">What was proposed.</param>
/// <param name="Cases">Proposals and flags of the rules with their defence, one a kind and sentence.</param>
/// <param name="Asked">Proposals that were made, and cases that were to be defended.</param>
/// <param name="Dropped">Proposals, evidence and exculpations that name no words of the release, replies that cannot be read, and cases left unanswered.</param>
public sealed record Hearing(string By, IReadOnlyList<Charge> Charges, IReadOnlyList<HeardCase> Cases, int Asked, int Dropped)
{
    /// <summary>Whether any answer could be read; where none could, the release was not heard.</summary>
    public bool IsHeard { get; init; } = true;

    /// <summary>Whether the same was proposed of the sentence in which a claim stands.</summary>
    internal bool Proposes(string code, string? subtype, Claim claim, Dossier dossier) =>
        Charges.Any(charge => charge.Code == code && (charge.Subtype is null || subtype is null || charge.Subtype == subtype) && dossier.IsSameSentence(charge.Claim, claim));

    /// <summary>The defence of a kind on the sentence in which a claim stands; null where none was given.</summary>
    internal Defence? DefenceOf(string code, Claim claim, Dossier dossier) => Cases.FirstOrDefault(one => one.Charge.Code == code && dossier.IsSameSentence(one.Charge.Claim, claim))?.Defence;
}

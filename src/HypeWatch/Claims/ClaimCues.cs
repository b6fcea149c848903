using HypeWatch.Lexicons;

namespace HypeWatch.Claims;

/// <summary>
/// The words of claims that the shared lexicons do not hold: cues of claim types, reporting verbs, connectives, noise, and a few hedges and boosters
/// of spoken and first-person English. Read from <c>Claims/claim_cues.tsv</c>; the category says what a term is for.
/// </summary>
public sealed class ClaimCues
{
    private readonly Dictionary<string, Lexicon> byCategory;

    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">The list is malformed; the message names the line.</exception>
    public ClaimCues()
    {
        using var stream = typeof(ClaimCues).Assembly.GetManifestResourceStream("claim_cues.tsv")!;
        using var reader = new StreamReader(stream);
        byCategory = Lexicon.Parse("claim_cues", reader).Terms.GroupBy(term => term.Category)
            .ToDictionary(group => group.Key, group => new Lexicon([.. group]));
    }

    /// <summary>The terms of a category, for example <c>type</c> or <c>reporting</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such category.</exception>
    internal Lexicon this[string category] => byCategory[category];
}

using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// Finds which claim of an earlier text a claim of a later one passes on: content words in common, on both sides of the verb, and the same polarity.
/// Similar wording alone decides nothing: "would improve" and "would not improve" share all but one word and never align.
/// </summary>
internal sealed class ClaimAligner(LexiconSet lexicons)
{
    private const int MinShared = 2;
    private const double MinSimilarity = 0.4;

    /// <summary>Reads the claims of a document that can travel: what it says of its own limits is no claim about a result.</summary>
    public IReadOnlyList<ReadClaim> Read(DossierDocument document) =>
    [
        .. from claim in document.Claims
           where !claim.Types.All(type => type is ClaimType.SelfLimitation) && claim.Mode is not (AssertMode.Asks or AssertMode.Denies)
           select new ReadClaim(claim, Meaning.Of(claim.Quote, lexicons.CausalVerbs), TokenStream.Of(claim.Quote)),
    ];

    /// <summary>The claim among some that says the same as another, with how alike they are (0.4 to 1); null when none does.</summary>
    public static (ReadClaim Claim, double Similarity)? Best(ReadClaim claim, IReadOnlyList<ReadClaim> among)
    {
        (ReadClaim Claim, double Similarity)? best = null;
        foreach (var other in among)
            if (Similarity(claim, other) is { } similarity && similarity > (best?.Similarity ?? 0)) best = (other, similarity);
        return best;
    }

    /// <summary>How alike two claims are, 0.4 to 1; null when they do not say the same.</summary>
    public static double? Similarity(ReadClaim a, ReadClaim b)
    {
        if (a.Claim.Polarity != b.Claim.Polarity || a.Meaning.Denies != b.Meaning.Denies) return null;
        var shared = a.Meaning.All.Count(b.Meaning.All.Contains);
        if (shared < MinShared) return null;
        if (IsVerbatim(a, b)) return 1;
        if (!a.Meaning.Subject.Overlaps(b.Meaning.All) || !a.Meaning.Predicate.Overlaps(b.Meaning.All)) return null;
        if (!b.Meaning.Subject.Overlaps(a.Meaning.All) || !b.Meaning.Predicate.Overlaps(a.Meaning.All)) return null;
        var similarity = 2.0 * shared / (a.Meaning.All.Count + b.Meaning.All.Count);
        return similarity >= MinSimilarity ? similarity : null;
    }

    /// <summary>Whether one repeats the other word for word: all of its words, or a run that is a quotation.</summary>
    public static bool IsVerbatim(ReadClaim a, ReadClaim b)
    {
        if (a.Words.Count == b.Words.Count && a.Words.Count > 0 && Enumerable.Range(0, a.Words.Count).All(i => a.Words.HashAt(i) == b.Words.HashAt(i))) return true;
        return a.Words.LongestSharedRun(b.Words) is not null;
    }
}

/// <summary>A claim with what is needed to compare it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Meaning">What it is about.</param>
/// <param name="Words">Its words.</param>
internal sealed record ReadClaim(Claim Claim, Meaning Meaning, TokenStream Words);

using System.Collections.Frozen;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// Decides whether two claims put forward the same proposition: enough of what is rare in common, on both sides of the verb of one of them, the same polarity once contraries
/// are taken in ("not worse" is "better"), the same named models, and the same voice of what is or what ought to be. Similar wording alone decides nothing:
/// "would improve" and "would not improve" share all but one word and never align.
/// </summary>
/// <param name="index">Tells what is rare.</param>
internal sealed class ClaimAligner(ClaimIndex index)
{
    /// <summary>From this likeness on two claims say the same.</summary>
    public const double SameFrom = 0.5;

    // Another number about the same thing makes another proposition, unless nearly all else is the same: then it is the number that changed.
    private const double SameButForNumbers = 0.65;

    private const double Contained = 0.95;

    // So many concepts that say something must be shared, and one of them must be no word of the whole field.
    private const int MinShared = 2;
    private const double TellingWeight = 0.6;

    /// <summary>How alike two claims are, 0.5 to 1; null when they do not say the same.</summary>
    public double? Similarity(ReadClaim a, ReadClaim b)
    {
        Proposition one = a.Proposition, other = b.Proposition;
        if (IsOther(one, other)) return null;
        var shared = one.Concepts.Values.Where(concept => other.Concepts.ContainsKey(concept.Name)).ToList();
        if (IsVerbatim(a, b)) return shared.Count > 0 ? 1 : null;
        if (shared.Count < MinShared || !shared.Exists(concept => concept.Weight >= TellingWeight) ) return null;
        var common = shared.Sum(index.Weight);
        double first = one.Concepts.Values.Sum(index.Weight), second = other.Concepts.Values.Sum(index.Weight);
        // What is wholly part of the other leaves no other side of the verb to look at.
        if (common < Contained * Math.Min(first, second) && !MeetOnBothSides(one, other)) return null;
        // The mean of what is shared of all, and of the shorter: a headline says less than the sentence that it puts in short.
        var similarity = ((2 * common / (first + second)) + (common / Math.Min(first, second))) / 2;
        var needed = Quantity.Changed(one.Quantities, other.Quantities).Any() ? SameButForNumbers : SameFrom;
        return similarity >= needed ? Math.Min(1, similarity) : null;
    }

    /// <summary>Whether two claims share something that says something, and nothing shows that they are different matters.</summary>
    public static bool MayBeSame(ReadClaim a, ReadClaim b) =>
        !IsOther(a.Proposition, b.Proposition)
        && a.Proposition.Concepts.Values.Where(concept => b.Proposition.Concepts.ContainsKey(concept.Name)).ToList() is { Count: >= MinShared } shared && shared.Exists(concept => concept.Weight >= TellingWeight);

    /// <summary>Whether one repeats the other word for word: all of its words, or a run that is a quotation.</summary>
    public static bool IsVerbatim(ReadClaim a, ReadClaim b)
    {
        if (a.Words.Count == b.Words.Count && a.Words.Count > 0 && Enumerable.Range(0, a.Words.Count).All(i => a.Words.HashAt(i) == b.Words.HashAt(i))) return true;
        return a.Words.LongestSharedRun(b.Words) is not null;
    }

    private static bool IsOther(Proposition one, Proposition other) =>
        one.IsNorm != other.IsNorm || IsContrary(one, other) || (one.Names.Count > 0 && other.Names.Count > 0 && !one.Names.Overlaps(other.Names));

    private static bool IsContrary(Proposition a, Proposition b)
    {
        var contrary = a.Denies != b.Denies;
        foreach (var concept in a.Concepts.Values)
            if (b.Concepts.TryGetValue(concept.Name, out var other)) contrary ^= concept.IsOpposite != other.IsOpposite;
        return contrary;
    }

    private static bool MeetOnBothSides(Proposition a, Proposition b) => (MeetsIn(a.Subject, b) && MeetsIn(a.Predicate, b)) || (MeetsIn(b.Subject, a) && MeetsIn(b.Predicate, a));

    // "Researchers can now ..." has no subject of its own.
    private static bool MeetsIn(FrozenSet<string> side, Proposition other) => side.Count == 0 || side.Any(other.Concepts.ContainsKey);
}

/// <summary>A claim with what is needed to compare it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Document">Position of its document.</param>
/// <param name="Proposition">What it says.</param>
/// <param name="Words">Its words.</param>
internal sealed record ReadClaim(Claim Claim, int Document, Proposition Proposition, TokenStream Words);

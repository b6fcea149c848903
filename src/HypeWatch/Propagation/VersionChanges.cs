using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>Compares the claims of two versions of a document: the same proposition is looked for by content, so that a claim that only moved is no change.</summary>
public sealed class VersionChanges(LexiconSet lexicons)
{
    private const double KeptWording = 0.75;

    // In two versions of one document a sentence that shares this much of the telling words of the shorter one with no other is that sentence, rewritten; our own estimate.
    private const double RewrittenFrom = 0.5;

    private const int FewestShared = 3;

    private readonly PropositionReader reader = new(lexicons, new());
    private readonly DriftReader drifts = new(lexicons);

    /// <summary>The claims that differ: what changed or went, in the order of the earlier version, then what is new, in the order of the later one.</summary>
    public IReadOnlyList<ClaimChange> Between(DossierDocument before, DossierDocument after)
    {
        var claims = new TravellingClaims([before, after], reader);
        var unmatched = claims.Of(1).ToHashSet();
        List<ReadClaim> changed = [.. claims.Of(0).Where(claim => !Take(unmatched, other => IsSameWords(other.Words, claim.Words)))];
        var found = new List<ClaimChange>();
        foreach (var old in changed)
        {
            var now = claims.SameAs(old, document => document == 1).Where(pair => unmatched.Contains(pair.Claim))
                .OrderByDescending(pair => pair.Similarity).ThenBy(pair => pair.Claim.Claim.Span.Start).Select(pair => pair.Claim).FirstOrDefault()
                ?? WithOtherNumbers(old, claims.Of(1).Where(unmatched.Contains)) ?? Rewritten(old, changed, claims.Of(1).Where(unmatched.Contains));
            if (now is null)
            {
                found.Add(new(ClaimChangeKind.Removed, old.Claim, null, []));
                continue;
            }

            unmatched.Remove(now);
            var (drift, changes) = drifts.Compare(old, now);
            found.Add(new(KindOf(drift, old.Claim, now.Claim, changes), old.Claim, now.Claim, changes));
        }

        found.AddRange(claims.Of(1).Where(unmatched.Contains).Select(claim => new ClaimChange(ClaimChangeKind.Added, null, claim.Claim, [])));
        return found;
    }

    // Capitals, marks and hyphens are spelling: the claim is the same.
    private static bool IsSameWords(TokenStream a, TokenStream b) => a.Count == b.Count && Enumerable.Range(0, a.Count).All(i => a.HashAt(i) == b.HashAt(i));

    // Where no hedge, extent or condition shows a difference, the verb may: "shows" became "suggests".
    private static ClaimChangeKind KindOf(Drift drift, Claim before, Claim after, IReadOnlyList<EdgeChange> changes) => drift switch
    {
        Drift.Weaker => ClaimChangeKind.Softened,
        Drift.Stronger => ClaimChangeKind.Strengthened,
        _ when (after.Strength < before.Strength && after.Certainty <= before.Certainty) || (after.Certainty < before.Certainty && after.Strength <= before.Strength) => ClaimChangeKind.Softened,
        _ when (after.Strength > before.Strength && after.Certainty >= before.Certainty) || (after.Certainty > before.Certainty && after.Strength >= before.Strength) => ClaimChangeKind.Strengthened,
        _ when changes.Any(change => change.Axis is ChangeAxis.Number) => ClaimChangeKind.NumberChanged,
        _ => ClaimChangeKind.Reworded,
    };

    // The sentence that shares most telling words with this one, where no other sentence that went shares more of them.
    private static ReadClaim? Rewritten(ReadClaim old, IReadOnlyList<ReadClaim> gone, IEnumerable<ReadClaim> candidates)
    {
        var words = ContentWords.Of(old.Claim.Quote);
        var nearest = candidates.Where(now => now.Proposition.Denies == old.Proposition.Denies).Select(now => (Claim: now, Share: Shared(words, now)))
            .OrderByDescending(pair => pair.Share).ThenBy(pair => pair.Claim.Claim.Span.Start).FirstOrDefault();
        return nearest.Claim is { } found && nearest.Share >= RewrittenFrom && gone.All(other => other == old || Shared(ContentWords.Of(other.Claim.Quote), found) <= nearest.Share) ? found : null;
    }

    private static double Shared(IReadOnlySet<string> words, ReadClaim claim)
    {
        var other = ContentWords.Of(claim.Claim.Quote);
        var shared = words.Count(other.Contains);
        return shared < FewestShared ? 0 : shared / (double)Math.Min(words.Count, other.Count);
    }

    // A corrected number is no other claim: where nothing else tells two sentences of one document apart, the later is the earlier, corrected.
    private static ReadClaim? WithOtherNumbers(ReadClaim old, IEnumerable<ReadClaim> candidates)
    {
        if (old.Proposition.Quantities.Count == 0) return null;
        var words = WordsOf(old);
        return candidates.Where(now => now.Proposition.Quantities.Count > 0 && now.Proposition.Denies == old.Proposition.Denies)
            .Select(now => (Claim: now, Kept: Kept(words, WordsOf(now)))).Where(pair => pair.Kept >= KeptWording)
            .OrderByDescending(pair => pair.Kept).ThenBy(pair => pair.Claim.Claim.Span.Start).Select(pair => pair.Claim).FirstOrDefault();
    }

    private static string[] WordsOf(ReadClaim claim) =>
        Quantity.Masked(claim.Claim.Quote).ToLowerInvariant().Split([.. " \t\n\r,;:.()\u201c\u201d\""], StringSplitOptions.RemoveEmptyEntries);

    // The longest run of words in the same order, gaps allowed, as a share of the longer sentence.
    private static double Kept(string[] one, string[] other)
    {
        if (one.Length == 0 || Math.Min(one.Length, other.Length) < KeptWording * Math.Max(one.Length, other.Length)) return 0;
        var best = new int[other.Length + 1];
        foreach (var word in one)
        {
            var diagonal = 0;
            for (var i = 1; i <= other.Length; i++)
            {
                var above = best[i];
                best[i] = word == other[i - 1] ? diagonal + 1 : Math.Max(best[i], best[i - 1]);
                diagonal = above;
            }
        }

        return best[^1] / (double)Math.Max(one.Length, other.Length);
    }

    private static bool Take(HashSet<ReadClaim> from, Func<ReadClaim, bool> isWanted) => from.FirstOrDefault(isWanted) is { } found && from.Remove(found);
}

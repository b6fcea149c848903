using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// Leaves one flag open where several say the same: per claim and family the gravest (specification 4), and per repeated proposition of one asserter the
/// gravest of a code. The others stay candidates, so that nothing shows two of them and nothing is lost.
/// </summary>
internal static class RepeatRule
{
    /// <summary>Share of equal content words from which on two sentences of one asserter repeat one another.</summary>
    private const double Same = 0.7;

    public static IReadOnlyList<Flag> Apply(IEnumerable<Flag> flags, Dossier dossier)
    {
        var kept = new List<(Flag Flag, IReadOnlySet<string> Words)>();
        var result = new List<Flag>();
        // What a language model alone holds takes the place of nothing that the rules hold.
        foreach (var flag in flags.OrderBy(flag => flag.Computation?.Confidence.HeldBy == FlagSupport.Model).ThenByDescending(flag => flag.Severity).ThenByDescending(flag => flag.Confidence).ThenBy(flag => flag.Code, StringComparer.Ordinal).ThenBy(flag => flag.Quotes[0].Quote, StringComparer.Ordinal).ThenBy(flag => flag.Id.Value, StringComparer.Ordinal))
        {
            if (flag.Status != FlagStatus.Open || flag.Claim is not { } id || dossier.Find(id) is not { } claim)
            {
                result.Add(flag);
                continue;
            }

            var words = ContentWords.Of(claim.Quote);
            var isRepeat = kept.Exists(other => other.Flag.Asserter == flag.Asserter
                && ((other.Flag.Claim == flag.Claim && other.Flag.Kind == flag.Kind)
                    || (other.Flag.Code == flag.Code && (ContentWords.Jaccard(words, other.Words) >= Same || IsSameSentence(dossier, claim, other.Flag)))));
            if (isRepeat)
            {
                result.Add(flag with { Status = FlagStatus.Candidate });
                continue;
            }

            kept.Add((flag, words));
            result.Add(flag);
        }

        return result;
    }

    private static bool IsSameSentence(Dossier dossier, Claim claim, Flag other) => other.Claim is { } id && dossier.Find(id) is { } first && dossier.IsSameSentence(first, claim);
}

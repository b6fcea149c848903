using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Reviews;

/// <summary>
/// What reviews make of a flag (specification 1 and 9). Pure: of each reviewer the latest entry counts; the majority decides between standing and dismissed, and a tie decides
/// nothing; whoever belongs to the asserter's organisation or to a rival of it never decides alone.
/// </summary>
/// <param name="actors">Organisations and their other names.</param>
public sealed class ReviewRule(ActorList actors)
{
    /// <summary>From this severity on a flag needs two reviewers.</summary>
    public const int SecondReviewSeverity = 4;

    /// <summary>Where a flag stands.</summary>
    /// <param name="flag">What the rules said.</param>
    /// <param name="entries">Its reviews, oldest first.</param>
    public ReviewedFlag Of(AssessedFlag flag, IReadOnlyList<ReviewEntry> entries)
    {
        var latest = Latest(entries);
        var untouched = new ReviewedFlag(flag.Status, flag.Severity, flag.Asserter, null);
        // What a later version mended, or what is no longer raised, is settled by the text and not by an opinion.
        if (latest.Count == 0 || flag.Status is FlagStatus.SupersededFixed or FlagStatus.Withdrawn) return untouched;
        if (latest.All(entry => HasInterest(entry.Affiliation, flag))) return untouched with { Waiting = ReviewWait.IndependentReview };

        var (against, standing) = (latest.Where(entry => entry.Verdict is ReviewVerdict.Dismiss).ToList(), latest.Where(entry => entry.Verdict is not ReviewVerdict.Dismiss).ToList());
        if (against.Count == standing.Count) return untouched with { Waiting = ReviewWait.Disagreement };
        if (against.Count > standing.Count) return untouched with { Status = FlagStatus.Dismissed };

        var severity = standing.Where(entry => entry.Verdict is ReviewVerdict.Reduce).Select(entry => entry.Severity).Min() is { } lower ? Math.Min(lower, flag.Severity) : flag.Severity;
        var owner = standing.LastOrDefault(entry => entry.Verdict is ReviewVerdict.Reattribute)?.Owner;
        var status = owner is not null ? FlagStatus.Reattributed : severity < flag.Severity ? FlagStatus.Reduced : FlagStatus.Confirmed;
        return new(status, severity, owner ?? flag.Asserter, severity >= SecondReviewSeverity && standing.Count < 2 ? ReviewWait.SecondReview : null);
    }

    /// <summary>How many reviewers let a flag stand, by the latest word of each.</summary>
    /// <param name="entries">Its reviews, oldest first.</param>
    public static int Upholding(IReadOnlyList<ReviewEntry> entries) => Latest(entries).Count(entry => entry.Verdict is not ReviewVerdict.Dismiss);

    private static List<ReviewEntry> Latest(IReadOnlyList<ReviewEntry> entries) =>
        [.. entries.GroupBy(entry => entry.Reviewer, StringComparer.OrdinalIgnoreCase).Select(own => own.Last()).Where(entry => IsDecisive(entry.Verdict))];

    /// <summary>Whether a reviewer of this organisation has an interest: it is the asserter's or the publisher's own, or a rival of it.</summary>
    public bool HasInterest(string affiliation, AssessedFlag flag) =>
        new[] { flag.Asserter, flag.Publisher }.OfType<string>().Any(owner =>
            owner.Equals(affiliation, StringComparison.OrdinalIgnoreCase) || actors.IsSameOrganisation(owner, affiliation) || actors.AreRivals(owner, affiliation));

    private static bool IsDecisive(ReviewVerdict verdict) => verdict is ReviewVerdict.Confirm or ReviewVerdict.Dismiss or ReviewVerdict.Reduce or ReviewVerdict.Reattribute;
}

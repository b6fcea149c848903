using System.Text.RegularExpressions;

namespace HypeWatch.Model;

/// <summary>
/// What the name in a publisher field says besides a name: a venue or hosting site publishes for many authors, so that two documents on it have no
/// common publisher, and some venues tell whether a work was peer reviewed.
/// </summary>
internal static partial class Venue
{
    /// <summary>Whether many unrelated authors publish under this name.</summary>
    public static bool IsShared(string publisher) => publisher.Split(';').All(IsSharedName);

    /// <summary>The name of a publisher without where else its texts stand: "Quayside Notebook" of "Quayside Notebook; arXiv since May".</summary>
    public static string NameOf(string publisher) => publisher.Split(';')[0].Trim() is { Length: > 0 } name ? name : publisher;

    private static bool IsSharedName(string publisher) => HostPattern().IsMatch(publisher) || PeerReviewOf(publisher) is not PeerReview.Unknown;

    /// <summary>Whether somebody says to pass on what others published.</summary>
    public static bool IsSecondHand(string publisher) => SecondHandPattern().IsMatch(publisher);

    /// <summary>Whether a work was peer reviewed, where the venue's name decides it, else unknown.</summary>
    public static PeerReview PeerReviewOf(string? venue)
    {
        if (venue is null) return PeerReview.Unknown;
        // A publisher field that also names a preprint server says that a preprint exists, not that this copy is one.
        if (WorkshopPattern().IsMatch(venue)) return PeerReview.Workshop;
        if (JournalPattern().IsMatch(venue)) return PeerReview.Journal;
        if (ConferencePattern().IsMatch(venue)) return PeerReview.Conference;
        return PreprintPattern().IsMatch(venue) ? PeerReview.Preprint : PeerReview.Unknown;
    }

    [GeneratedRegex(
        @"\b(?:github|gitlab|hugging ?face|x\.com|twitter|mastodon|bluesky|threads\.net|linkedin|facebook|reddit|hacker news|medium|substack|youtube|lesswrong|alignment forum|openreview|zenodo|researchgate)\b|^x$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostPattern();

    [GeneratedRegex(@"\b(?:third[- ]party|unofficial)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecondHandPattern();

    [GeneratedRegex(@"\bworkshop\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WorkshopPattern();

    [GeneratedRegex(@"\b(?:TMLR|JMLR|TACL|Transactions (?:on|of)|Journal of)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JournalPattern();

    [GeneratedRegex(@"\b(?:NeurIPS|ICLR|ICML|ACL|EMNLP|NAACL|EACL|COLM|AAAI|IJCAI|AISTATS|CVPR|ICCV|ECCV|FAccT|COLING)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ConferencePattern();

    [GeneratedRegex(@"\b(?:arxiv|biorxiv|psyarxiv|ssrn|techrxiv)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PreprintPattern();
}

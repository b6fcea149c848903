namespace HypeWatch.Model;

/// <summary>An earlier work (specification 1, prior_work, and 12).</summary>
/// <param name="Id">Key in the prior-work base.</param>
/// <param name="Title">Title.</param>
/// <param name="Authors">Family names of the first authors, at most three.</param>
/// <param name="Year">Year.</param>
/// <param name="FirstPublic">When it was first public; an unknown month counts as 31 December of its year.</param>
/// <param name="Venue">Where it appeared.</param>
/// <param name="Arxiv">arXiv identifier without version.</param>
/// <param name="Doi">DOI in lower case.</param>
/// <param name="Url">Address.</param>
/// <param name="Tags">Topics.</param>
/// <param name="Summary">One sentence of our own.</param>
/// <param name="BearsOn">Flag codes, claim types and exculpation kinds that it matters for.</param>
/// <param name="ContestedBy">Works that contest it; always shown with it.</param>
/// <param name="PeerReviewed">Whether it was peer reviewed.</param>
/// <param name="Verified">Whether title and identifier were seen together; an unverified work never raises a flag on its own.</param>
public sealed record PriorWork(
    WorkId Id, string Title, IReadOnlyList<string> Authors, int Year, DateOnly FirstPublic, string? Venue, string? Arxiv, string? Doi, string? Url,
    IReadOnlyList<string> Tags, string Summary, IReadOnlyList<string> BearsOn, IReadOnlyList<WorkId> ContestedBy, bool PeerReviewed, bool Verified)
{
    /// <summary>Where a work came from that is part of the program.</summary>
    public const string BuiltIn = "built-in";

    /// <summary>Its abstract, in the words of its authors; null when it is not at hand.</summary>
    public string? Abstract { get; init; }

    /// <summary>Identifier of its forum on OpenReview.</summary>
    public string? OpenReview { get; init; }

    /// <summary>Where the entry came from: <see cref="BuiltIn"/>, a file, a service or a person.</summary>
    public string Origin { get; init; } = BuiltIn;

    /// <summary>States of publication that services tell of, in no order.</summary>
    public IReadOnlyList<WorkStatus> Statuses { get; init; } = [];

    /// <summary>
    /// The state in which the work was on a day: a retraction or withdrawal of that time before all else, then the latest one; a paper of arXiv of which nothing else is
    /// known is a preprint, unless it is of an earlier year and known to be reviewed. Null when nothing is known of that day.
    /// </summary>
    public PublicationState? StateOn(DateOnly day) => StateOn(day, Statuses, PeerReviewed ? Year : null, Arxiv is not null, FirstPublic);

    /// <summary>The same of a work of which only this is at hand.</summary>
    /// <param name="day">The day that is asked for.</param>
    /// <param name="statuses">Its states.</param>
    /// <param name="reviewed">Year of a publication after review; null for none.</param>
    /// <param name="isOnArxiv">Whether it is a paper of arXiv.</param>
    /// <param name="firstPublic">When it was first public.</param>
    public static PublicationState? StateOn(DateOnly day, IReadOnlyList<WorkStatus> statuses, int? reviewed, bool isOnArxiv, DateOnly firstPublic)
    {
        var known = statuses.Where(status => status.Since <= day).OrderBy(status => status.State is PublicationState.Retracted or PublicationState.Withdrawn).ThenBy(status => status.Since).ThenBy(status => status.State).ToList();
        return known.Count > 0 ? known[^1].State : day.Year > reviewed ? PublicationState.Accepted : isOnArxiv && firstPublic <= day ? PublicationState.Preprint : null;
    }

    /// <summary>Who saw title and identifier together, where somebody said so: a user, or the service that has both.</summary>
    public string? VerifiedBy { get; init; }
}

/// <summary>That a work bears on a release, and whether the release cites it.</summary>
/// <param name="Work">The work.</param>
/// <param name="IsCited">Whether the release cites it, matched by identifier or by title, year and first author; never by surname alone.</param>
/// <param name="CitedBy">Where: the reference's text; null when not cited.</param>
/// <param name="EquivalentCited">A cited work that makes the same point; null when none was found.</param>
/// <param name="SharedTags">Topics shared with the release.</param>
public sealed record PriorWorkMatch(PriorWork Work, bool IsCited, string? CitedBy, WorkId? EquivalentCited, IReadOnlyList<string> SharedTags)
{
    /// <summary>Why it bears on the release's method: the hazards under which it stands, in the register's words; empty when only topics are shared.</summary>
    public IReadOnlyList<string> Hazards { get; init; } = [];

    /// <summary>The words by which the release names the methods of those hazards for which a work must not be left out.</summary>
    public IReadOnlyList<string> HazardWords { get; init; } = [];
}

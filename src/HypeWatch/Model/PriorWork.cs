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

    /// <summary>Who saw title and identifier together, where a user said so.</summary>
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

namespace HypeWatch.Model;

/// <summary>What identifies a work that is looked for. Any part may be missing; an identifier goes before a title.</summary>
/// <param name="Doi">DOI in lower case.</param>
/// <param name="Arxiv">arXiv identifier without version.</param>
/// <param name="Title">Title.</param>
/// <param name="FirstAuthor">Family name of the first author.</param>
/// <param name="Year">Year of publication.</param>
public sealed record WorkQuery(string? Doi = null, string? Arxiv = null, string? Title = null, string? FirstAuthor = null, int? Year = null);

/// <summary>A work as a bibliographic service describes it.</summary>
/// <param name="Service">Which service.</param>
/// <param name="Title">Title.</param>
/// <param name="Authors">Authors as printed, in order.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Venue">Where it appeared; null when unknown.</param>
/// <param name="Doi">DOI in lower case, not that of an arXiv paper.</param>
/// <param name="Arxiv">arXiv identifier without version.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="OpenCopy">A copy that everybody may read; null when none is known.</param>
/// <param name="Status">Whether it was retracted, corrected or withdrawn; null when nothing is said, which does not mean that nothing happened.</param>
/// <param name="Notice">DOI or address of the notice behind <paramref name="Status"/>.</param>
public sealed record WorkRecord(
    string Service, string Title, IReadOnlyList<string> Authors, PublicationDate? Published, string? Venue, string? Doi, string? Arxiv, string? Url,
    string? OpenCopy = null, AnnouncedStatus? Status = null, string? Notice = null)
{
    /// <summary>Its abstract in plain text; null when the service gives none.</summary>
    public string? Abstract { get; init; }

    /// <summary>In what kind of place it was published; null when the service does not tell.</summary>
    public PublicationState? State { get; init; }
}

/// <summary>How a look-up ended.</summary>
/// <param name="Works">What was found, best first; empty when the service knows no such work.</param>
/// <param name="Problem">Why the service could not be asked; null when it answered. An empty answer with a problem says nothing about the work.</param>
public sealed record WorkAnswer(IReadOnlyList<WorkRecord> Works, string? Problem = null);

/// <summary>Services that know works by identifier and title, asked in their order of merit. A title alone is matched by the caller: equal titles exist.</summary>
public interface IBibliography
{
    /// <summary>Asks one service after the other until one knows the work.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    Task<WorkAnswer> FindAsync(WorkQuery query, CancellationToken ct);
}

using HypeWatch.Model;

namespace HypeWatch.Literature.Formats;

/// <summary>A work as a bibliography file describes it.</summary>
/// <param name="Line">Line, or number of the entry in a file without lines, from 1.</param>
/// <param name="Title">Title in plain text.</param>
/// <param name="Authors">Family names in order.</param>
/// <param name="Published">When it was published; unknown when the file does not say.</param>
public sealed record WorkEntry(int Line, string Title, IReadOnlyList<string> Authors, PublicationDate Published)
{
    /// <summary>Where it appeared.</summary>
    public string? Venue { get; init; }

    /// <summary>DOI, in whatever form the file has it.</summary>
    public string? Doi { get; init; }

    /// <summary>arXiv identifier or an address that holds one.</summary>
    public string? Arxiv { get; init; }

    /// <summary>Address.</summary>
    public string? Url { get; init; }

    /// <summary>Abstract.</summary>
    public string? Abstract { get; init; }

    /// <summary>Keywords of the file.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>States of publication that the service tells of.</summary>
    public IReadOnlyList<WorkStatus> Statuses { get; init; } = [];

    /// <summary>Whether the kind of entry says that it was peer reviewed (a journal or a conference).</summary>
    public bool IsPeerReviewed { get => field && !string.IsNullOrWhiteSpace(Venue) && !Venue.Contains("arxiv", StringComparison.OrdinalIgnoreCase); init; }
}

/// <summary>An entry that could not be read.</summary>
/// <param name="Line">Line, or number of the entry, from 1.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record EntryProblem(int Line, string Reason);

/// <summary>What a bibliography file holds.</summary>
/// <param name="Entries">The entries that could be read.</param>
/// <param name="Problems">The others.</param>
public sealed record WorkEntries(IReadOnlyList<WorkEntry> Entries, IReadOnlyList<EntryProblem> Problems);

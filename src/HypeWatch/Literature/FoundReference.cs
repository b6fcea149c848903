using System.Globalization;
using HypeWatch.Literature.Formats;
using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>Brings entries of reference lists and the records of bibliographic services together.</summary>
public static class FoundReference
{
    /// <summary>Two titles that share less than this part of their words are of two works, whatever an identifier says: identifiers are misprinted, and misread.</summary>
    private const double LeastShared = 0.4;

    /// <summary>What is longer is no title that was read right.</summary>
    private const int LongestTitle = 300;

    /// <summary>The identity by which a reference is asked about once: its DOI, its arXiv identifier, or title, first author and year; null when it has none of them.</summary>
    public static string? KeyOf(Reference reference) =>
        reference.Doi is { } doi ? "doi:" + doi
        : reference.Arxiv is { } arxiv ? "arxiv:" + arxiv
        : reference.Title is { Length: <= LongestTitle } title && TitleKey.Of(title) is { Length: >= TitleKey.TellingLength } key && reference.Authors.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"title:{ContentId.Sha256($"{key}|{TitleKey.Of(reference.Authors[0])}|{reference.Year}")}")
            : null;

    /// <summary>The question for a reference.</summary>
    public static WorkQuery QueryOf(Reference reference) => new(reference.Doi, reference.Arxiv, reference.Title, reference.Authors is [var first, ..] ? first : null, reference.Year);

    /// <summary>A record as an entry; null when it has no title or no year.</summary>
    /// <param name="record">What a service says.</param>
    /// <param name="today">The day of the answer, from which a notice without a day counts.</param>
    public static WorkEntry? EntryOf(WorkRecord record, DateOnly today)
    {
        if (record.Title.Length == 0 || record.Published is not { NotAfter: { } published } date) return null;
        return new(0, record.Title, [.. record.Authors.Select(BibliographyFile.Family).Where(name => name.Length > 0)], date)
        {
            Venue = record.Venue, Doi = record.Doi, Arxiv = record.Arxiv, Url = record.Url, Abstract = record.Abstract,
            IsPeerReviewed = record.State is PublicationState.Journal or PublicationState.Conference, Statuses = [.. StatusesOf(record, published, today)],
        };
    }

    /// <summary>Whether an entry is the work that a reference means: by the rule of <see cref="CitationMatcher"/>, and with titles that can be of one work.</summary>
    public static bool Is(Reference reference, WorkEntry entry) =>
        new CitationMatcher([WorkMerger.ToWork(entry, "")]).Match(reference) is not null && (reference.Title is not { } title || Shared(title, entry.Title) >= LeastShared);

    private static double Shared(string a, string b)
    {
        HashSet<string> first = [.. TitleKey.Of(a).Split(' ')], second = [.. TitleKey.Of(b).Split(' ')];
        return (double)first.Intersect(second).Count() / Math.Min(first.Count, second.Count);
    }

    private static IEnumerable<WorkStatus> StatusesOf(WorkRecord record, DateOnly published, DateOnly today)
    {
        if (record.State is { } state) yield return new(state, published, record.Service);
        PublicationState? notice = record.Status switch
        {
            AnnouncedStatus.Retracted => PublicationState.Retracted,
            AnnouncedStatus.Withdrawn => PublicationState.Withdrawn,
            AnnouncedStatus.Corrected => PublicationState.Corrected,
            AnnouncedStatus.Accepted => PublicationState.Accepted,
            AnnouncedStatus.Rejected => PublicationState.Rejected,
            AnnouncedStatus.UnderReview => PublicationState.UnderReview,
            _ => null,
        };
        if (notice is { } given) yield return new(given, today, record.Service);
    }
}

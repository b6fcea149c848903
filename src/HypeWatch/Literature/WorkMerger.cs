using HypeWatch.Literature.Formats;
using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>What came of taking entries in.</summary>
/// <param name="Changed">Works to be stored: new ones, and known ones of which more is known now.</param>
/// <param name="New">How many were not known.</param>
/// <param name="Merged">How many known ones gained something.</param>
/// <param name="Unchanged">How many say nothing new.</param>
/// <param name="Works">The work of each entry, in their order.</param>
public sealed record MergeResult(IReadOnlyList<PriorWork> Changed, int New, int Merged, int Unchanged, IReadOnlyList<WorkId> Works);

/// <summary>
/// Takes entries of bibliographies into the base. An entry is a known work when it has its DOI or its arXiv identifier, or its title together with its first author and a
/// year at most two apart; a surname alone never does (specification 3, OC17). What is known is completed and not overwritten; only an earlier day takes the place of a later one, where nobody vouches for the work.
/// </summary>
public static class WorkMerger
{
    private const int YearsApart = 2;

    /// <summary>Authors that are kept of a work.</summary>
    private const int MostAuthors = 3;

    /// <summary>Merges entries.</summary>
    /// <param name="known">The base.</param>
    /// <param name="entries">The entries, each with a year.</param>
    /// <param name="origin">Where they come from.</param>
    public static MergeResult Merge(IReadOnlyList<PriorWork> known, IEnumerable<WorkEntry> entries, string origin)
    {
        var works = known.ToDictionary(work => work.Id);
        var (byDoi, byArxiv) = (new Dictionary<string, WorkId>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, WorkId>(StringComparer.OrdinalIgnoreCase));
        var byTitle = new Dictionary<(string Title, string Author), List<WorkId>>();
        foreach (var work in known) Register(work);
        var (changed, fresh) = (new HashSet<WorkId>(), new HashSet<WorkId>());
        var unchanged = 0;
        List<WorkId> met = [];
        foreach (var entry in entries)
        {
            var work = ToWork(entry, origin);
            var same = Known(work);
            met.Add(same ?? work.Id);
            if (same is not { } id)
            {
                works[work.Id] = work;
                fresh.Add(work.Id);
                Register(work);
            }
            else if (Completed(works[id], work) is { } more && more != works[id])
            {
                works[id] = more;
                if (!fresh.Contains(id)) changed.Add(id);
                Register(more);
            }
            else
            {
                unchanged++;
            }
        }

        return new([.. fresh.Concat(changed).Select(id => works[id]).OrderBy(work => work.Id.Value, StringComparer.Ordinal)], fresh.Count, changed.Count, unchanged, met);

        WorkId? Known(PriorWork work) =>
            work.Doi is { } doi && byDoi.TryGetValue(doi, out var a) ? a
            : work.Arxiv is { } arxiv && byArxiv.TryGetValue(arxiv, out var b) ? b
            : work.Authors.Count > 0 && byTitle.GetValueOrDefault(Key(work)) is { } alike && alike.FindIndex(id => Fits(works[id], work)) is >= 0 and var at ? alike[at]
            : works.ContainsKey(work.Id) ? work.Id : null;

        void Register(PriorWork work)
        {
            if (work.Doi is { } doi) byDoi.TryAdd(doi, work.Id);
            if (work.Arxiv is { } arxiv) byArxiv.TryAdd(arxiv, work.Id);
            if (work.Authors.Count == 0) return;
            if (!byTitle.TryGetValue(Key(work), out var list)) byTitle[Key(work)] = list = [];
            if (!list.Contains(work.Id)) list.Add(work.Id);
        }
    }

    /// <summary>The work that an entry describes. Its topics follow from its words; nothing about it counts as verified.</summary>
    public static PriorWork ToWork(WorkEntry entry, string origin)
    {
        var doi = DoiOf(entry.Doi) ?? DoiOf(entry.Url);
        var arxiv = ArxivId.TryParse(entry.Arxiv) ?? (doi?.StartsWith(ArxivDoi, StringComparison.Ordinal) == true ? ArxivId.TryParse(doi[ArxivDoi.Length..]) : null);
        var last = entry.Published.NotAfter ?? DateOnly.MaxValue;
        var authors = entry.Authors.Take(MostAuthors).ToList();
        var text = $"{entry.Title}. {entry.Abstract}";
        return new(
            new(ContentId.Of("wrk", doi ?? arxiv ?? $"{TitleKey.Of(entry.Title)} {TitleKey.Of(authors.FirstOrDefault() ?? "")} {last.Year}")), entry.Title, authors, last.Year, last, entry.Venue, arxiv,
            doi?.StartsWith(ArxivDoi, StringComparison.Ordinal) == true ? null : doi, WebAddress(entry.Url),
            [.. TopicTags.Of(text).Concat(entry.Keywords.Select(keyword => keyword.ToLowerInvariant())).Distinct(StringComparer.Ordinal)], "", [], [], entry.IsPeerReviewed, Verified: false)
        {
            Abstract = entry.Abstract, OpenReview = OpenReviewOf(entry.Url), Origin = origin, Statuses = entry.Statuses,
        };
    }

    /// <summary>DOIs under which arXiv registers its papers.</summary>
    private const string ArxivDoi = "10.48550/arxiv.";

    private static (string Title, string Author) Key(PriorWork work) => (TitleKey.Of(work.Title), TitleKey.Of(work.Authors[0]));

    private static bool Fits(PriorWork known, PriorWork other) =>
        Math.Abs(known.Year - other.Year) <= YearsApart
        && (known.Doi is null || other.Doi is null || known.Doi == other.Doi) && (known.Arxiv is null || other.Arxiv is null || known.Arxiv == other.Arxiv);

    private static PriorWork Completed(PriorWork known, PriorWork other) => known with
    {
        Venue = known.Venue ?? other.Venue, Arxiv = known.Arxiv ?? other.Arxiv, Doi = known.Doi ?? other.Doi, Url = known.Url ?? other.Url,
        Abstract = known.Abstract ?? other.Abstract, OpenReview = known.OpenReview ?? other.OpenReview,
        Statuses = other.Statuses.All(status => known.Statuses.Contains(status)) ? known.Statuses : [.. known.Statuses.Union(other.Statuses)],
        FirstPublic = IsEarlier(known, other) ? other.FirstPublic : known.FirstPublic, Year = IsEarlier(known, other) ? other.Year : known.Year,
    };

    /// <summary>A preprint says when a work became public; what somebody vouches for stays as it is.</summary>
    private static bool IsEarlier(PriorWork known, PriorWork other) => other.FirstPublic < known.FirstPublic && known.Origin != PriorWork.BuiltIn && !known.Verified && IsAlike(known, other);

    /// <summary>An entry that has an identifier of another work by mistake says nothing of its day.</summary>
    private static bool IsAlike(PriorWork known, PriorWork other) =>
        TitleKey.Of(known.Title) == TitleKey.Of(other.Title) || (known.Authors.Count > 0 && other.Authors.Count > 0 && TitleKey.Of(known.Authors[0]) == TitleKey.Of(other.Authors[0]));

    private static string? DoiOf(string? text)
    {
        if (text is null) return null;
        var at = text.IndexOf("10.", StringComparison.Ordinal);
        if (at < 0 || text.IndexOf('/', at) < 0 || (at > 0 && !text.Contains("doi", StringComparison.OrdinalIgnoreCase) && text.Contains("://", StringComparison.Ordinal))) return null;
        return text[at..].Trim().TrimEnd('.', ',', ';').ToLowerInvariant();
    }

    private static string? WebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.ToString() : null;

    private static string? OpenReviewOf(string? text) =>
        WebAddress(text) is { } address && new Uri(address) is { Host: "openreview.net" } url && System.Web.HttpUtility.ParseQueryString(url.Query)["id"] is { Length: > 0 } id ? id : null;
}

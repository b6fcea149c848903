using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>
/// Finds which work of the prior-work base a citation means: by arXiv id, by DOI, or by title together with first author and year.
/// A surname alone never matches: one author has many papers, and a cited 2016 paper would wrongly clear an omitted one of 2021
/// (specification 3, OC17).
/// </summary>
public sealed class CitationMatcher
{
    /// <summary>A preprint and its printed form may lie this many years apart.</summary>
    private const int YearsApart = 2;

    private readonly Dictionary<string, PriorWork> byArxiv = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PriorWork> byDoi = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, PriorWork> byTitle;
    private readonly ILookup<(string Author, int Year), PriorWork> byAuthorYear;
    private readonly IReadOnlyList<(string Title, PriorWork Work)> titles;

    /// <summary>Makes a matcher over works.</summary>
    public CitationMatcher(IReadOnlyList<PriorWork> works)
    {
        Works = works;
        foreach (var work in works)
        {
            if (work.Arxiv is { } arxiv) byArxiv.TryAdd(arxiv, work);
            if (work.Doi is { } doi) byDoi.TryAdd(doi, work);
        }

        titles = [.. works.Select(work => (TitleKey.Of(work.Title), work))];
        byTitle = titles.ToLookup(pair => pair.Title, pair => pair.Work);
        byAuthorYear = works.Where(work => work.Authors.Count > 0).ToLookup(work => (TitleKey.Of(work.Authors[0]), work.Year));
    }

    /// <summary>The works that are known.</summary>
    public IReadOnlyList<PriorWork> Works { get; }

    /// <summary>The work that an entry of a reference list means; null when none is known for sure.</summary>
    public WorkId? Match(Reference reference)
    {
        if (ByArxiv(reference.Arxiv ?? ArxivId.TryParse(ArxivPart(reference.Url))) is { } known) return known.Id;
        if (reference.Doi is { } doi && byDoi.TryGetValue(doi, out var work)) return work.Id;
        if (ArxivId.Marked(reference.Text).Select(ByArxiv).FirstOrDefault(found => found is not null) is { } marked) return marked.Id;
        return (ByTitle(reference) ?? ByWholeText(reference))?.Id;
    }

    /// <summary>
    /// The work that an inline citation such as "Author et al. (2021)" means: first author and year, and only when exactly one known work has both.
    /// </summary>
    /// <param name="firstAuthor">Family name; alone it would never do.</param>
    /// <param name="year">Year as printed.</param>
    public WorkId? Match(string firstAuthor, int year)
    {
        var works = byAuthorYear[(TitleKey.Of(firstAuthor), year)];
        return works.Take(2).Count() == 1 ? works.First().Id : null;
    }

    /// <summary>The work at an address (arXiv or DOI); null when it is none that is known.</summary>
    public WorkId? MatchUrl(string url)
    {
        if (ByArxiv(ArxivId.TryParse(ArxivPart(url))) is { } work) return work.Id;
        var at = url.IndexOf("doi.org/", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && byDoi.TryGetValue(url[(at + "doi.org/".Length)..], out var found) ? found.Id : null;
    }

    /// <summary>Works that a running text names by their whole title or by a marked identifier.</summary>
    public IReadOnlySet<WorkId> Named(string text)
    {
        var key = TitleKey.Of(text);
        var named = titles.Where(pair => pair.Title.Length >= TitleKey.TellingLength && TitleKey.Contains(key, pair.Title)).Select(pair => pair.Work.Id);
        var marked = ArxivId.Marked(text).Select(ByArxiv).OfType<PriorWork>().Select(work => work.Id);
        return named.Concat(marked).ToHashSet();
    }

    private static string? ArxivPart(string? url) => url?.Contains("arxiv", StringComparison.OrdinalIgnoreCase) == true ? url : null;

    private PriorWork? ByArxiv(string? id) => id is not null ? byArxiv.GetValueOrDefault(id) : null;

    private PriorWork? ByTitle(Reference reference) => reference.Title is { } title
        ? byTitle[TitleKey.Of(title)].FirstOrDefault(work => YearFits(work, reference) && AuthorFits(work, reference))
        : null;

    private PriorWork? ByWholeText(Reference reference)
    {
        var key = TitleKey.Of(reference.Text);
        foreach (var (title, work) in titles)
            if (title.Length >= TitleKey.TellingLength && TitleKey.Contains(key, title) && YearFits(work, reference) && AuthorFits(work, reference)) return work;
        return null;
    }

    private static bool YearFits(PriorWork work, Reference reference) => reference.Year is not { } year || Math.Abs(year - work.Year) <= YearsApart;

    private static bool AuthorFits(PriorWork work, Reference reference)
    {
        if (work.Authors.Count == 0 || (reference.Authors.Count == 0 && reference.Text.Length == 0)) return true;
        var first = TitleKey.Of(work.Authors[0]);
        return reference.Authors.Any(author => TitleKey.Contains(TitleKey.Of(author), first)) || TitleKey.Contains(TitleKey.Of(reference.Text), first);
    }
}

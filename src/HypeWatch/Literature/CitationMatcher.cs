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

    /// <summary>Few titles share their first three words.</summary>
    private const int OpeningWords = 3;

    private volatile WorkIndex index;

    /// <summary>Makes a matcher over works.</summary>
    public CitationMatcher(IReadOnlyList<PriorWork> works) => index = new(works);

    /// <summary>The works that are known.</summary>
    public IReadOnlyList<PriorWork> Works => index.Works;

    /// <summary>Hash of what is known: whatever was matched with another one may come out otherwise now.</summary>
    public string Digest => index.Digest;

    /// <summary>Knows these works from now on, in place of the earlier ones.</summary>
    public void Use(IReadOnlyList<PriorWork> works) => index = new(works);

    /// <summary>A work by its id; null when it is not known.</summary>
    public PriorWork? Find(WorkId id) => index.ById.GetValueOrDefault(id);

    /// <summary>The work that an entry of a reference list means; null when none is known for sure.</summary>
    public WorkId? Match(Reference reference)
    {
        if (ByArxiv(reference.Arxiv ?? ArxivId.TryParse(ArxivPart(reference.Url))) is { } known) return known.Id;
        if (reference.Doi is { } doi && index.ByDoi.TryGetValue(doi, out var work)) return work.Id;
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
        var works = index.ByAuthorYear[(TitleKey.Of(firstAuthor), year)];
        return works.Take(2).Count() == 1 ? works.First().Id : null;
    }

    /// <summary>The works of a title, by its key (<see cref="TitleKey"/>).</summary>
    public IReadOnlyList<PriorWork> Titled(string title) => [.. index.ByTitle[title]];

    /// <summary>The work at an address (arXiv or DOI); null when it is none that is known.</summary>
    public WorkId? MatchUrl(string url)
    {
        if (ByArxiv(ArxivId.TryParse(ArxivPart(url))) is { } work) return work.Id;
        var at = url.IndexOf("doi.org/", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && index.ByDoi.TryGetValue(url[(at + "doi.org/".Length)..], out var found) ? found.Id : null;
    }

    /// <summary>Works that a running text names by their whole title, by the part of it before a colon as it is spelt, or by a marked identifier.</summary>
    public IReadOnlySet<WorkId> Named(string text)
    {
        var key = TitleKey.Of(text);
        var named = index.NamedIn(key).Select(work => work.Id);
        var marked = ArxivId.Marked(text).Select(ByArxiv).OfType<PriorWork>().Select(work => work.Id);
        var byMainTitle = index.MainTitlesIn(key).Where(found => text.Contains(found.MainTitle, StringComparison.Ordinal)).Select(found => found.Work.Id);
        return named.Concat(marked).Concat(byMainTitle).ToHashSet();
    }

    private static string? ArxivPart(string? url) => url?.Contains("arxiv", StringComparison.OrdinalIgnoreCase) == true ? url : null;

    private PriorWork? ByArxiv(string? id) => id is not null ? index.ByArxiv.GetValueOrDefault(id) : null;

    private PriorWork? ByTitle(Reference reference) => reference.Title is { } title
        ? index.ByTitle[TitleKey.Of(title)].FirstOrDefault(work => YearFits(work, reference) && AuthorFits(work, reference))
        : null;

    private PriorWork? ByWholeText(Reference reference) =>
        index.NamedIn(TitleKey.Of(reference.Text)).FirstOrDefault(work => YearFits(work, reference) && AuthorFits(work, reference));

    private static bool YearFits(PriorWork work, Reference reference) => reference.Year is not { } year || Math.Abs(year - work.Year) <= YearsApart;

    private static bool AuthorFits(PriorWork work, Reference reference)
    {
        if (work.Authors.Count == 0 || (reference.Authors.Count == 0 && reference.Text.Length == 0)) return true;
        var first = TitleKey.Of(work.Authors[0]);
        return reference.Authors.Any(author => TitleKey.Contains(TitleKey.Of(author), first)) || TitleKey.Contains(TitleKey.Of(reference.Text), first);
    }

    private sealed class WorkIndex
    {
        public WorkIndex(IReadOnlyList<PriorWork> works)
        {
            Works = works;
            foreach (var work in works)
            {
                ById.TryAdd(work.Id, work);
                if (work.Arxiv is { } arxiv) ByArxiv.TryAdd(arxiv, work);
                if (work.Doi is { } doi) ByDoi.TryAdd(doi, work);
            }

            List<(string Title, PriorWork Work)> titles = [.. works.Select(work => (TitleKey.Of(work.Title), work))];
            ByTitle = titles.ToLookup(pair => pair.Title, pair => pair.Work);
            ByOpening = titles.Where(pair => pair.Title.Length >= TitleKey.TellingLength).ToLookup(pair => Opening(pair.Title, 0, OpeningWords));
            ByMainOpening = works.Select(work => (MainTitle: MainTitleOf(work.Title), Work: work)).Where(pair => pair.MainTitle is not null && TitleKey.Of(pair.MainTitle).Length >= TitleKey.TellingLength)
                .ToLookup(pair => Opening(TitleKey.Of(pair.MainTitle!), 0, OpeningWords), pair => (MainTitle: pair.MainTitle!, pair.Work));
            ByAuthorYear = works.Where(work => work.Authors.Count > 0).ToLookup(work => (TitleKey.Of(work.Authors[0]), work.Year));
            Digest = ContentId.Sha256(ModelJson.Write(works.OrderBy(work => work.Id.Value, StringComparer.Ordinal)));
        }

        public IReadOnlyList<PriorWork> Works { get; }

        public Dictionary<WorkId, PriorWork> ById { get; } = [];

        public Dictionary<string, PriorWork> ByArxiv { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, PriorWork> ByDoi { get; } = new(StringComparer.OrdinalIgnoreCase);

        public ILookup<string, PriorWork> ByTitle { get; }

        public ILookup<(string Author, int Year), PriorWork> ByAuthorYear { get; }

        private ILookup<string, (string Title, PriorWork Work)> ByOpening { get; }

        private ILookup<string, (string MainTitle, PriorWork Work)> ByMainOpening { get; }

        public string Digest { get; }

        /// <summary>The works whose whole title stands in a key, in the order of the key.</summary>
        public IEnumerable<PriorWork> NamedIn(string key)
        {
            for (var at = 0; at >= 0 && at < key.Length; at = key.IndexOf(' ', at) is >= 0 and var blank ? blank + 1 : -1)
                foreach (var (title, work) in Enumerable.Range(1, OpeningWords).SelectMany(words => ByOpening[Opening(key, at, words)]))
                    if (string.CompareOrdinal(key, at, title, 0, title.Length) == 0 && (at + title.Length == key.Length || key[at + title.Length] == ' ')) yield return work;
        }

        /// <summary>The works whose title before its colon may stand in a key; whether it is spelt so is for the text to say.</summary>
        public IEnumerable<(string MainTitle, PriorWork Work)> MainTitlesIn(string key)
        {
            if (ByMainOpening.Count == 0) yield break;
            for (var at = 0; at >= 0 && at < key.Length; at = key.IndexOf(' ', at) is >= 0 and var blank ? blank + 1 : -1)
                foreach (var found in Enumerable.Range(1, OpeningWords).SelectMany(words => ByMainOpening[Opening(key, at, words)])) yield return found;
        }

        // "Towards Monosemanticity: Decomposing ..." is cited by its first two words.
        private static string? MainTitleOf(string title) => title.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && title.AsSpan(0, colon).Contains(' ') ? title[..colon] : null;

        /// <summary>The first words from a place on; a title of fewer opens with all it has.</summary>
        private static string Opening(string key, int at, int most)
        {
            var end = at - 1;
            for (var words = 0; words < most && end < key.Length; words++) end = key.IndexOf(' ', end + 1) is >= 0 and var blank ? blank : key.Length;
            return key[at..end];
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// The search API of arXiv (info.arxiv.org/help/api/user-manual): papers that match a search and were submitted or revised since the last poll, or given identifiers.
/// </summary>
internal sealed partial class ArxivApi : IWorkApi
{
    private const int PageSize = 100;
    private const int LastStart = 30_000;
    private static readonly TimeSpan EmptyPause = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public string Kind => "arxiv";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://export.arxiv.org/api", "searches such as cat:cs.LG AND abs:interpretability, plain phrases, or identifiers") { RequiresQueries = true };

    /// <inheritdoc/>
    public int Merit => 1;

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask)
    {
        var ids = ask.Source.Queries.Where(query => Identifier().IsMatch(query)).ToList();
        foreach (var batch in ids.Chunk(PageSize)) yield return Ids(ask, string.Join(',', batch), batch.Length);
        foreach (var query in ask.Source.Queries.Where(query => !Identifier().IsMatch(query)))
        {
            yield return Call(ask, ApiText.Address(
                ask.Base(Needs.Address!) + "/query", ("search_query", query.Contains(':', StringComparison.Ordinal) ? query : $"all:\"{query}\""), ("start", "0"),
                ("max_results", PageSize.ToString(CultureInfo.InvariantCulture)), ("sortBy", "lastUpdatedDate"), ("sortOrder", "descending")));
        }
    }

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.EndsWith("/query", StringComparison.Ordinal) ? Call(ask, request.Url) : null;

    /// <inheritdoc/>
    public ApiCall? Find(WorkQuery query, ApiAsk ask) => query.Arxiv is { } id ? Ids(ask, id, 1)
        : query.Doi is null && query.Title is { Length: > 0 } title
            ? Call(ask, ApiText.Address(Needs.Address + "/query", ("search_query", $"ti:\"{title.Replace('"', ' ')}\""), ("start", "0"), ("max_results", "5")))
            : null;

    private ApiCall Ids(ApiAsk ask, string list, int count) =>
        Call(ask, ApiText.Address(ask.Base(Needs.Address!) + "/query", ("id_list", list), ("start", "0"), ("max_results", count.ToString(CultureInfo.InvariantCulture))));

    private static ApiCall Call(ApiAsk ask, Uri url) => ApiCall.Xml(url, (feed, from) => Read(feed, from, ask)) with
    {
        Judge = answer => answer.Status == 400 ? Refused(XmlView.Parse(FeedText.Decode(answer.Body, answer.ContentType), out _, out _)) : null,
    };

    private static ApiPage Read(XmlView feed, Uri url, ApiAsk ask)
    {
        var entries = feed.All("entry").ToList();
        if (entries.Exists(IsError) && Refused(feed) is { } refused) return ApiPage.Nothing with { End = refused };

        // arXiv answers an empty page now and then, at the start of a search and in the middle of it (lukasschwab/arxiv.py#129): that is no news about the papers.
        var start = ApiText.Parameter(url, "start", 0);
        var total = feed.All("opensearch:totalResults").FirstOrDefault()?.Words is { } said && int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null;
        var isSearch = ApiText.Parameter(url, "search_query") is { Length: > 0 };
        if (entries.Count == 0 && feed.Child("feed") is null) return ApiPage.Ended(PollState.Broken, "arXiv answered no Atom feed");
        if (entries.Count == 0 && isSearch && (start == 0 || total > start)) return ApiPage.Ended(PollState.TryLater, "arXiv answered an empty page for a search; it does so at times", EmptyPause);

        var papers = entries.Select(ArxivPaper.FromAtom).OfType<ArxivPaper>().ToList();
        var isByUpdate = ApiText.Parameter(url, "sortBy") == "lastUpdatedDate" && ApiText.Parameter(url, "sortOrder") == "descending";
        var goesOn = isSearch && entries.Count > 0 && start + entries.Count < (total ?? 0) && start + entries.Count < LastStart
            && entries.Count >= ApiText.Parameter(url, "max_results", PageSize) && (!isByUpdate || papers.TrueForAll(paper => !(paper.Updated < ask.Since)));
        var wanted = isByUpdate ? papers.Where(paper => !(paper.Updated < ask.Since)) : papers;
        var next = goesOn ? Call(ask, ApiText.With(url, "start", (start + entries.Count).ToString(CultureInfo.InvariantCulture))) : null;
        return ApiPage.Of(wanted.Select(paper => paper.Announce()), next) with { Works = [.. papers.Select(paper => paper.Work)] };
    }

    private static bool IsError(XmlView entry) => entry.Text("id")?.Contains("/api/errors", StringComparison.Ordinal) == true;

    private static ApiEnd? Refused(XmlView feed) =>
        feed.All("entry").FirstOrDefault(IsError)?.Text("summary") is { } why ? new(PollState.Broken, $"arXiv does not take the question: {ApiText.Opening(why)}") : null;

    [GeneratedRegex(@"^(?:arXiv:)?(?:[0-9]{4}\.[0-9]{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]{1,3})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();
}

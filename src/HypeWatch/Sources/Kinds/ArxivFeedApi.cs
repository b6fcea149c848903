using HypeWatch.Http;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// The daily announcement of arXiv as RSS or Atom (info.arxiv.org/help/rss), which alone says whether a paper is new, cross-listed or replaced. Empty at weekends and on holidays.
/// </summary>
internal sealed class ArxivFeedApi : IApi
{
    /// <inheritdoc/>
    public string Kind => "arxiv-rss";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://rss.arxiv.org/rss", "categories such as cs.LG") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => [Call(new Uri($"{ask.Base(Needs.Address!)}/{string.Join('+', ask.Source.Queries)}"))];

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.StartsWith("/rss/", StringComparison.Ordinal) || request.Url.AbsolutePath.StartsWith("/atom/", StringComparison.Ordinal) ? Call(request.Url) : null;

    private static ApiCall Call(Uri url) => ApiCall.Xml(url, (feed, _) => Read(feed));

    private static ApiPage Read(XmlView feed) => feed.Child("rss") is null && feed.Child("feed") is null
        ? ApiPage.Ended(PollState.Broken, "arXiv answered no feed")
        : ApiPage.Of(feed.All("item").Concat(feed.All("entry")).Select(Paper).OfType<ArxivPaper>().Select(paper => paper.Announce()));

    private static ArxivPaper? Paper(XmlView item)
    {
        // oai:arXiv.org:2203.01250v3
        var (id, version) = ArxivPaper.Identify((item.Text("guid") ?? item.Text("id"))?.Replace("oai:arXiv.org:", "arXiv:", StringComparison.OrdinalIgnoreCase));
        if (id is null || item.Text("title") is not { } title) return null;
        var type = item.Text("arxiv:announce_type") ?? "";
        var summary = item.Text("description") ?? item.Text("summary") ?? "";
        var start = summary.IndexOf("Abstract:", StringComparison.Ordinal);
        var date = StatedTime(item.Text("pubDate") ?? item.Text("published"));
        return new(id, version, title)
        {
            Authors = [.. (item.Text("dc:creator") ?? "").Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Abstract = start < 0 ? summary : summary[(start + "Abstract:".Length)..],
            Categories = $"{type} {string.Join(' ', item.Children.Where(child => child.Name == "category").Select(category => category.Attribute("term") ?? category.Words))}",
            // The day of a replacement or cross-listing is not the day of the paper.
            Submitted = type == "new" ? date : null, Updated = type.StartsWith("replace", StringComparison.Ordinal) ? date : null, Doi = item.Text("arxiv:DOI"), Journal = item.Text("arxiv:journal_reference"),
        };
    }

    private static DateTimeOffset? StatedTime(string? text) => text is null ? null : ApiText.Time(text);
}

using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Headlines for a search from the feed of Google News. Its links lead to the articles only with a browser's help, which is not sought; what is kept is the headline with its
/// publisher, to be matched with the article from another source. No licence for programs is documented, so it is for the user to switch it on.
/// </summary>
internal sealed class GoogleNewsApi : IApi
{
    /// <inheritdoc/>
    public string Kind => "google-news";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://news.google.com/rss/search", "search words") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) =>
        ask.Source.Queries.Select(query => Call(ApiText.Address(ask.Base(Needs.Address!), ("q", query + " when:7d"), ("hl", "en-US"), ("gl", "US"), ("ceid", "US:en"))));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => Call(request.Url);

    private static ApiCall Call(Uri url) => ApiCall.Xml(url, (feed, _) => feed.Child("rss") is null ? ApiPage.Ended(PollState.Broken, "Google News answered no feed") : ApiPage.Of(feed.All("item").Select(item =>
    {
        if (item.Text("link") is not { } link || item.Text("title") is not { } title) return null;
        var publisher = item.Text("source");
        var headline = publisher is not null && title.EndsWith(" - " + publisher, StringComparison.Ordinal) ? title[..^(publisher.Length + 3)] : title;
        return new Announced(link, headline)
        {
            Kind = DocumentKind.News, Publisher = publisher, Published = ApiText.Day(item.Text("pubDate") is { } date ? ApiText.Time(date) : null, "google-news:pubDate"), Text = ApiText.Line(headline), TextType = "text/plain",
        };
    })));
}

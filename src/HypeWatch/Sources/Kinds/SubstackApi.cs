using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>Newsletters on Substack: the feed of a publication holds its 20 newest posts, whole where they are free; where the feed is refused, the archive's list is asked.</summary>
internal sealed class SubstackApi : IApi
{
    /// <inheritdoc/>
    public string Kind => "substack";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://substack.com", "names of publications: NAME of NAME.substack.com, or the host of one with a host of its own") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(name =>
    {
        var host = "https://" + (name.Contains('.', StringComparison.Ordinal) ? name : name + ".substack.com");
        return Feed(new Uri(host + "/feed")) with { Instead = Archive(new Uri(host + "/api/v1/archive?sort=new&offset=0&limit=12")) };
    });

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath switch { "/feed" => Feed(request.Url), "/api/v1/archive" => Archive(request.Url), _ => null };

    private static ApiCall Feed(Uri url) => ApiCall.Xml(url, (feed, from) => FeedItems.Of(feed) is not { } items ? ApiPage.Ended(PollState.Broken, $"{from.IdnHost} answered no feed")
        : ApiPage.Of(items.Select(item => FeedItems.Announce(item, "substack:pubDate")).Select(item => item is null ? null : item with { Kind = DocumentKind.Blog, Publisher = feed.All("channel").FirstOrDefault()?.Text("title") })));

    private static ApiCall Archive(Uri url) => ApiCall.Json(url, (answer, from) => !answer.IsList ? ApiPage.Ended(PollState.Broken, $"{from.IdnHost} answered no archive")
        : ApiPage.Of(answer.Items.Select(post => post["canonical_url"].Text is not { } link ? null : new Announced(link, post["title"].Text ?? "")
        {
            Authors = post["publishedBylines"].Items.Select(author => author["name"].Text), Published = ApiText.Day(post["post_date"].Time, "substack:post_date"), Summary = post["subtitle"].Text ?? "", Kind = DocumentKind.Blog,
            Reception = new(post["reaction_count"].Number, null, post["comment_count"].Number),
        })));
}

using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// X (docs.x.com, API v2): recent posts for a search, paid per post read. What there is to read is counted first, for the price of one post; nothing is asked beyond the budget.
/// </summary>
internal sealed class XApi : IApi
{
    private const string Key = "Keys:X";
    private const decimal PostPrice = 0.005m;
    private const decimal CountPrice = 0.005m;
    private const int LargestPage = 100;
    private const int SmallestPage = 10;
    private const int LongestQuery = 512;
    private static readonly TimeSpan Window = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public string Kind => "x";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://api.x.com", "searches such as url:\"transformer-circuits.pub\"")
    {
        RequiresQueries = true, CostsMoney = true, Keys = [new(Key, "a bearer token from https://developer.x.com; each post read costs half a cent")],
    };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(query => Count(ask, query));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => !request.Url.AbsolutePath.StartsWith("/2/tweets", StringComparison.Ordinal) ? null
        : request.Url.AbsolutePath.Contains("/counts/", StringComparison.Ordinal) ? ApiCall.Json(request, (answer, _) => CountOf(answer).Page) : Posts(ask, request.Url, LargestPage);

    private ApiCall Count(ApiAsk ask, string query)
    {
        var words = query.Contains("is:retweet", StringComparison.Ordinal) ? query : query + " -is:retweet";
        if (words.Length > LongestQuery) words = query.Length <= LongestQuery ? query : query[..LongestQuery];
        var earliest = ask.Now - Window;
        var start = (ask.Since > earliest ? ask.Since : earliest).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var service = ask.Base(Needs.Address!);
        return ApiCall.Json(Request(ask, ApiText.Address(service + "/2/tweets/counts/recent", ("query", words), ("start_time", start), ("granularity", "day"))), (answer, _) =>
        {
            var (count, page) = CountOf(answer);
            if (count is null or 0) return page;
            var size = (int)Math.Clamp(count.Value, SmallestPage, LargestPage);
            return page with { Next = [Posts(ask, ApiText.Address(
                service + "/2/tweets/search/recent", ("query", words), ("start_time", start), ("max_results", size.ToString(CultureInfo.InvariantCulture)),
                ("tweet.fields", "created_at,public_metrics,entities,referenced_tweets,lang,author_id,edit_history_tweet_ids")), size)] };
        }) with { Cost = CountPrice };
    }

    private static (long? Count, ApiPage Page) CountOf(JsonView answer) => (answer["meta"]["total_tweet_count"].Number ?? answer["meta"]["total_post_count"].Number) is { } count
        ? (count, ApiPage.Nothing with { Cost = CountPrice })
        : (null, ApiPage.Ended(PollState.Broken, "X answered no count" + Why(answer)) with { Cost = CountPrice });

    private static ApiRequest Request(ApiAsk ask, Uri url) => new(url) { Credential = ask.Key(Key) is { } token ? ApiCredential.Bearer(token) : null };

    private static ApiCall Posts(ApiAsk ask, Uri url, int size) => ApiCall.Json(Request(ask, url), (answer, from) =>
    {
        // Errors about single posts stand beside the posts that could be had.
        var posts = answer["data"].Items.ToList();
        if (posts.Count == 0 && answer["meta"].IsMissing) return ApiPage.Ended(PollState.Broken, "X answered no posts" + Why(answer));
        var next = answer["meta"]["next_token"].Text is { Length: > 0 } token && ApiText.Parameter(from, "max_results") is not null ? Posts(ask, ApiText.With(from, "next_token", token), size) : null;
        return ApiPage.Of(posts.Select(Announce), next) with { Cost = posts.Count * PostPrice };
    }) with { Cost = size * PostPrice };

    private static string Why(JsonView answer) => (answer["errors"].Items.FirstOrDefault()["detail"].Text ?? answer["detail"].Text) is { } detail ? ": " + ApiText.Opening(detail) : "";

    private static Announced? Announce(JsonView post)
    {
        if (post["id"].Text is not { } id || !id.All(char.IsAsciiDigit)) return null;
        var answered = post["referenced_tweets"].Items.Select(other => other["id"].Text).FirstOrDefault(other => other is not null && other.All(char.IsAsciiDigit));
        var link = post["entities"]["urls"].Items.Select(url => url["unwound_url"].Text ?? url["expanded_url"].Text).FirstOrDefault(url => url is not null);
        return new("https://x.com/i/web/status/" + id, "")
        {
            Authors = [post["author_id"].Text is { } author ? "X user " + author : null], Kind = DocumentKind.ThirdPartySocial, Publisher = "X", Published = ApiText.Day(post["created_at"].Time, "x:created_at"),
            Language = post["lang"].Text, Text = post["text"].Text, TextType = "text/plain", Summary = link ?? "", Parent = answered is null ? link : "https://x.com/i/web/status/" + answered,
            // An edited post has the ids of all its versions; the first one stays.
            Version = post["edit_history_tweet_ids"].Items.Count() > 1 ? id : null, Reception = new(post["public_metrics"]["like_count"].Number, null, post["public_metrics"]["reply_count"].Number),
        };
    }
}

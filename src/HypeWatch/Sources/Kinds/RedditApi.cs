using System.Text;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>Reddit (reddit.com/dev/api): new posts of subreddits, or for a search, through an app of the user's own; without one Reddit answers nobody.</summary>
internal sealed class RedditApi : IApi
{
    private const string Id = "Keys:RedditClientId";
    private const string Secret = "Keys:RedditClientSecret";
    private const string Where = "make a script app at https://www.reddit.com/prefs/apps";
    private const string Service = "https://oauth.reddit.com";

    /// <inheritdoc/>
    public string Kind => "reddit";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://www.reddit.com", "subreddits such as r/MachineLearning, or search words") { RequiresQueries = true, Keys = [new(Id, Where), new(Secret, Where)] };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask)
    {
        var login = new ApiRequest(new Uri(ask.Base(Needs.Address!) + "/api/v1/access_token"))
        {
            Body = "grant_type=client_credentials", BodyType = "application/x-www-form-urlencoded",
            Credential = new("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ask.Key(Id)}:{ask.Key(Secret)}"))),
        };
        yield return ApiCall.Json(login, (answer, _) => answer["access_token"].Text is not { } token ? ApiPage.Ended(PollState.Broken, "Reddit gave no token; check the keys")
            : ApiPage.Of([], [.. ask.Source.Queries.Select(query => Listing(new(query.StartsWith("r/", StringComparison.OrdinalIgnoreCase)
                ? ApiText.Address($"{Service}/r/{Uri.EscapeDataString(query[2..])}/new", ("limit", "100"), ("raw_json", "1"))
                : ApiText.Address(Service + "/search", ("q", query), ("sort", "new"), ("limit", "100"), ("raw_json", "1"))) { Credential = ApiCredential.Bearer(token) }, ask))]));
    }

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.IdnHost == "oauth.reddit.com" ? Listing(request, ask) : null;

    private static ApiCall Listing(ApiRequest request, ApiAsk ask) => ApiCall.Json(request, (answer, url) =>
    {
        if (answer["kind"].Text != "Listing") return ApiPage.Ended(PollState.Broken, "Reddit answered no listing");
        var posts = answer["data"]["children"].Items.Select(child => child["data"]).ToList();
        var isNewest = url.AbsolutePath.EndsWith("/new", StringComparison.Ordinal) || ApiText.Parameter(url, "sort") == "new";
        var isOld = isNewest && posts.TrueForAll(post => post["created_utc"].Time < ask.Since);
        var next = isNewest && !isOld && posts.Count > 0 && answer["data"]["after"].Text is { Length: > 0 } after ? Listing(request with { Url = ApiText.With(url, "after", after) }, ask) : null;
        return ApiPage.Of(posts.Where(post => !isNewest || !(post["created_utc"].Time < ask.Since)).Select(Announce), next);
    });

    private static Announced? Announce(JsonView post)
    {
        if (post["permalink"].Text is not { } path || !path.StartsWith('/')) return null;
        var text = post["selftext"].Text ?? post["body"].Text;
        var isGone = text is "[deleted]" or "[removed]";
        return new("https://www.reddit.com" + path, post["title"].Text ?? post["link_title"].Text ?? "")
        {
            Authors = [post["author"].Text is { } author and not "[deleted]" ? author : null], Kind = post["body"].IsMissing ? DocumentKind.ThirdPartySocial : DocumentKind.Comment,
            Publisher = post["subreddit"].Text is { } name ? "r/" + name : "Reddit", Published = ApiText.Day(post["created_utc"].Time, "reddit:created_utc"), Version = post["edited"].Text,
            Text = isGone ? null : text, TextType = "text/markdown", Status = isGone ? AnnouncedStatus.Deleted : SelfCorrection.Of(text), Summary = post["url"].Text ?? "",
            Parent = post["is_self"].Flag == true ? null : post["url"].Text, Reception = new(post["score"].Number, null, post["num_comments"].Number),
        };
    }
}

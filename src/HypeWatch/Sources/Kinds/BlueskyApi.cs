using System.Text.Json;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Bluesky (docs.bsky.app): posts of accounts, which everybody may read, and searches, which need an app password. Reposts are left out: they say nothing of their own.
/// </summary>
internal sealed class BlueskyApi : IApi
{
    private const string Handle = "Keys:BlueskyHandle";
    private const string Password = "Keys:BlueskyAppPassword";
    private const string Where = "make an app password at https://bsky.app/settings/app-passwords; only searches need it";
    private const string Server = "https://bsky.social/xrpc/";

    /// <inheritdoc/>
    public string Kind => "bluesky";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://public.api.bsky.app/xrpc", "accounts such as name.bsky.social, or search:words")
    {
        RequiresQueries = true, Keys = [new(Handle, Where, IsRequired: false), new(Password, Where, IsRequired: false)],
    };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask)
    {
        var searches = ask.Source.Queries.Where(query => query.StartsWith("search:", StringComparison.Ordinal)).Select(query => query["search:".Length..].Trim()).ToList();
        foreach (var account in ask.Source.Queries.Where(query => !query.StartsWith("search:", StringComparison.Ordinal)))
            yield return Posts(new(ApiText.Address(ask.Base(Needs.Address!) + "/app.bsky.feed.getAuthorFeed", ("actor", account.TrimStart('@')), ("limit", "100"))), ask);
        if (searches.Count == 0) yield break;
        yield return ask.Key(Handle) is { } handle && ask.Key(Password) is { } password ? Session(handle, password, searches, ask)
            : new(new ApiRequest(new Uri(ask.Base(Needs.Address!) + "/app.bsky.feed.searchPosts?q=" + Uri.EscapeDataString(searches[0]))), _ => ApiPage.Nothing)
            { Judge = _ => new(PollState.Broken, $"searches need a login: set {Handle} and {Password}; {Where}") };
    }

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.Contains("/app.bsky.feed.", StringComparison.Ordinal) ? Posts(request, ask) : null;

    private static ApiCall Session(string handle, string password, List<string> searches, ApiAsk ask) => ApiCall.Json(
        new ApiRequest(new Uri(Server + "com.atproto.server.createSession")) { Body = JsonSerializer.Serialize(new { identifier = handle, password }) },
        (answer, _) => answer["accessJwt"].Text is not { } token ? ApiPage.Ended(PollState.Broken, "Bluesky gave no session") : ApiPage.Of([], [.. searches.Select(search =>
            Posts(new(ApiText.Address(Server + "app.bsky.feed.searchPosts", ("q", search), ("sort", "latest"), ("limit", "100"), ("since", ask.Since.UtcDateTime.ToString("O")))) { Credential = ApiCredential.Bearer(token) }, ask))]));

    private static ApiCall Posts(ApiRequest request, ApiAsk ask) => ApiCall.Json(request, (answer, url) =>
    {
        if (!answer.IsObject) return ApiPage.Ended(PollState.Broken, "Bluesky answered no posts");
        var posts = answer["feed"].Items.Where(entry => entry["reason"].IsMissing).Select(entry => entry["post"]).Concat(answer["posts"].Items).Concat(Thread(answer["thread"], 0)).ToList();
        // A pinned or reposted old post stands first; the whole page must be old.
        var isOld = posts.Count > 0 && posts.TrueForAll(post => Created(post) < ask.Since);
        var next = answer["cursor"].Text is { Length: > 0 } cursor && posts.Count > 0 && !isOld ? Posts(request with { Url = ApiText.With(url, "cursor", cursor) }, ask) : null;
        return ApiPage.Of(posts.Where(post => !answer["thread"].IsMissing || !(Created(post) < ask.Since)).Select(Announce), next);
    });

    private static IEnumerable<JsonView> Thread(JsonView node, int depth) =>
        depth > 50 || node["post"].IsMissing ? [] : node["replies"].Items.SelectMany(reply => Thread(reply, depth + 1)).Prepend(node["post"]);

    private static DateTimeOffset? Created(JsonView post) => post["record"]["createdAt"].Time ?? post["indexedAt"].Time;

    private static Announced? Announce(JsonView post)
    {
        if (Address(post["uri"].Text) is not { } link) return null;
        var record = post["record"];
        var author = post["author"];
        var about = record["embed"]["external"]["uri"].Text ?? record["embed"]["media"]["external"]["uri"].Text ?? Address(record["embed"]["record"]["uri"].Text ?? record["embed"]["record"]["record"]["uri"].Text);
        var links = record["facets"].Items.SelectMany(facet => facet["features"].Items).Select(feature => feature["uri"].Text);
        return new(link, "")
        {
            Authors = [author["displayName"].Text is { Length: > 0 } name ? name : author["handle"].Text], Kind = DocumentKind.ThirdPartySocial, Publisher = author["handle"].Text,
            Published = ApiText.Day(Created(post), "bluesky:createdAt"), Language = record["langs"].Items.FirstOrDefault().Text, Text = record["text"].Text, TextType = "text/plain",
            Summary = string.Join(' ', links.Append(about).Append(record["embed"]["external"]["title"].Text)), Parent = Address(record["reply"]["parent"]["uri"].Text) ?? about ?? links.FirstOrDefault(),
            Aliases = [author["handle"].Text is { } handle ? $"https://bsky.app/profile/{handle}/post/{link[(link.LastIndexOf('/') + 1)..]}" : null],
            Reception = new(post["likeCount"].Number, null, post["replyCount"].Number),
        };
    }

    // at://did:plc:abc/app.bsky.feed.post/3k: the identifier stays, handles change.
    private static string? Address(string? uri) =>
        uri?.Split('/') is ["at:", "", var account, "app.bsky.feed.post", { Length: > 0 } key] && account.StartsWith("did:", StringComparison.Ordinal) ? $"https://bsky.app/profile/{account}/post/{key}" : null;
}

using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Mastodon (docs.joinmastodon.org/api): posts with a tag, or of accounts, as one instance sees them. Accounts that ask not to be indexed, and posts that are not public, are left out.
/// </summary>
internal sealed class MastodonApi : IApi
{
    private const string Key = "Keys:Mastodon";

    /// <inheritdoc/>
    public string Kind => "mastodon";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://mastodon.social", "tags such as #interpretability, or accounts such as name@instance")
    {
        RequiresQueries = true, Keys = [new(Key, "some instances show their timelines to their own users only: make a token under Preferences, Development", IsRequired: false)],
    };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask)
    {
        var instance = ask.Base(Needs.Address!);
        foreach (var query in ask.Source.Queries)
        {
            yield return query.StartsWith('#')
                ? Statuses(With(ask, ApiText.Address($"{instance}/api/v1/timelines/tag/{Uri.EscapeDataString(query[1..])}", ("limit", "40"))), ask)
                : ApiCall.Json(With(ask, ApiText.Address(instance + "/api/v1/accounts/lookup", ("acct", query.TrimStart('@')))), (answer, _) => answer["id"].Text is not { } id
                    ? ApiPage.Ended(PollState.Broken, $"the instance knows no account {query}")
                    : ApiPage.Of([], Statuses(With(ask, ApiText.Address($"{instance}/api/v1/accounts/{Uri.EscapeDataString(id)}/statuses", ("limit", "40"), ("exclude_reblogs", "true"))), ask)));
        }
    }

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) =>
        request.Url.AbsolutePath.Contains("/timelines/", StringComparison.Ordinal) || request.Url.AbsolutePath.Contains("/statuses", StringComparison.Ordinal) || request.Url.AbsolutePath.EndsWith("/search", StringComparison.Ordinal)
            ? Statuses(With(ask, request.Url), ask)
            : null;

    private static ApiRequest With(ApiAsk ask, Uri url) => new(url) { Credential = ask.Key(Key) is { } token ? ApiCredential.Bearer(token) : null };

    private static ApiCall Statuses(ApiRequest request, ApiAsk ask) => ApiCall.Json(request, (answer, url) =>
    {
        var isTimeline = answer.IsList;
        var statuses = isTimeline ? answer.Items.ToList() : [.. answer["statuses"].Items, .. answer["ancestors"].Items, .. answer["descendants"].Items];
        if (!isTimeline && !answer["uri"].IsMissing) statuses = [answer];
        else if (!isTimeline && !answer["statuses"].IsList && !answer["descendants"].IsList) return ApiPage.Ended(PollState.Broken, $"{url.IdnHost} answered no posts");

        var limit = ApiText.Parameter(url, "limit", 20);
        var isOver = !isTimeline || statuses.Count < limit || statuses.TrueForAll(status => status["created_at"].Time < ask.Since);
        var next = isOver || statuses[^1]["id"].Text is not { } last ? null : Statuses(request with { Url = ApiText.With(url, "max_id", last) }, ask);
        return ApiPage.Of(statuses.Where(status => !isTimeline || !(status["created_at"].Time < ask.Since)).Select(Announce), next);
    });

    private static Announced? Announce(JsonView status)
    {
        var account = status["account"];
        if (status["uri"].Text is not { } uri || !status["reblog"].IsMissing || account["noindex"].Flag == true || status["visibility"].Text is not ("public" or null)) return null;
        return new(status["url"].Text ?? uri, "")
        {
            // The id of the instance asked is another one on each instance.
            Identity = uri, Authors = [account["display_name"].Text is { Length: > 0 } name ? name : account["acct"].Text], Publisher = account["acct"].Text, Kind = DocumentKind.ThirdPartySocial,
            Published = ApiText.Day(status["created_at"].Time, "mastodon:created_at"), Language = status["language"].Text, Version = status["edited_at"].Text, Text = status["content"].Text,
            Summary = $"{status["card"]["url"].Text} {status["card"]["title"].Text} {string.Join(' ', status["tags"].Items.Select(tag => tag["name"].Text))}", Parent = status["card"]["url"].Text,
            Reception = new(status["favourites_count"].Number, null, status["replies_count"].Number),
        };
    }
}

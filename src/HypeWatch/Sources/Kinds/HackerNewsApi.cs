using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Hacker News: stories and comments by search through Algolia (hn.algolia.com/api), single items with their comments through Algolia or, instead, Firebase
/// (github.com/HackerNews/API).
/// </summary>
internal sealed class HackerNewsApi : IApi
{
    /// <inheritdoc/>
    public string Kind => "hacker-news";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://hn.algolia.com/api/v1", "search words, hosts whose links are followed such as transformer-circuits.pub, or item ids") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask)
    {
        var service = ask.Base(Needs.Address!);
        foreach (var query in ask.Source.Queries)
        {
            if (query.All(char.IsAsciiDigit))
            {
                yield return Item(new Uri($"{service}/items/{query}")) with { Instead = Item(new Uri($"https://hacker-news.firebaseio.com/v0/item/{query}.json")) };
                continue;
            }

            var isAddress = query.Contains('.', StringComparison.Ordinal) && !query.Contains(' ', StringComparison.Ordinal);
            yield return Search(ApiText.Address(
                service + "/search_by_date", ("query", query), ("restrictSearchableAttributes", isAddress ? "url" : null), ("tags", isAddress ? "story" : "(story,comment)"),
                ("numericFilters", "created_at_i>" + ask.Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), ("hitsPerPage", "100"), ("page", "0")));
        }
    }

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath switch
    {
        var path when path.Contains("/search", StringComparison.Ordinal) => Search(request.Url),
        var path when path.Contains("/items/", StringComparison.Ordinal) || path.Contains("/item/", StringComparison.Ordinal) => Item(request.Url),
        _ => null,
    };

    private static ApiCall Search(Uri url) => ApiCall.Json(url, (answer, from) =>
    {
        if (!answer["hits"].IsList) return ApiPage.Ended(PollState.Broken, "Algolia answered no hits");
        var page = answer["page"].Number ?? 0;
        // No more than 1,000 hits of a search can be had.
        var goesOn = answer["hits"].Items.Any() && page + 1 < answer["nbPages"].Number && (page + 1) * (answer["hitsPerPage"].Number ?? 0) < 1000;
        return ApiPage.Of(answer["hits"].Items.Select(hit => Announce(hit, hit["objectID"].Text)), goesOn ? Search(ApiText.With(from, "page", (page + 1).ToString(CultureInfo.InvariantCulture))) : null);
    });

    private static ApiCall Item(Uri url) => ApiCall.Json(url, (answer, _) => answer.IsMissing ? ApiPage.Nothing
        : answer.IsObject ? ApiPage.Of(Tree(answer, 0)) : ApiPage.Ended(PollState.Broken, "Hacker News answered no item"));

    private static IEnumerable<Announced?> Tree(JsonView item, int depth) =>
        depth > 50 ? [] : item["children"].Items.SelectMany(child => Tree(child, depth + 1)).Prepend(Announce(item, item["id"].Text));

    private static Announced? Announce(JsonView item, string? id)
    {
        if (id is null || !id.All(char.IsAsciiDigit) || item["deleted"].Flag == true || item["dead"].Flag == true) return null;
        var text = (string?[])[item["comment_text"].Text, item["story_text"].Text, item["text"].Text];
        var parent = item["parent_id"].Text ?? item["parent"].Text;
        var subject = item["url"].Text ?? (parent is null ? null : Address(parent));
        var title = item["title"].Text ?? item["story_title"].Text ?? "";
        if (title.Length == 0 && text.All(string.IsNullOrWhiteSpace)) return null;
        return new(Address(id), title)
        {
            Authors = [item["author"].Text ?? item["by"].Text], Published = ApiText.Day(item["created_at"].Time ?? item["created_at_i"].Time ?? item["time"].Time, "hacker-news"),
            Kind = parent is null ? DocumentKind.ThirdPartySocial : DocumentKind.Comment, Parent = string.IsNullOrEmpty(subject) ? null : subject,
            Text = Array.Find(text, words => !string.IsNullOrWhiteSpace(words)), Summary = subject ?? "", Publisher = "Hacker News",
            Reception = new(item["points"].Number ?? item["score"].Number, null, item["num_comments"].Number ?? item["descendants"].Number),
        };
    }

    private static string Address(string id) => "https://news.ycombinator.com/item?id=" + id;
}

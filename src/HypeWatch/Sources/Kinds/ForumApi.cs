using System.Text.Json;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Posts and comments of LessWrong, the Alignment Forum (the same posts under another host) and other sites of the ForumMagnum software: through GraphQL in its form with
/// selectors; where that is walled off, posts come from the feed; single posts also through the Markdown API that is made for programs.
/// </summary>
internal sealed class ForumApi : IApi
{
    private const int PageSize = 50;
    private const string PostFields = "_id title slug pageUrl url postedAt modifiedAt lastCommentedAt baseScore af commentCount draft rejected deletedDraft user { displayName } coauthors { displayName } tags { name } contents { html }";
    private const string CommentFields = "_id postId parentCommentId postedAt lastEditedAt baseScore extendedScore af deleted user { displayName } pageUrl contents { html }";

    /// <inheritdoc/>
    public string Kind => "forum";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://www.lesswrong.com", "comments (also those on posts that pass the filters), or ids of posts; empty for new posts");

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask)
    {
        var ids = ask.Source.Queries.Where(query => query != "comments").ToList();
        foreach (var id in ids)
        {
            yield return Ask(ask, $"query Post($id: String) {{ post(selector: {{ _id: $id }}) {{ result {{ {PostFields} }} }} }}", new { id }, 0)
                with { Instead = Markdown(ask, new Uri($"{ask.Base(Needs.Address!)}/api/post/{Uri.EscapeDataString(id)}")) };
            yield return Comments(ask, id, "");
        }

        if (ids.Count == 0) yield return Posts(ask, 0);
        if (ids.Count == 0 && ask.Source.Queries.Contains("comments")) yield return Ask(ask, $"query Active($limit: Int) {{ posts(selector: {{ recentComments: {{}} }}, limit: $limit) {{ results {{ {PostFields} }} }} }}", new { limit = PageSize }, -1);
    }

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath switch
    {
        "/graphql" => ApiCall.Json(request, (answer, url) => Read(answer, url, ask, -1)),
        "/feed.xml" => Feed(ask, request.Url),
        var path when path.StartsWith("/api/post/", StringComparison.Ordinal) => Markdown(ask, request.Url),
        _ => null,
    };

    private ApiCall Posts(ApiAsk ask, int offset) => Ask(
        ask, $"query New($limit: Int, $offset: Int) {{ posts(selector: {{ new: {{ {(IsAlignmentForum(ask) ? "af: true" : "")} }} }}, limit: $limit, offset: $offset) {{ results {{ {PostFields} }} }} }}",
        new { limit = PageSize, offset }, offset) with { Instead = offset == 0 ? Feed(ask, new Uri(ask.Base(Needs.Address!) + "/feed.xml?view=rss")) : null };

    // A comment is about what its post is about: the post's words count for the filters.
    private ApiCall Comments(ApiAsk ask, string post, string about) =>
        Ask(ask, $"query Comments($post: String, $limit: Int) {{ comments(selector: {{ postCommentsNew: {{ postId: $post }} }}, limit: $limit) {{ results {{ {CommentFields} }} }} }}", new { post, limit = 200 }, -1, about);

    private ApiCall Ask(ApiAsk ask, string query, object variables, int offset, string about = "") => ApiCall.Json(
        new ApiRequest(new Uri(ask.Base(Needs.Address!) + "/graphql")) { Body = JsonSerializer.Serialize(new { query, variables }) }, (answer, url) => Read(answer, url, ask, offset, about));

    private bool IsAlignmentForum(ApiAsk ask) => ask.Base(Needs.Address!).Contains("alignmentforum", StringComparison.OrdinalIgnoreCase);

    // An offset below 0 is a list that is not paged.
    private ApiPage Read(JsonView answer, Uri url, ApiAsk ask, int offset, string about = "")
    {
        if (answer["errors"].Items.FirstOrDefault()["message"].Text is { } error) return ApiPage.Ended(PollState.Broken, $"{url.IdnHost} does not take the question: {ApiText.Opening(error)}");
        var data = answer["data"].IsMissing ? answer : answer["data"];
        var posts = Listed(data, "posts", "post").ToList();
        var comments = Listed(data, "comments", "comment");
        if (posts.Count == 0 && !answer["data"].IsObject) return ApiPage.Ended(PollState.Broken, $"{url.IdnHost} answered no data");

        var withComments = offset >= 0 || !ask.Source.Queries.Contains("comments") ? [] : posts.Where(post =>
            post["commentCount"].Number > 0 && post["lastCommentedAt"].Time >= ask.Since && ask.Source.Admits(Address(post, url), post["title"].Text ?? "", Summary(post)) && post["_id"].Text is not null);
        var goesOn = offset >= 0 && posts.Count == PageSize && posts.TrueForAll(post => !(post["postedAt"].Time < ask.Since));
        ApiCall?[] next = [goesOn ? Posts(ask, offset + PageSize) : null, .. withComments.Select(post => Comments(ask, post["_id"].Text!, $"{post["title"].Text} {Summary(post)}"))];
        var fresh = offset >= 0 ? posts.Where(post => !(post["postedAt"].Time < ask.Since)) : posts;
        return ApiPage.Of(fresh.Select(post => Post(post, url)).Concat(comments.Select(comment => Comment(comment, url, about))), next);
    }

    private static IEnumerable<JsonView> Listed(JsonView data, string many, string one)
    {
        var results = data[many]["results"].Items.Concat(data[one]["result"].Items);
        // A list alone, as the older form with terms gives it.
        return many == "posts" ? results.Concat(data["results"].Items).Concat(data["results"].Items.SelectMany(sequence => sequence["chapters"].Items).SelectMany(chapter => chapter["posts"].Items)) : results;
    }

    private static string Address(JsonView post, Uri url) => post["pageUrl"].Text ?? $"{url.GetLeftPart(UriPartial.Authority)}/posts/{post["_id"].Text}/{post["slug"].Text}";

    private static string Summary(JsonView post) => $"{string.Join(' ', post["tags"].Items.Select(tag => tag["name"].Text))} {post["contents"]["html"].Text}";

    private static Announced? Post(JsonView post, Uri url)
    {
        if (post["_id"].Text is not { Length: > 0 } || !post["chapters"].IsMissing || post["title"].Text is not { } title || post["draft"].Flag == true || post["rejected"].Flag == true || post["deletedDraft"].Flag == true) return null;
        var html = post["contents"]["html"].Text;
        return new(Address(post, url), title)
        {
            Authors = [post["user"]["displayName"].Text ?? post["author"].Text, .. post["coauthors"].Items.Select(author => author["displayName"].Text)],
            Published = ApiText.Day(post["postedAt"].Time, "forum:postedAt"), Summary = Summary(post), Kind = DocumentKind.Blog, Version = post["modifiedAt"].Text,
            // A link post is about what it links to.
            Parent = post["url"].Text is { Length: > 0 } subject ? subject : null, Status = SelfCorrection.Of(html), Text = html,
            Reception = new(post["baseScore"].Number ?? post["voteCount"].Number, null, post["commentCount"].Number),
        };
    }

    private static Announced? Comment(JsonView comment, Uri url, string about)
    {
        if (comment["deleted"].Flag == true || comment["_id"].Text is not { Length: > 0 } id || comment["postId"].Text is not { } post || comment["contents"]["html"].Text is not { } html) return null;
        return new(comment["pageUrl"].Text ?? $"{url.GetLeftPart(UriPartial.Authority)}/posts/{post}?commentId={id}", "")
        {
            Identity = CommentAddress(id), Authors = [comment["user"]["displayName"].Text], Published = ApiText.Day(comment["postedAt"].Time, "forum:postedAt"), Kind = DocumentKind.Comment,
            Version = comment["lastEditedAt"].Text, Parent = comment["parentCommentId"].Text is { Length: > 0 } parent ? CommentAddress(parent) : "https://lesswrong.com/posts/" + post,
            Status = SelfCorrection.Of(html), Text = html, Summary = about,
            Reception = new(comment["baseScore"].Number, comment["extendedScore"]["agreement"].Number, comment["directChildrenCount"].Number),
        };
    }

    // Ids are one space over all hosts of the software's main site, and the page of a comment is that of its post.
    private static string CommentAddress(string id) => "https://lesswrong.com/comments/" + id;

    private static ApiCall Feed(ApiAsk ask, Uri url) => ApiCall.Xml(url, (feed, from) => feed.Child("rss") is null
        ? ApiPage.Ended(PollState.Broken, $"{from.IdnHost} answered no feed")
        : ApiPage.Of(feed.All("item").Select(item => item.Text("link") is not { } link ? null : new Announced(link, item.Text("title") ?? "")
        {
            Authors = [item.Text("dc:creator") ?? item.Text("author")], Text = item.Text("content:encoded") ?? item.Text("description"), Kind = DocumentKind.Blog,
            // The date of the feed is that of passing its karma threshold.
            Published = ApiText.Day(item.Text("pubDate") is { } date ? ApiText.Time(date) : null, "forum:feed"), Status = SelfCorrection.Of(item.Text("content:encoded")),
        })));

    private static ApiCall Markdown(ApiAsk ask, Uri url) => ApiCall.PlainText(new ApiRequest(url) { Accept = "text/markdown" }, (text, from) =>
    {
        var heading = text.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal));
        var id = from.AbsolutePath["/api/post/".Length..].Split('/')[0];
        return string.IsNullOrWhiteSpace(text) ? ApiPage.Nothing : ApiPage.Of([new Announced($"{from.GetLeftPart(UriPartial.Authority)}/posts/{id}", heading?[2..] ?? "")
        {
            Text = text, TextType = "text/markdown", Kind = DocumentKind.Blog, Status = SelfCorrection.Of(text),
        }]);
    });
}

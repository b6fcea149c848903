using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>Releases of repositories on GitHub, from their Atom feeds: whether the code that a paper promises is there, and what its authors say about it.</summary>
internal sealed class GithubReleasesApi : IApi
{
    /// <inheritdoc/>
    public string Kind => "github-releases";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://github.com", "repositories such as owner/name") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(repository => Call(new Uri($"{ask.Base(Needs.Address!)}/{repository}/releases.atom")));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.EndsWith(".atom", StringComparison.Ordinal) ? Call(request.Url) : null;

    private static ApiCall Call(Uri url) => ApiCall.Xml(url, (feed, from) => feed.Child("feed") is null ? ApiPage.Ended(PollState.Broken, "GitHub answered no feed")
        : ApiPage.Of(feed.All("entry").Select(entry => FeedItems.Announce(entry, "github:updated")).Select(item => item is null ? null : item with
        {
            Kind = DocumentKind.Other, Publisher = from.AbsolutePath.Split('/') is ["", var owner, var name, ..] ? $"{owner}/{name}" : null, Title = Title(item.Title, from),
        })));

    // A release is often called by its number alone.
    private static string Title(string title, Uri url) => url.AbsolutePath.Split('/') is ["", _, var name, ..] && !title.Contains(name, StringComparison.OrdinalIgnoreCase) ? $"{name} {title}" : title;
}

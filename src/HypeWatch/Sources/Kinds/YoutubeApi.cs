using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// The newest videos of a channel, from its feed. Feeds that exist answer 404 and 500 for hours and days (RSS-Bridge/rss-bridge#2113), so neither says that a channel is gone. What is
/// read is the description; transcripts have no open interface.
/// </summary>
internal sealed class YoutubeApi : IApi
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(3);

    /// <inheritdoc/>
    public string Kind => "youtube";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://www.youtube.com/feeds/videos.xml", "ids of channels, which begin with UC") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(channel => Call(ApiText.Address(ask.Base(Needs.Address!), ("channel_id", channel))));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => Call(request.Url);

    private static ApiCall Call(Uri url) => ApiCall.Xml(url, (feed, _) => feed.Child("feed") is null ? ApiPage.Ended(PollState.Broken, "YouTube answered no feed") : ApiPage.Of(feed.All("entry").Select(Announce))) with
    {
        Judge = answer => answer.Status is 404 or 500 ? new(PollState.TryLater, FormattableString.Invariant($"YouTube answered {answer.Status}, as it does at times for feeds that exist"), Pause) : null,
    };

    private static Announced? Announce(XmlView entry)
    {
        if (entry.Text("yt:videoId") is not { } video || video.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))) return null;
        var group = entry.Child("media:group");
        var views = group?.All("media:statistics").FirstOrDefault()?.Attribute("views");
        return new("https://www.youtube.com/watch?v=" + video, entry.Text("title") ?? "")
        {
            Authors = [entry.Child("author")?.Text("name")], Publisher = entry.Child("author")?.Text("name"), Published = PublicationDate.TryParseIso(entry.Text("published"), "youtube:published"),
            Kind = DocumentKind.Podcast, Text = group?.Text("media:description"), TextType = "text/plain", Version = entry.Text("updated"),
            Reception = new(long.TryParse(views, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null),
        };
    }
}

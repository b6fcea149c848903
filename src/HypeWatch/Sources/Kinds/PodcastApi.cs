using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>Episodes of a podcast, with the transcript where the feed offers one, else with the show notes.</summary>
internal sealed class PodcastApi : IApi
{
    // The earlier in this list, the better the transcript tells who speaks.
    private static readonly string[] Formats = ["application/json", "text/vtt", "application/x-subrip", "application/srt", "text/html", "text/plain"];

    /// <inheritdoc/>
    public string Kind => "podcast";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = SourceNeeds.None;

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => [Feed(new Uri(ask.Source.Url), ask)];

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => Feed(request.Url, ask);

    private static ApiCall Feed(Uri url, ApiAsk ask) => ApiCall.Xml(url, (feed, from) =>
    {
        if (FeedItems.Of(feed) is not { } items) return ApiPage.Ended(PollState.Broken, $"{from.IdnHost} answered no feed");
        var episodes = items.Select(item => (Item: item, Episode: Announce(item, feed), Transcript: Offered(item, from))).Where(row => row.Episode is not null && IsNew(row.Episode, ask)).ToList();
        return ApiPage.Of(episodes.Where(row => row.Transcript is null).Select(row => row.Episode), [.. episodes.Select(row => row.Transcript is { } offer ? Words(offer.Url, offer.Type, row.Episode!) : null)]);
    });

    private static bool IsNew(Announced episode, ApiAsk ask) => episode.Published?.NotAfter is not { } day || day >= DateOnly.FromDateTime(ask.Since.UtcDateTime);

    private static ApiCall Words(Uri url, string type, Announced episode) => ApiCall.PlainText(new ApiRequest(url) { Accept = "*/*" }, (text, _) => Transcript.Words(text, type) is { Length: > 0 } words
        ? ApiPage.Of([episode with { Text = words, TextType = type.Contains("html", StringComparison.OrdinalIgnoreCase) ? "text/html" : "text/plain" }])
        : ApiPage.Of([episode])) with
    {
        // A transcript that cannot be had leaves the episode with its notes.
        Judge = answer => answer.Status is 200 ? null : ApiEnd.Empty, Instead = null,
    };

    private static (Uri Url, string Type)? Offered(XmlView item, Uri page) => item.Children.Where(child => child.Name == "podcast:transcript")
        .Select(offer => (Url: SourceFetch.Link(page, offer.Attribute("url")), Type: offer.Attribute("type") ?? ""))
        .Where(offer => offer.Url is not null && Formats.Contains(offer.Type))
        .OrderBy(offer => Array.IndexOf(Formats, offer.Type)).Select(offer => ((Uri, string)?)(offer.Url!, offer.Type)).FirstOrDefault();

    private static Announced? Announce(XmlView item, XmlView feed)
    {
        var announced = FeedItems.Announce(item, "podcast:pubDate") ?? (item.Child("enclosure")?.Attribute("url") is { } audio ? new Announced(audio, item.Text("title") ?? "") : null);
        if (announced is null) return null;
        var notes = announced.Text ?? item.Text("description") ?? item.Text("itunes:summary");
        return announced with
        {
            Kind = DocumentKind.Podcast, Publisher = feed.All("channel").FirstOrDefault()?.Text("title"), Text = notes, Published = announced.Published ?? (item.Text("pubDate") is { } date ? DateInWords.Find(date, "podcast:pubDate") : null),
            Authors = [.. item.Children.Where(child => child.Name is "podcast:person" or "itunes:author").Select(person => person.Words)],
        };
    }
}

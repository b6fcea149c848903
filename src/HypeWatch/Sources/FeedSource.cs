using System.Runtime.CompilerServices;
using HypeWatch.Http;
using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>An RSS, Atom or JSON feed.</summary>
public sealed class FeedSource(PoliteHttp http) : IPageSource
{
    private const int LargestFeedBytes = 10_000_000;

    /// <inheritdoc/>
    public string Kind => "feed";

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> NewItemsAsync(SourceSettings source, [EnumeratorCancellation] CancellationToken ct)
    {
        var answer = await SourceFetch.ReadAsync(http, source, HttpPurpose.Feed, ct);
        await foreach (var item in ((IPageSource)this).ReadAsync(source, answer, ct)) yield return item;
    }

    /// <inheritdoc/>
    HttpPurpose IPageSource.Purpose => HttpPurpose.Feed;

    /// <inheritdoc/>
    async IAsyncEnumerable<SourceItem> IPageSource.ReadAsync(SourceSettings source, HttpAnswer.Fetched answer, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        if (answer.Bytes.Length > LargestFeedBytes) throw new SourceException($"{source.Url} is too large to be a feed");
        var feed = FeedParser.Parse(FeedText.Decode(answer.Bytes, answer.ContentType), answer.FinalUrl);
        if (!feed.IsFeed) throw new SourceException($"{source.Url} is no RSS, Atom or JSON feed{(feed.Defect is null ? "" : $" ({feed.Defect})")}");

        if (source.Memory is { } memory) memory.Held = feed.Entries.Count;
        foreach (var entry in feed.Entries)
        {
            if (SourceFetch.Link(answer.FinalUrl, entry.Link) is not { } link || !source.Admits(link.AbsoluteUri, entry.Title, entry.Summary)) continue;
            yield return SourceFetch.Item(source, link, entry.Title, entry.Published, entry.Authors);
        }

        if (feed.IsCut) throw new SourceException(FormattableString.Invariant($"{source.Url} could be read for {feed.Entries.Count} entries only: {feed.Defect}"));
    }
}

using System.Runtime.CompilerServices;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Feeds;

namespace HypeWatch.Sources;

/// <summary>
/// A sitemap (sitemaps.org), for sites that have neither a feed nor a page of links. It states no titles: the words of the address stand in until the page is read. Give
/// it <c>Allow</c>, since a sitemap lists everything.
/// </summary>
public sealed class SitemapSource(PoliteHttp http) : IPageSource
{
    // The protocol allows 50,000 addresses in a file.
    private const int MostItems = 50_000;
    private const int MostParts = 20;

    /// <inheritdoc/>
    public string Kind => "sitemap";

    /// <inheritdoc/>
    HttpPurpose IPageSource.Purpose => HttpPurpose.Feed;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> NewItemsAsync(SourceSettings source, [EnumeratorCancellation] CancellationToken ct)
    {
        var answer = await SourceFetch.ReadAsync(http, source, HttpPurpose.Feed, ct);
        foreach (var part in Parts(answer).Take(MostParts))
        {
            var inner = await SourceFetch.ReadAsync(http, source with { Url = part.AbsoluteUri, Memory = null }, HttpPurpose.Feed, ct);
            await foreach (var item in ((IPageSource)this).ReadAsync(source, inner, ct)) yield return item;
        }

        await foreach (var item in ((IPageSource)this).ReadAsync(source, answer, ct)) yield return item;
    }

    /// <inheritdoc/>
    async IAsyncEnumerable<SourceItem> IPageSource.ReadAsync(SourceSettings source, HttpAnswer.Fetched answer, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var document = MarkupTree.Parse(FeedText.Decode(answer.Bytes, answer.ContentType));
        if (document.Root is not { Key: "urlset" or "sitemapindex" } root) throw new SourceException($"{source.Url} is no sitemap");
        foreach (var entry in root.Children.Where(child => child.Key == "url").Take(MostItems))
        {
            if (SourceFetch.Link(answer.FinalUrl, TextOf(entry, "loc")) is not { } link) continue;
            var title = Words(link);
            if (source.Admits(link.AbsoluteUri, title, "")) yield return SourceFetch.Item(source, link, title, DateInWords.Find(TextOf(entry, "lastmod"), "sitemap"), null);
        }

        if (document.IsCut) throw new SourceException($"{source.Url} could be read in part only: {document.Defect}");
    }

    private static IEnumerable<Uri> Parts(HttpAnswer.Fetched answer) =>
        MarkupTree.Parse(FeedText.Decode(answer.Bytes, answer.ContentType)).Root is { Key: "sitemapindex" } root
            ? root.Children.Where(child => child.Key == "sitemap").Select(part => SourceFetch.Link(answer.FinalUrl, TextOf(part, "loc"))).OfType<Uri>()
            : [];

    private static string? TextOf(MarkupNode node, string key) => node.Children.FirstOrDefault(child => child.Key == key)?.Text;

    private static string Words(Uri link)
    {
        var last = Uri.UnescapeDataString(link.AbsolutePath).TrimEnd('/');
        last = last[(last.LastIndexOf('/') + 1)..];
        return FeedText.Spaced(Path.GetFileNameWithoutExtension(last).Replace('-', ' ').Replace('_', ' '));
    }
}

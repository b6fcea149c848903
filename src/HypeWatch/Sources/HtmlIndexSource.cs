using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using HypeWatch.Http;
using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>A page that lists documents, read with CSS selectors. A page on which the selector finds nothing has changed, and is broken rather than empty.</summary>
public sealed class HtmlIndexSource(PoliteHttp http) : IPageSource
{
    /// <summary>Value of <see cref="Kind"/>.</summary>
    internal const string KindName = "html-index";

    // AngleSharp takes a minute and more for deeply nested pages and about a second per megabyte of flat ones (threats 5b).
    private const int LargestPageBytes = 5_000_000;
    private const int DeepestTags = 1_000;
    private const int MostItems = 2_000;

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> NewItemsAsync(SourceSettings source, [EnumeratorCancellation] CancellationToken ct)
    {
        var answer = await SourceFetch.ReadAsync(http, source, HttpPurpose.Index, ct);
        await foreach (var item in ((IPageSource)this).ReadAsync(source, answer, ct)) yield return item;
    }

    /// <inheritdoc/>
    HttpPurpose IPageSource.Purpose => HttpPurpose.Index;

    /// <inheritdoc/>
    async IAsyncEnumerable<SourceItem> IPageSource.ReadAsync(SourceSettings source, HttpAnswer.Fetched answer, [EnumeratorCancellation] CancellationToken ct)
    {
        if (answer.Bytes.Length > LargestPageBytes || HtmlDepth.Of(Encoding.Latin1.GetString(answer.Bytes.Span), DeepestTags) > DeepestTags)
            throw new SourceException($"{source.Url} is too large or too deeply nested to be an index page");

        using var context = BrowsingContext.New(Configuration.Default);
        using var bytes = new MemoryStream(answer.Bytes.ToArray());
        using var page = await context.OpenAsync(
            response => response.Content(bytes).Address(answer.FinalUrl).Header("Content-Type", answer.ContentType), ct);
        var items = Select(() => page.QuerySelectorAll(source.Select.Item), source, nameof(IndexSelectors.Item));
        if (items.Length == 0) throw new SourceException($"nothing on {source.Url} matches the selector '{source.Select.Item}'; the page may have changed");

        if (source.Memory is { } memory) memory.Held = items.Length;
        var found = 0;
        foreach (var item in items.Take(MostItems))
        {
            if (Read(item, source, new Uri(page.BaseUri)) is not { } announced) continue;
            found++;
            if (source.Admits(announced.Url, announced.Metadata.Title ?? "", "")) yield return announced;
        }

        if (found == 0) throw new SourceException(FormattableString.Invariant($"none of the {items.Length} items on {source.Url} has a link with a title; the page may have changed"));
    }

    private static SourceItem? Read(IElement item, SourceSettings source, Uri page)
    {
        var link = source.Select.Link.Length > 0
            ? Select(() => item.QuerySelector(source.Select.Link), source, nameof(IndexSelectors.Link))
            : item.HasAttribute("href") ? item : item.QuerySelector("a[href]");
        var title = source.Select.Title.Length > 0 ? Select(() => item.QuerySelector(source.Select.Title), source, nameof(IndexSelectors.Title)) : link;
        var words = FeedText.Plain(title?.TextContent ?? "");
        if (words.Length == 0 || SourceFetch.Link(page, link?.GetAttribute("href")) is not { } url) return null;

        var date = source.Select.Date.Length > 0 ? Select(() => item.QuerySelector(source.Select.Date), source, nameof(IndexSelectors.Date)) : item.QuerySelector("time");
        var published = Stated(date?.TextContent, source) ?? DateInWords.Find(date?.GetAttribute("datetime"), "index") ?? DateInWords.Find(date?.TextContent, "index");
        return SourceFetch.Item(source, url, words, published, null);
    }

    // The order of day and month cannot be guessed: 03/04/2026 needs to be told.
    private static PublicationDate? Stated(string? text, SourceSettings source) =>
        source.Select.DateFormat.Length > 0 && DateOnly.TryParseExact(text?.Trim(), source.Select.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? PublicationDate.OnDay(day, "index")
            : null;

    private static T Select<T>(Func<T> query, SourceSettings source, string key)
    {
        try
        {
            return query();
        }
        catch (DomException)
        {
            throw new SourceException($"Select:{key} of the source '{source.Name}' is no CSS selector");
        }
    }
}

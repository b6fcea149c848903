using System.Globalization;
using AngleSharp.Html.Parser;

namespace HypeWatch.Benchmarks;

/// <summary>Pages to clean text with passages, against AngleSharp's parse alone.</summary>
internal sealed class ArticleGoal : IGoal
{
    public string Name => "H1";

    public string Description => "page to clean text with passages, against AngleSharp parse only (goal: at most 2.0)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var pages = SavedPages.In(data);
        var (product, peer) = await Stopwatches.InterleavedAsync(
            () => pages.ReadAsync(ct),
            async () =>
            {
                foreach (var page in pages.Pages)
                {
                    using var stream = new MemoryStream(page);
                    using var document = await new HtmlParser().ParseDocumentAsync(stream, ct);
                }
            });
        return new(product, "AngleSharp parse", peer, string.Create(CultureInfo.InvariantCulture, $"{pages.Pages.Count} pages, {pages.Bytes / 1e6:0.0} MB, {product / pages.Pages.Count:0.0} ms a page"));
    }
}

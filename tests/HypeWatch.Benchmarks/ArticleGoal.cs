using System.Globalization;
using AngleSharp.Html.Parser;
using HypeWatch.Model;
using HypeWatch.Reading;
using Microsoft.Extensions.Options;

namespace HypeWatch.Benchmarks;

/// <summary>Pages to clean text with passages, against AngleSharp's parse alone.</summary>
internal sealed class ArticleGoal : IGoal
{
    public string Name => "H1";

    public string Description => "page to clean text with passages, against AngleSharp parse only (goal: at most 2.0)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var pages = data.EnumerateFiles("*.html", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal).Take(130)
            .Select(file => (Bytes: File.ReadAllBytes(file.FullName), Url: "https://bench.example/" + file.Name)).ToList();
        if (pages.Count == 0) throw new HypeWatchException($"no .html file in {data.FullName}");
        var reader = new Reader(Options.Create(new ReadingOptions()), TimeProvider.System);
        var (product, peer) = await Stopwatches.InterleavedAsync(
            async () =>
            {
                foreach (var page in pages)
                {
                    var item = new SourceItem(page.Url, page.Url, "bench", ItemMetadata.None);
                    await reader.ReadAsync(new Snapshot(new("snp-bench"), item, default, "x", page.Bytes.Length, "text/html; charset=utf-8"), page.Bytes, ct);
                }
            },
            async () =>
            {
                foreach (var page in pages)
                {
                    using var stream = new MemoryStream(page.Bytes);
                    using var document = await new HtmlParser().ParseDocumentAsync(stream, ct);
                }
            });
        return new(product, "AngleSharp parse", peer, string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages, {pages.Sum(page => page.Bytes.Length) / 1e6:0.0} MB"));
    }
}

using System.IO.Compression;
using HypeWatch.Model;
using HypeWatch.Reading;
using Microsoft.Extensions.Options;

namespace HypeWatch.Benchmarks;

/// <summary>The saved pages of a folder, and the product's way through them.</summary>
internal sealed class SavedPages
{
    private const int Most = 130;
    private static readonly Reader Reader = new(Options.Create(new ReadingOptions()), TimeProvider.System);

    private SavedPages(IReadOnlyList<byte[]> pages) => Pages = pages;

    public IReadOnlyList<byte[]> Pages { get; }

    public long Bytes => Pages.Sum(page => (long)page.Length);

    /// <summary>Reads pages as they were fetched, packed or not; what a set expects of them lies beside them as <c>expected.html</c> and is none.</summary>
    public static SavedPages In(DirectoryInfo data)
    {
        var files = data.EnumerateFiles("*.html*", SearchOption.AllDirectories).Where(file => file.Extension is ".html" or ".gz" && !file.Name.StartsWith("expected", StringComparison.Ordinal))
            .OrderBy(file => file.FullName, StringComparer.Ordinal).Take(Most).Select(Unpacked).ToList();
        return files.Count > 0 ? new(files) : throw new HypeWatchException($"no .html or .html.gz file in {data.FullName}");
    }

    /// <summary>Pages made up for a measurement.</summary>
    public static SavedPages Of(params IReadOnlyList<byte[]> pages) => new(pages);

    /// <summary>All pages to versions.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        foreach (var page in Pages)
        {
            var item = new SourceItem("https://bench.example/", "https://bench.example/", "bench", ItemMetadata.None);
            await Reader.ReadAsync(new Snapshot(new("snp-bench"), item, default, "x", page.Length, "text/html; charset=utf-8"), page, ct);
        }
    }

    private static byte[] Unpacked(FileInfo file)
    {
        if (file.Extension != ".gz") return File.ReadAllBytes(file.FullName);
        using var packed = new GZipStream(file.OpenRead(), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        return plain.ToArray();
    }
}

using System.IO.Compression;
using HypeWatch.Model;
using HypeWatch.Reading;
using Microsoft.Extensions.Options;

namespace HypeWatch.Evals.Bench;

/// <summary>Reads a saved page as the product does.</summary>
internal static class ReadPage
{
    private static readonly Reader Reader = new(Options.Create(new ReadingOptions()), TimeProvider.System);

    /// <summary>The version that the product makes of a packed page; null where it makes none.</summary>
    public static async Task<DocumentVersion?> PackedAsync(string path, string url, CancellationToken ct)
    {
        await using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        await packed.CopyToAsync(plain, ct);
        var item = new SourceItem(url, url, "bench", ItemMetadata.None);
        var outcome = await Reader.ReadAsync(new Snapshot(new("snp-bench"), item, default, "x", plain.Length, "text/html"), plain.ToArray(), ct);
        return outcome is Readable { Version: var version } ? version : null;
    }

    /// <summary>
    /// The article alone, as these sets understand it: without what stands before its first sentence (title, byline, date) and without comments.
    /// </summary>
    /// <param name="version">The version.</param>
    /// <param name="withCaptions">Whether the set counts captions as the article's.</param>
    public static string Article(DocumentVersion version, bool withCaptions = true)
    {
        var start = version.Passages.FirstOrDefault(passage => passage.Place is not (Place.Title or Place.Headline or Place.Other))?.Span.Start ?? version.Text.Length;
        var parts = new List<string>();
        var from = start;
        foreach (var passage in version.Passages)
        {
            if (passage.Span.Start < start || !(passage.Place is Place.Comment or Place.Title or Place.Headline || passage.Place == Place.FigureCaption && !withCaptions)) continue;
            parts.Add(version.Text[from..passage.Span.Start]);
            from = passage.Span.End;
        }

        parts.Add(version.Text[from..]);
        return string.Concat(parts).Trim();
    }
}

using System.Text;
using HypeWatch.Model;
using HypeWatch.Reading;
using HypeWatch.Sources;
using Microsoft.Extensions.Options;

namespace HypeWatch.Evals.Fuzz;

/// <summary>Reads one case through the product and says what is wrong with the result.</summary>
internal static class FuzzCheck
{
    private const string Address = "https://fuzz.example/post";

    // Parsing takes a fixed part and one in proportion to the text; what grows faster needs no limit of its own to be seen here.
    private const long MostBytes = 64_000_000;
    private const long MostBytesPerCharacter = 6_000;

    /// <summary>What is wrong; null when nothing is.</summary>
    public static async Task<string?> FaultOfAsync(FuzzCase fuzzed, CancellationToken ct)
    {
        var before = GC.GetTotalAllocatedBytes();
        try
        {
            var fault = fuzzed.Kind switch
            {
                FuzzCase.Feed => OfFeed(BytesOf(fuzzed)),
                FuzzCase.PdfText => OfLayout(LayoutText.ReadInOrder(fuzzed.Text, "pdf/1")),
                _ => await OfDocumentAsync(fuzzed, ct),
            };
            var taken = GC.GetTotalAllocatedBytes() - before;
            return fault ?? (taken > MostBytes + (MostBytesPerCharacter * fuzzed.Text.Length) ? FormattableString.Invariant($"{taken} bytes allocated for {fuzzed.Text.Length} characters") : null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The point of the command: whatever escapes a reader is the fault.
            return e.ToString();
        }
    }

    // One in eight is no UTF-8, whatever it says.
    private static byte[] BytesOf(FuzzCase fuzzed) => (fuzzed.Text.Length % 8 == 0 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(fuzzed.Text);

    private static string? OfFeed(byte[] bytes)
    {
        foreach (var entry in FeedParser.Parse(FeedText.Decode(bytes, ""), new Uri(Address)).Entries)
        {
            if (entry.Published is { NotBefore: { } first, NotAfter: { } last } && first > last) return $"an entry of {first} to {last}";
        }

        return null;
    }

    private static string? OfLayout(Extraction extraction)
    {
        if (NormalizedText.From(extraction.Text) != extraction.Text) return "the text is not normal";
        var before = 0;
        foreach (var block in extraction.Blocks)
        {
            if (block.Span.Start < before || block.Span.Length <= 0 || block.Span.End > extraction.Text.Length) return $"a block at {block.Span}";
            before = block.Span.End;
        }

        return null;
    }

    private static async Task<string?> OfDocumentAsync(FuzzCase fuzzed, CancellationToken ct)
    {
        var bytes = BytesOf(fuzzed);
        var snapshot = new Snapshot(new("snp-fuzz"), new(Address, Address, "fuzz", ItemMetadata.None), default, "x", bytes.Length, fuzzed.Kind);
        var reader = new Reader(Options.Create(new ReadingOptions()), TimeProvider.System);
        if (await reader.ReadAsync(snapshot, bytes, ct) is not Readable { Version: var version }) return null;
        if (Inexact(version) is { } fault) return fault;
        foreach (var origin in reader.OriginsOf(snapshot, bytes, [.. version.Passages.Select(passage => passage.Span)]))
        {
            if (origin.Start < 0 || origin.End <= origin.Start || origin.Span.End > version.Text.Length) return $"{origin.Span} comes from {origin.Start} to {origin.End} of {origin.Path}";
        }

        return null;
    }

    private static string? Inexact(DocumentVersion version)
    {
        if (NormalizedText.From(version.Text) != version.Text) return "the text is not normal";
        var before = 0;
        foreach (var passage in version.Passages)
        {
            if (passage.Span.Start < before || passage.Span.Length <= 0 || passage.Span.End > version.Text.Length) return $"passage {passage.Index} at {passage.Span}";
            before = passage.Span.End;
        }

        if (version.Links.Any(link => link.Span.Start < 0 || link.Span.Length < 0 || link.Span.End > version.Text.Length)) return "a link lies outside the text";
        if (version.Tables.SelectMany(table => table.Cells).Any(cell => cell.Span.Length <= 0 || cell.Span.End > version.Text.Length)) return "a cell lies outside the text";
        return version.Discussion.Comments.Any(comment => comment.Span.End > version.Text.Length || comment.Parent >= comment.Index) ? "a comment is out of order" : null;
    }
}

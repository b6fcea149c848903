using System.Text.Json;
using HypeWatch.Model;
using HypeWatch.Reading;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Reading;

/// <summary>Reads texts and the pages of tests/corpus with the real reader.</summary>
internal static class SavedPage
{
    public static string Corpus { get; } = FindCorpus();

    public static async Task<ReadOutcome> ReadAsync(byte[] bytes, string url = "https://site.example/post", string contentType = "", ItemMetadata? metadata = null, ReadingOptions? options = null)
    {
        var item = new SourceItem(url, url, "test", metadata ?? ItemMetadata.None);
        var snapshot = new Snapshot(new("snp-test"), item, DateTimeOffset.UnixEpoch, ContentId.Sha256(bytes), bytes.Length, contentType);
        return await new Reader(Options.Create(options ?? new ReadingOptions()), TimeProvider.System).ReadAsync(snapshot, bytes, CancellationToken.None);
    }

    public static async Task<DocumentVersion> VersionAsync(string text, string contentType, DocumentKind? kind = null, string url = "https://site.example/post") =>
        Assert.IsType<Readable>(await ReadAsync(System.Text.Encoding.UTF8.GetBytes(text), url, contentType, new ItemMetadata(Kind: kind))).Version;

    public static async Task<(DocumentVersion Version, JsonElement Expected, byte[] Bytes)> ReadSavedAsync(string name)
    {
        var folder = Path.Combine(Corpus, name);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected.json")));
        var expected = json.RootElement.Clone();
        var bytes = await File.ReadAllBytesAsync(Directory.GetFiles(folder, "page.*").Single());
        var kind = expected.TryGetProperty("kind", out var code) ? Code<DocumentKind>.Parse(code.GetString()!) : (DocumentKind?)null;
        var outcome = await ReadAsync(bytes, expected.GetProperty("url").GetString()!, expected.GetProperty("contentType").GetString()!, new ItemMetadata(Kind: kind));
        return (Assert.IsType<Readable>(outcome).Version, expected, bytes);
    }

    private static string FindCorpus()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "corpus");
            if (Directory.Exists(candidate)) return candidate;
        }

        throw new DirectoryNotFoundException("tests/corpus was not found above " + AppContext.BaseDirectory);
    }
}

using System.IO.Compression;
using System.Runtime.CompilerServices;
using HypeWatch.Sources;
using HypeWatch.Sources.Feeds;

namespace HypeWatch.Evals.Bench;

/// <summary>Feeds, told in the shapes of the Go library gofeed: the universal one, and those of RSS and Atom.</summary>
internal sealed class GofeedBench : IBench
{
    public string Name => "feeds-gofeed";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(request.In.FullName, "feeds.zip"), ct);
        foreach (var id in await File.ReadAllLinesAsync(Path.Combine(request.In.FullName, "cases.txt"), ct))
        {
            if (id.Length == 0) continue;
            using var bytes = new MemoryStream();
            await using (var entry = await zip.GetEntry(id + ".xml")!.OpenAsync(ct)) await entry.CopyToAsync(bytes, ct);
            var feed = FeedReader.Read(FeedText.Decode(bytes.ToArray(), ""));
            yield return new { Id = id, Feed = id.StartsWith("parser/atom", StringComparison.Ordinal) ? GofeedAtom.Shape(feed) : id.StartsWith("parser/rss", StringComparison.Ordinal) ? GofeedRss.Shape(feed) : GofeedUniversal.Shape(feed) };
        }
    }
}

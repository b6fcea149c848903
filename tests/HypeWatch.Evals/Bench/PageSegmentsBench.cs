using System.Runtime.CompilerServices;

namespace HypeWatch.Evals.Bench;

/// <summary>Wanted and unwanted passages, title and authors of many kinds of page; the pages lie in the set <c>html-date</c> beside this one.</summary>
internal sealed class PageSegmentsBench : IBench
{
    public string Name => "page-segments";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, "gold.jsonl"), ct))
        {
            var id = item.GetProperty("id").GetString()!;
            var page = Path.Combine(request.In.FullName, "..", "html-date", "html", id + ".html.gz");
            var version = await ReadPage.PackedAsync(page, item.GetProperty("url").GetString()!, ct);
            yield return new
            {
                Id = id, Text = version is null ? "" : ReadPage.Article(version), Title = version?.Document.Title,
                Author = version is null ? null : string.Join("; ", version.Document.Authors), Sitename = version?.Document.Publisher,
            };
        }
    }
}

using System.Runtime.CompilerServices;
using HypeWatch.Model;

namespace HypeWatch.Evals.Bench;

/// <summary>The day on which a page was published.</summary>
internal sealed class HtmlDateBench : IBench
{
    public string Name => "html-date";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, "gold.jsonl"), ct))
        {
            var id = item.GetProperty("id").GetString()!;
            var version = await ReadPage.PackedAsync(Path.Combine(request.In.FullName, "html", id + ".html.gz"), item.GetProperty("url").GetString()!, ct);
            yield return new { Id = id, Date = version?.Document.Published is { Precision: DatePrecision.Day } day ? day.ToString() : null };
        }
    }
}

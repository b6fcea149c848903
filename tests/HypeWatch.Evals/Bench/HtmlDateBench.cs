using System.Runtime.CompilerServices;

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
            // The set means the day in the author's own time zone; the first statement of a day is the page's best.
            yield return new { Id = id, Date = version?.Dates.FirstOrDefault(date => date.Day is not null)?.Day };
        }
    }
}

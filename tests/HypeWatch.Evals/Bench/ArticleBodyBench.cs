using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HypeWatch.Evals.Bench;

/// <summary>The text of an article, from the page alone.</summary>
internal sealed class ArticleBodyBench : IBench
{
    public string Name => "article-body";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(request.In.FullName, "ground-truth.json"), ct));
        foreach (var page in list.RootElement.EnumerateObject())
        {
            var version = await ReadPage.PackedAsync(Path.Combine(request.In.FullName, "html", page.Name + ".html.gz"), page.Value.GetProperty("url").GetString()!, ct);
            yield return new { Id = page.Name, Text = version is null ? "" : ReadPage.Article(version, withCaptions: false) };
        }
    }
}

using System.Runtime.CompilerServices;

namespace HypeWatch.Evals.Bench;

/// <summary>Text and metadata of the pages by which a reader mode is tested.</summary>
internal sealed class ReadabilityPagesBench : IBench
{
    public string Name => "readability-pages";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var folder in request.In.EnumerateDirectories().OrderBy(folder => folder.Name, StringComparer.Ordinal))
        {
            var file = Path.Combine(folder.FullName, "source.html.gz");
            if (!File.Exists(file)) continue;
            var version = await ReadPage.PackedAsync(file, "http://fakehost/test/page.html", ct);
            var document = version?.Document;
            yield return new
            {
                Id = folder.Name, Text = version is null ? "" : ReadPage.Article(version), Title = document?.Title,
                Byline = document is { Authors.Count: > 0 } ? string.Join(", ", document.Authors) : null, SiteName = document?.Publisher,
                document?.Published.Precision,
            };
        }
    }
}

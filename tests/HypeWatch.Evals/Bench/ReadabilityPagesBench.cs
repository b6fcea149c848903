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
            // The names are the set's own. It knows only what pages tell machines, as printed, and of titles none but these.
            yield return new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["id"] = folder.Name,
                ["text"] = version is null ? "" : ReadPage.Article(version),
                ["title"] = version?.Titles.FirstOrDefault(title => title.Basis is "json-ld" || title.Basis.StartsWith("meta:", StringComparison.Ordinal))?.Text
                    ?? (version is { Titles: [{ Basis: "title" }, ..] } ? document!.Title : null),
                ["byline"] = document is { Authors.Count: > 0 } ? string.Join(", ", document.Authors) : null,
                ["siteName"] = document?.Publisher,
                ["publishedTime"] = version?.Dates.FirstOrDefault(date => date.Date.Basis is "json-ld" or "meta:article:published_time" or "meta:parsely-pub-date")?.Printed,
                ["lang"] = document?.Language is "und" ? null : document?.Language,
            };
        }
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using HypeWatch.Reading;

namespace HypeWatch.Evals.Bench;

/// <summary>Reference strings: title, year, first author, DOI and address (split <c>train</c> unless another is named).</summary>
internal sealed class ReferencesBench : IBench
{
    public string Name => "references";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, (request.Split ?? "train") + ".jsonl"), ct))
        {
            var entry = ReferenceEntry.Parse(0, item.GetProperty("raw").GetString()!, null);
            yield return new
            {
                Id = item.GetProperty("id"), entry.Title, Year = entry.Year?.ToString(CultureInfo.InvariantCulture), FirstAuthor = entry.Authors is [var first, ..] ? first : null, entry.Url, entry.Doi,
            };
        }
    }
}

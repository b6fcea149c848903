using System.Globalization;
using System.Numerics.Tensors;
using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.Benchmarks;

/// <summary>The ten nearest of a hundred thousand and of a million vectors, against reading as many bytes; and the rough search against the exact one.</summary>
internal sealed class VectorSearchGoal : IGoal
{
    private const int Queries = 20;

    private const int Most = 10;

    public string Name => "V1";

    public string Description => "exact nearest ten by memory-mapped vectors, against a plain read of the same bytes (goal: at most 1.25); V2: by bytes and rescoring, against exact (goal: at most 0.33 at recall 0.99)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var results = new List<GoalResult>();
        foreach (var count in (int[])[100_000, 1_000_000]) results.AddRange(await MeasureAsync(count));
        return results[0] with { More = results[1..] };
    }

    private static async Task<IReadOnlyList<GoalResult>> MeasureAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("hypewatch-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "vectors");
            var vectors = new GeneratedVectors(count, 5);
            VectorFile.Write(path, "bench", GeneratedVectors.Dimensions, vectors);
            using var file = VectorFile.TryOpen(path) ?? throw new HypeWatchException("the vectors were not written");
            var queries = Enumerable.Range(0, Queries).Select(vectors.Query).ToList();
            using var bytes = new MappedBytes(path);
            double sum = 0;
            var (exact, read) = await Stopwatches.InterleavedAsync(() => Each(query => file.Exact(query, Most)), () => Each(_ => sum += Read(bytes, count)));
            var (rough, again) = await Stopwatches.InterleavedAsync(() => Each(query => file.Nearest(query, Most)), () => Each(query => file.Exact(query, Most)));
            var recall = queries.Average(query => file.Nearest(query, Most).Select(found => found.Name).Intersect(file.Exact(query, Most).Select(found => found.Name)).Count() / (double)Most);
            var input = string.Create(CultureInfo.InvariantCulture, $"{count} x {GeneratedVectors.Dimensions}, {Queries} queries, {(double)count * GeneratedVectors.Dimensions * sizeof(float) * Queries / read / 1e6:0.0} GB/s read, checksum {sum:0}");
            return
            [
                new(exact / Queries, "plain read", read / Queries, input),
                new(rough / Queries, "exact", again / Queries, string.Create(CultureInfo.InvariantCulture, $"{count} x {GeneratedVectors.Dimensions}, recall@{Most} {recall:0.000}")),
            ];

            Task Each(Action<float[]> search)
            {
                foreach (var query in queries) search(query);
                return Task.CompletedTask;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Adds up the floats of the file, in pieces that the search's loop would take.</summary>
    private static double Read(MappedBytes bytes, int count)
    {
        const int Piece = 1024 * GeneratedVectors.Dimensions;
        double sum = 0;
        var all = (long)count * GeneratedVectors.Dimensions;
        for (long at = 0; at < all; at += Piece) sum += TensorPrimitives.Sum(bytes.Read<float>(VectorFile.HeaderBytes + (at * sizeof(float)), (int)Math.Min(Piece, all - at)));
        return sum;
    }
}

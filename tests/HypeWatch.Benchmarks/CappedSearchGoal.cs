using System.Globalization;
using HypeWatch.Queries.Tables;
using Microsoft.Extensions.Options;

namespace HypeWatch.Benchmarks;

/// <summary>A search for common words, which ranks the most promising claims alone, against the same search with every claim ranked: how much of its best is found, and in what time.</summary>
internal class CappedSearchGoal : IGoal
{
    private const int Queries = 500, Best = 20;

    public virtual string Name => "D6";

    protected virtual int Claims => 100_000;

    // As many of all as the default is of a million.
    private int Ranked => Claims / 200;

    public string Description => "capped search: share of the exact best 20 that it gives, over seeded queries of one or two words (goal: at least 0.95), and its time against ranking all";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var generated = new GeneratedClaims(data, 7);
        await using var scratch = await generated.OpenAsync(Claims, ct);
        // What is measured is the ranking: exact counting would take as long again.
        var settings = Options.Create(new QuerySettings { CountMilliseconds = 1, MaxMilliseconds = 600_000, RankedMatches = Ranked });
        var (reader, parser, tables, random) = (new TableReader(scratch.Database, settings, TimeProvider.System), new QueryParser(settings), new QueryTables([]), new Random(29));
        var answers = new List<(bool IsCapped, double Share, double Millis, double Exact)>();
        for (var i = 0; i < Queries; i++)
        {
            var words = generated.TwoWords();
            if (random.Next(5) == 0) words = words.Split(' ')[0];
            var query = parser.Parse(tables.Claims, [new("q", words), new("_size", Best.ToString(CultureInfo.InvariantCulture))]);
            var (capped, exact) = ((TablePage?)null, (TablePage?)null);
            var slow = await Stopwatches.MillisAsync(async () => exact = await reader.ReadAsync(query with { IsExact = true }, ct));
            await reader.ReadAsync(query, ct); // a common word is read once
            var fast = await Stopwatches.MillisAsync(async () => capped = await reader.ReadAsync(query, ct));
            answers.Add((capped!.IsApproximate, Share(exact!.Ids, capped.Ids), fast, slow));
        }

        var approximate = answers.Where(answer => answer.IsCapped).ToList();
        var input = string.Create(CultureInfo.InvariantCulture, $"{Claims} claims, {Queries} queries, {approximate.Count} of them approximate");
        List<GoalResult> results =
        [
            new(answers.Average(answer => answer.Share), "all", 1, $"share of the exact best {Best}, {input}") { Unit = "" },
            new(approximate.Select(answer => answer.Share).DefaultIfEmpty(1).Average(), "all", 1, $"the same, approximate ones alone, the worst {approximate.Select(answer => answer.Share).DefaultIfEmpty(1).Min():0.##}") { Unit = "" },
        ];
        foreach (var (name, share) in ((string, double)[])[("p50", 0.5), ("p99", 0.99)])
            results.Add(new(Stopwatches.At(answers.Select(answer => answer.Millis), share), "ranking all", Stopwatches.At(answers.Select(answer => answer.Exact), share), $"{name}, {input}"));
        return results[0] with { More = results[1..] };
    }

    /// <summary>The share of the right rows that are given; where there are none, all are given unless something else is.</summary>
    private static double Share(IReadOnlyList<string> right, IReadOnlyList<string> given) =>
        right.Count > 0 ? right.Intersect(given, StringComparer.Ordinal).Count() / (double)right.Count : given.Count == 0 ? 1 : 0;
}

/// <summary>The same with a million claims, where ranking all of them takes a while.</summary>
internal sealed class CappedSearchOfMillionGoal : CappedSearchGoal
{
    public override string Name => "D6-million";

    protected override int Claims => 1_000_000;
}

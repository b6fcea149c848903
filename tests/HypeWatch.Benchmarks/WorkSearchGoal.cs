using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Literature;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Benchmarks;

/// <summary>Works found by sentences, against the same SQL in the sqlite3 shell on the same file; and by words and meaning together, against each alone.</summary>
internal partial class WorkSearchGoal : IGoal
{
    private const int Queries = 50;

    private const int Most = 20;

    /// <summary>Rounds of all queries before the clock runs.</summary>
    private const int Rounds = 2;

    /// <summary>Product and shell take turns, since the machine is not always equally fast; fewer where a round takes a minute.</summary>
    private static int Turns(int works) => works > 100_000 ? 3 : 5;

    public virtual string Name => "D2";

    public string Description => "works by sentences, p50 and p99, against the same SQL in the sqlite3 shell (goal: at most 1.2); D4: words and meaning together, against the sum of both (goal: at most 1.15)";

    /// <summary>Works in the databases that are measured.</summary>
    protected virtual IReadOnlyList<int> Counts => [10_000, 100_000];

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var words = WordPattern().Matches(Texts.In(data)).Select(match => match.Value).ToArray();
        var results = new List<GoalResult>();
        foreach (var count in Counts) results.AddRange(await MeasureAsync(words, count, ct));
        return results[0] with { More = results[1..] };
    }

    private static async Task<IReadOnlyList<GoalResult>> MeasureAsync(string[] words, int count, CancellationToken ct)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(ct);
        var (database, directory) = (scratch.Database, scratch.Files);
        var random = new Random(11);
        string Phrase(int length) => string.Join(' ', words.AsSpan(random.Next(words.Length - length), length).ToArray());
        var clock = Stopwatch.StartNew();
        await new PriorWorkStore(database).SaveAsync([.. Enumerable.Range(0, count).Select(i => Work($"work-{i}", Phrase(9), Phrase(60)))], ct);
        var rate = count / clock.Elapsed.TotalSeconds;
        List<string> queries = [.. Enumerable.Range(0, Queries).Select(_ => Phrase(10))];
        var search = new WorkSearch(database);
        // A service that has been up for a while has its code compiled for speed.
        for (var round = 0; round < Rounds; round++)
            foreach (var query in queries) await search.FindAsync(new(query, Most), ct);
        var (product, shell) = await Stopwatches.InTurnsAsync(Turns(count), () => TimesAsync(queries, query => search.FindAsync(new(query, Most), ct)), () => ShellAsync(database, directory, queries, ct));
        var input = string.Create(CultureInfo.InvariantCulture, $"{count} works, {Queries} sentences of 10 words, {rate:0} works a second written");
        List<GoalResult> results =
        [
            new(Stopwatches.At(product, 0.5), "sqlite3 shell", Stopwatches.At(shell, 0.5), $"p50, {input}"),
            new(Stopwatches.At(product, 0.99), "sqlite3 shell", Stopwatches.At(shell, 0.99), FormattableString.Invariant($"p99 of the medians of {Turns(count)} turns, {input}")),
        ];
        var vectors = new GeneratedVectors(count, 5);
        var settings = new EmbeddingSettings { Model = "bench", Endpoint = "http://127.0.0.1/" };
        VectorFile.Write(Path.Combine(directory.Path, WorkVectors.FileName), ContentId.Sha256(settings.Model), GeneratedVectors.Dimensions, vectors);
        using var near = new WorkVectors(database, directory, settings, NullLogger<WorkVectors>.Instance, new Ready(vectors));
        var hybrid = new WorkSearch(database, near);
        foreach (var query in queries.Take(10)) await hybrid.FindAsync(new(query, Most), ct);
        var (both, alone) = await Stopwatches.InTurnsAsync(Turns(count), () => TimesAsync(queries, query => hybrid.FindAsync(new(query, Most), ct)), () => TimesAsync(queries, ApartAsync));
        results.Add(new(Stopwatches.At(both, 0.5), "words alone and meaning alone", Stopwatches.At(alone, 0.5), $"D4, p50, {count} works"));
        return results;

        async Task ApartAsync(string query)
        {
            await near.NearestAsync(query, WorkSearch.Candidates, ct);
            await search.FindAsync(new(query, Most), ct);
        }
    }

    private static PriorWork Work(string id, string title, string summary) => new(new(id), title, [], 2020, new(2020, 12, 31), null, null, null, null, [], summary, [], [], false, false);

    private static async Task<List<double>> TimesAsync(List<string> queries, Func<string, Task> run)
    {
        List<double> times = [];
        foreach (var query in queries) times.Add(await Stopwatches.MillisAsync(() => run(query)));
        return times;
    }

    /// <summary>The product's statement with its values written in, timed by the shell itself.</summary>
    private static async Task<List<double>> ShellAsync(Database database, DataDirectory directory, List<string> queries, CancellationToken ct)
    {
        string Statement(string query) => database.Sql["literature/search-works"].Replace("@Words", $"'{WorkWords.AnyOf(query, DatabaseKind.Sqlite)}'", StringComparison.Ordinal)
            .Replace("@PublicBy", "NULL", StringComparison.Ordinal).Replace("@Limit", WorkSearch.Candidates.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return [.. (await SqliteShell.RunAsync(directory, [.. queries.Select(Statement)], rounds: 1, keepsRows: false, ct)).Select(answer => answer.Millis)];
    }

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, 60_000)]
    private static partial Regex WordPattern();

    /// <summary>An endpoint that has its vectors ready: what it would cost is no part of a search.</summary>
    private sealed class Ready(GeneratedVectors vectors) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. values.Select(value => new Embedding<float>(vectors.Query(value.Length)))]);

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

/// <summary>The same with a million works, where a round of all queries takes a minute.</summary>
internal sealed class MillionWorksGoal : WorkSearchGoal
{
    public override string Name => "D2-million";

    protected override IReadOnlyList<int> Counts => [1_000_000];
}

using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;
using HypeWatch.Reading;
using HypeWatch.Storage;
using Microsoft.Extensions.Options;

namespace HypeWatch.Benchmarks;

/// <summary>
/// Stored claims that are worded like a new one, against the plain query for any of its words in the sqlite3 shell on the same file; and how many of the plain query's best are
/// among what the product looks at.
/// </summary>
internal sealed partial class AlikeClaimsGoal : IGoal
{
    private const int Queries = 40, Rounds = 1, Words = 18, Best = 20, Shown = 50, ClaimsOfText = 1000;

    // A report on a claim keeps most of its words; so many of each claim are another's.
    private const int Changed = 4;

    public string Name => "D5";

    public string Description => "stored claims worded like a new one, p50 and p99, against a plain query for any of its words in the sqlite3 shell (goal: at most 0.25 at a million), and the share of that query's best 20 among the candidates (goal: at least 0.95)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var words = WordPattern().Matches(Texts.In(data)).Select(match => match.Value).ToArray();
        var results = new List<GoalResult>();
        foreach (var count in (int[])[10_000, 100_000, 1_000_000]) results.AddRange(await MeasureAsync(words, count, ct));
        return results[0] with { More = results[1..] };
    }

    private static async Task<IReadOnlyList<GoalResult>> MeasureAsync(string[] words, int count, CancellationToken ct)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(ct);
        var database = scratch.Database;
        var random = new Random(17);
        string[] Phrase() => words.AsSpan(random.Next(words.Length - Words), Words).ToArray();
        await FillAsync(database, count, () => string.Join(' ', Phrase()), ct);
        List<string> queries = [];
        for (var i = 0; i < Queries; i++)
        {
            string[] phrase = Phrase(), other = Phrase();
            for (var k = 0; k < Changed; k++) phrase[random.Next(Words)] = other[k];
            queries.Add(string.Join(' ', phrase));
        }

        var claims = new ClaimQueries(
            database, new LexiconSet(), new TableReader(database, Options.Create(new QuerySettings()), TimeProvider.System), new QueryParser(Options.Create(new QuerySettings())), new QueryTables([]));
        foreach (var query in queries) await claims.AlikeAsync(query, Shown, ct, least: 0);
        List<double> times = [];
        var found = new List<HashSet<string>>();
        foreach (var query in queries)
        {
            times.Add(await Stopwatches.MillisAsync(() => claims.AlikeAsync(query, Shown, ct, least: 0)));
            found.Add([.. (await claims.CandidatesAsync(query, ct)).Select(claim => claim.Id.Value)]);
        }

        var (shell, best) = await ShellAsync(scratch.Files, queries, ct);
        var recall = best.Zip(found, (wanted, given) => wanted.Count(given.Contains) / (double)Math.Max(1, wanted.Count)).Average();
        var input = string.Create(CultureInfo.InvariantCulture, $"{count} claims of {Words} words, {Queries} new ones");
        return
        [
            new(Stopwatches.At(times, 0.5), "sqlite3 shell, any word", Stopwatches.At(shell, 0.5), $"p50, {input}"), new(Stopwatches.At(times, 0.99), "sqlite3 shell, any word", Stopwatches.At(shell, 0.99), $"p99, {input}"),
            new(recall, "all", 1, $"recall of its best {Best}, {input}") { Unit = "" },
        ];
    }

    private static async Task FillAsync(Database database, int count, Func<string> sentence, CancellationToken ct)
    {
        await using (var connection = await database.OpenAsync(ct))
            await connection.ExecuteAsync(
                database.Sql["archiving/save-snapshot"],
                new
                {
                    Id = "snp-bench", ItemKey = "x", Url = "x", Source = "x", Metadata = "{}", FetchedAt = "x", Sha256 = "x", Length = 1L, ContentType = "x", ETag = (string?)null,
                    LastModified = (string?)null, CreatedAt = "x", SourceRunId = "x", SchemaVersion = 1,
                });
        var (versions, store) = (new VersionStore(database), new ClaimStore(database));
        var reading = new ClaimReading([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, "bench", Place.Body, 0.5);
        for (var number = 0; number * ClaimsOfText < count; number++)
        {
            List<string> sentences = [.. Enumerable.Range(0, ClaimsOfText).Select(_ => sentence())];
            var text = string.Join('\n', sentences);
            var url = string.Create(CultureInfo.InvariantCulture, $"https://bench.example/{number}");
            var document = new Document(new(ContentId.Of("doc", url)), DocumentKind.Paper, url, url, "bench", null, [], PublicationDate.Unknown, "en");
            var version = new DocumentVersion(new(ContentId.Of("ver", url)), document, new("snp-bench"), text, ContentId.Sha256(text), "bench/1", [], [], [], []);
            var claims = new List<Claim>();
            var start = 0;
            foreach (var words in sentences)
            {
                claims.Add(Claim.Cut(version, new(start, start + words.Length), reading, new("bench", "1")));
                start += words.Length + 1;
            }

            await database.WriteAsync(
                async scope =>
                {
                    await versions.SaveAsync(version, scope);
                    await store.SaveAsync(new(version.Id, claims, [], new("bench", 0, 0, 0, 0, 0)), scope);
                },
                ct);
        }
    }

    /// <summary>Every word of each claim in one query, timed by the shell itself, and the ids of its best.</summary>
    private static async Task<(List<double> Times, List<IReadOnlyList<string>> Best)> ShellAsync(DataDirectory directory, List<string> queries, CancellationToken ct)
    {
        string Statement(string query)
        {
            var any = string.Join(" OR ", query.Split(' ').Distinct(StringComparer.OrdinalIgnoreCase).Select(word => $"\"{word}\""));
            return string.Create(CultureInfo.InvariantCulture, $"SELECT id FROM claims_search WHERE claims_search MATCH '{any}' ORDER BY bm25(claims_search) LIMIT {Best};");
        }

        var answers = await SqliteShell.RunAsync(directory, [.. queries.Select(Statement)], Rounds, keepsRows: true, ct);
        return ([.. answers.Select(answer => answer.Millis)], [.. answers.Select(answer => answer.Lines)]);
    }

    [GeneratedRegex(@"\p{L}{1,}", RegexOptions.None, 60_000)]
    private static partial Regex WordPattern();
}

using System.Globalization;
using Dapper;
using HypeWatch.Queries.Tables;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Queries;

/// <summary>The kept numbers of claims and flags by value always equal the rows, whoever wrote these and in whatever order.</summary>
public sealed class KeptCountsTests
{
    private static readonly string[] Statuses = ["open", "candidate", "suppressed", "confirmed", "dismissed", "reduced"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task Kept_numbers_equal_the_rows_after_any_writes_on_sqlite(int seed) => WriteAsync(DatabaseKind.Sqlite, seed);

    [PostgresTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task Kept_numbers_equal_the_rows_after_any_writes_on_postgres(int seed) => WriteAsync(DatabaseKind.Postgres, seed);

    [Fact]
    public Task What_was_written_past_the_program_is_counted_from_the_rows_on_sqlite() => PastAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task What_was_written_past_the_program_is_counted_from_the_rows_on_postgres() => PastAsync(DatabaseKind.Postgres);

    [PostgresFact]
    public async Task Two_that_write_at_once_on_postgres_both_count()
    {
        await using var rows = await AskedRows.CreateAsync(DatabaseKind.Postgres);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => rows.Database.WriteAsync(scope => StepAsync(scope, new Random(i), i), default)));
        await SameAsync(rows);
    }

    [Fact]
    public async Task A_copy_keeps_the_same_numbers()
    {
        await using var rows = await AskedRows.CreateAsync(DatabaseKind.Sqlite);
        await using var target = await TestDatabase.CreateAsync();
        Assert.Empty((await DatabaseCopy.RunAsync(rows.Database, target.Database, default)).Differences);
        await rows.Database.WriteAsync(_ => Task.CompletedTask, default);
        Assert.NotEmpty(await CountsAsync(rows.Database));
        Assert.Equal(await CountsAsync(rows.Database), await CountsAsync(target.Database));
    }

    private static async Task WriteAsync(DatabaseKind kind, int seed)
    {
        await using var rows = await AskedRows.CreateAsync(kind);
        var held = new ValueColumns(rows.Database);
        await rows.Database.WriteAsync(_ => Task.CompletedTask, default);
        await held.ReadAsync(rows.Tables.Claims);
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var fails = random.Next(5) == 0;
            var writing = rows.Database.WriteAsync(
                async scope =>
                {
                    for (var step = 0; step <= random.Next(4); step++) await StepAsync(scope, random, round * 10 + step);
                    if (fails) throw new InvalidDataException("what a failed transaction wrote must not count");
                },
                default);
            if (fails) await Assert.ThrowsAsync<InvalidDataException>(() => writing);
            else await writing;
            if (round % 5 != 4) continue;
            await SameAsync(rows);
            await HeldAsync(rows, held);
        }

        await rows.Database.WriteAsync(_ => Task.CompletedTask, default);
        Assert.NotEmpty(await CountsAsync(rows.Database));
        await SameAsync(rows);
    }

    private static async Task PastAsync(DatabaseKind kind)
    {
        await using var rows = await AskedRows.CreateAsync(kind);
        await rows.Database.WriteAsync(_ => Task.CompletedTask, default);
        await using (var connection = await rows.Database.OpenAsync(default)) await connection.ExecuteAsync("DELETE FROM claims WHERE strength = 'S1'; UPDATE documents SET publisher = 'Elsewhere' WHERE id = 'doc-1'");
        await SameAsync(rows);
        await rows.Database.WriteAsync(_ => Task.CompletedTask, default);
        await SameAsync(rows);
    }

    /// <summary>Holds every kept number, with and without conditions, against the same question to the rows.</summary>
    private static async Task SameAsync(AskedRows rows)
    {
        foreach (var table in (QueryTable[])[rows.Tables.Claims, rows.Tables.Flags])
        {
            (string, string)[][] questions = table.Name == "flags" ? [[], [("all", "1")], [("status", "open")], [("status__in", "open,confirmed")], [("status__not", "open"), ("all", "1")], [("severity__gte", "3")]] : [[], [("type", "T1")], [("_search", "features")]];
            foreach (var question in questions)
            {
                var asked = rows.Ask(table, [.. question, .. table.Columns.Where(column => column.IsFacet).Select(column => ("_facet", column.Name)), ("_size", "1")]);
                var kept = await rows.Reader.ReadAsync(asked, default);
                var counted = await rows.Reader.ReadAsync(asked with { Table = table with { KeptBy = null } }, default);
                Assert.Empty(kept.FacetsTimedOut);
                Assert.Equal(counted.Count, kept.Count);
                Assert.Equal(counted.Facets.SelectMany(Lines), kept.Facets.SelectMany(Lines));
            }
        }

        await HeadlinesAsync(rows);
    }

    // The view against the claims.
    private static async Task HeadlinesAsync(AskedRows rows)
    {
        await using var connection = await rows.Database.OpenAsync(default);
        async Task<IReadOnlyList<string>> Of(string statement) => [.. (await connection.QueryAsync(statement)).Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values))];
        Assert.Equal(
            await Of("SELECT document_kind, strength, COUNT(*) AS claims, COUNT(warrant) AS judged, SUM(CASE WHEN flags > 0 THEN 1 ELSE 0 END) AS flagged FROM claims_v WHERE is_headline = 1 GROUP BY document_kind, strength ORDER BY document_kind, strength"),
            await Of("SELECT document_kind, strength, claims, judged, flagged FROM headlines_v ORDER BY document_kind, strength"));
    }

    // After so many changes the values may have been let go, and are read anew then.
    private static async Task HeldAsync(AskedRows rows, ValueColumns held)
    {
        var table = rows.Tables.Claims;
        (string, string)[][] questions =
        [
            [("type", "T1")], [("type__not", "T1")], [("strength", "S3")], [("strength__lt", "S2"), ("headline", "1")], [("publisher__isnull", "1")], [("publisher", "Lab 1")], [("publisher__not", "Lab 1")], [("place__in", "body,comment")],
            [("warrant__isnull", "0")], [("document_kind", "paper"), ("is_headline", "0")],
            .. rows.Database.Kind == DatabaseKind.Sqlite ? (IEnumerable<(string, string)[]>)[[("_search", "features")], [("_search", "sparse features"), ("type", "T1")], [("_search", "nowhere")]] : [],
        ];
        foreach (var question in questions)
        {
            var asked = rows.Ask(table, [.. question, .. table.Columns.Where(column => column.IsFacet).Select(column => ("_facet", column.Name)), ("_size", "1")]);
            Assert.True(held.CanCount(asked));
            var numbers = await held.CountAsync(asked, default);
            if (numbers is null)
            {
                await held.ReadAsync(table);
                numbers = await held.CountAsync(asked, default);
            }

            var counted = await rows.Reader.ReadAsync(asked with { Table = table with { KeptBy = null, IsHeld = false } }, default);
            Assert.Equal(counted.Count, numbers!.All);
            foreach (var (facet, values) in counted.Facets.Zip(numbers.ByValue))
                Assert.Equal(facet.Values.Select(value => (value.Value ?? "", value.Count)).ToHashSet(), values.Select(value => (value.Value ?? "", value.Number)).ToHashSet());
            // The reader gives them in the same order and with the same links.
            await rows.Reader.HoldAsync(table);
            Assert.Equal(counted.Facets.SelectMany(Lines), (await rows.Reader.ReadAsync(asked, default)).Facets.SelectMany(Lines));
        }
    }

    private static IEnumerable<string> Lines(Facet facet) =>
        facet.Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{facet.Column.Name} {value.Value ?? "none"} ({value.Value?.GetType().Name}): {value.Count}, {value.Toggle}, {facet.IsTruncated}"));

    private static async Task<IReadOnlyList<string>> CountsAsync(Database database)
    {
        await using var connection = await database.OpenAsync(default);
        Assert.Equal(0L, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM value_changes"));
        return [.. await connection.QueryAsync<string>("SELECT table_name || column_name || status || value || has_value || ':' || number FROM value_counts ORDER BY 1")];
    }

    private static Task StepAsync(WriteScope scope, Random random, int step)
    {
        var d = random.Next(7);
        switch (random.Next(9))
        {
            case 0: return scope.ExecuteAsync("claims/delete-claims", new { VersionId = $"ver-{d}" });
            case 1: return scope.ExecuteAsync("flags/delete-flags", new { ReleaseId = $"rel-{d}" });
            case 2: return scope.ExecuteAsync("reviews/apply-reviews", new { Id = $"flg-{random.Next(22) * 2:00}", Status = Statuses[random.Next(Statuses.Length)], Severity = random.Next(6), Asserter = $"Lab {random.Next(3)}" });
            case 3: return scope.ExecuteAsync("evidence/delete-supports", new { ReleaseId = $"rel-{d}" });
            case 4: return MoveAsync(scope, random, d);
            case 5: return RetitleAsync(scope, random, d);
            case 6: return FlagAsync(scope, random, d, step);
            default: return ClaimAsync(scope, random, d, step);
        }
    }

    // The document takes another kind and publisher, and sometimes a version that none of its claims stand in.
    private static Task<int> MoveAsync(WriteScope scope, Random random, int d) => scope.ExecuteAsync("reading/save-document", new
    {
        Id = $"doc-{d}", Kind = ((string[])["paper", "comment", "promo_social", "news"])[random.Next(4)], Url = $"https://x.example/{d}", CanonicalUrl = $"https://x.example/{d}", Title = "Title", Publisher = random.Next(3) == 0 ? null : $"Lab {random.Next(3)}",
        Authors = "[]", NotBefore = (string?)null, NotAfter = (string?)null, Precision = "day", Basis = "test", Language = "en", ReleaseHint = (string?)null, CurrentVersionId = random.Next(4) == 0 ? "ver-none" : $"ver-{d}",
    });

    private static Task<int> RetitleAsync(WriteScope scope, Random random, int d) => scope.ExecuteAsync("propagation/save-release", new
    {
        Id = $"rel-{d}", Title = $"Release {random.Next(4)}", Publisher = "Lab", NotBefore = (string?)null, NotAfter = (string?)null, Precision = "day", Basis = "test", Coverage = "full", PeerReview = "unknown", Tags = "[]", AssessedInput = "x",
    });

    private static async Task<int> FlagAsync(WriteScope scope, Random random, int d, int step) => await scope.ExecuteAsync("flags/save-flag", new
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"flg-new-{step}-{random.Next()}"), ReleaseId = $"rel-{d}", Code = "OC02", Subtype = (string?)null, Kind = "overclaim", ClaimId = random.Next(3) == 0 ? null : await ClaimOfAsync(scope, random), PairClaimId = (string?)null, VersionId = $"ver-{d}",
        Asserter = $"Lab {random.Next(3)}", Gap = (int?)null, Severity = random.Next(6), Confidence = 0.5, Rationale = "why", SearchComplete = 1, Status = Statuses[random.Next(Statuses.Length)], RaisedBy = "system", Works = "[]", EdgeId = (string?)null,
        DetectorVersion = "v", Computation = "[]",
    });

    // Of whatever document: a flag's version is not always that of its claim.
    private static async Task<string?> ClaimOfAsync(WriteScope scope, Random random) =>
        (await scope.QueryAsync("queries/list-marks", new { Version = $"ver-{random.Next(7)}" }, row => row.Text("id"))) is [var first, ..] ? first : null;

    private static async Task ClaimAsync(WriteScope scope, Random random, int d, int step)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"clm-new-{step}-{random.Next()}");
        await scope.ExecuteAsync("claims/save-claim", new
        {
            Id = id, VersionId = $"ver-{d}", DocumentId = $"doc-{d}", Start = 1, End = 9, Quote = "Sparse features", QuoteSha256 = "h", Normalised = "Sparse features", Type = $"T{1 + random.Next(3)}", Types = "[]", Strength = $"S{random.Next(6)}", Certainty = "C3",
            ScopeModel = (int?)null, ScopeData = (int?)null, ScopeConcept = (int?)null, ScopeDeployment = (int?)null, IsGeneric = 0, Polarity = "positive", AssertMode = "asserts", Asserter = $"Lab {random.Next(3)}", AttributedTo = (string?)null,
            Place = random.Next(3) == 0 ? "comment" : "body", IsHeadline = random.Next(2), ComparativeTo = (string?)null, ExtractionConfidence = 0.5, Provenance = "{}",
        });
        if (random.Next(2) == 0)
            await scope.ExecuteAsync("evidence/save-support", new { ReleaseId = $"rel-{random.Next(7)}", ClaimId = id, Warrant = $"E{random.Next(4)}", TestedModel = (int?)null, TestedData = (int?)null, TestedConcept = (int?)null, TestedDeployment = (int?)null, JudgedBy = "offline" });
    }
}

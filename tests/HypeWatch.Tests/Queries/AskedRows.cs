using System.Data.Common;
using System.Globalization;
using Dapper;
using HypeWatch.Queries.Tables;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Queries;

/// <summary>A database with some claims, flags, releases, documents and works, made from a seed, and the means to ask it.</summary>
internal sealed class AskedRows : IAsyncDisposable
{
    public const int Claims = 43;

    private static readonly string[] Quotes =
    [
        "Sparse features explain all of the model's behaviour", "Steering works in 100% of cases", "Probes find a_b structure", "We find that circuits may transfer", "Überraschend: features are monosemantic", "It's \"fully\" understood",
    ];

    private readonly TestDatabase test;

    private AskedRows(TestDatabase test, QuerySettings settings)
    {
        this.test = test;
        Parser = new(Options.Create(settings));
        Reader = new(test.Database, Options.Create(settings), TimeProvider.System);
        Tables = new(["OC01", "OC02", "OC13"]);
    }

    public QueryParser Parser { get; }

    public TableReader Reader { get; }

    public QueryTables Tables { get; }

    public Database Database => test.Database;

    public static async Task<AskedRows> CreateAsync(DatabaseKind kind, QuerySettings? settings = null)
    {
        settings ??= new QuerySettings();
        // How long a busy machine takes to count is no matter of these tests; those of the limit set it on a reader of their own.
        settings.CountMilliseconds = 600_000;
        var rows = new AskedRows(await TestDatabase.CreateAsync(kind), settings);
        await using var connection = await rows.Database.OpenAsync(default);
        await FillAsync(connection);
        return rows;
    }

    public TableQuery Ask(QueryTable table, params (string Name, string Value)[] pairs) => Parser.Parse(table, pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    public Task<TablePage> ReadAsync(QueryTable table, params (string Name, string Value)[] pairs) => Reader.ReadAsync(Ask(table, pairs), default);

    public ValueTask DisposeAsync() => test.DisposeAsync();

    /// <summary>Writes a claim of a document as the program does.</summary>
    public static Task SaveClaimAsync(WriteScope scope, string id, int document, string quote) => scope.ExecuteAsync("claims/save-claim", new
    {
        Id = id, VersionId = $"ver-{document}", DocumentId = $"doc-{document}", Start = 1, End = 9, Quote = quote, QuoteSha256 = "h", Normalised = quote, Type = "T1", Types = "[]", Strength = "S1", Certainty = "C3",
        ScopeModel = (int?)null, ScopeData = (int?)null, ScopeConcept = (int?)null, ScopeDeployment = (int?)null, IsGeneric = 0, Polarity = "positive", AssertMode = "asserts", Asserter = "Lab 1", AttributedTo = (string?)null,
        Place = "body", IsHeadline = 0, ComparativeTo = (string?)null, ExtractionConfidence = 0.5, Provenance = "{}",
    });

    private static async Task FillAsync(DbConnection connection)
    {
        var random = new Random(11);
        for (var d = 0; d < 7; d++)
        {
            var day = d == 3 ? null : $"2025-0{d + 1}-01";
            await RunAsync(connection, "INSERT INTO snapshots VALUES (@id, @id, @url, 's', '{}', 't', 'h', 1, 'text/plain', NULL, NULL, 't', 'r', 1)", new { id = $"snp-{d}", url = $"https://x.example/{d}" });
            await RunAsync(
                connection,
                "INSERT INTO documents (id, kind, url, canonical_url, title, publisher, authors, published_not_before, published_not_after, published_precision, published_basis, language, current_version_id, created_at, source_run_id, schema_version) VALUES (@id, @kind, @url, @url, @title, @publisher, '[]', @day, @day, 'day', 'test', 'en', @version, @at, 'r', 1)",
                new { id = $"doc-{d}", kind = d % 2 == 0 ? "paper" : "blog", url = $"https://x.example/{d}", title = $"Title {d % 3}", publisher = d % 3 == 0 ? null : $"Lab {d % 2}", day, version = $"ver-{d}", at = At(d) });
            await RunAsync(
                connection, "INSERT INTO versions (id, document_id, snapshot_id, document, text, text_sha256, extraction_method, findings, created_at, source_run_id, schema_version) VALUES (@id, @document, @snapshot, '{}', 't', 'h', 'm', '[]', '2026-01-01T00:00:00.000Z', 'r', 1)",
                new { id = $"ver-{d}", document = $"doc-{d}", snapshot = $"snp-{d}" });
            await RunAsync(
                connection, "INSERT INTO releases VALUES (@id, @title, @publisher, @day, @day, 'day', 'test', 'full', 'unknown', '[]', 'x', @at, 'r', 1)",
                new { id = $"rel-{d}", title = $"Release {d}", publisher = $"Lab {d % 2}", day, at = At(d) });
            await RunAsync(connection, "INSERT INTO release_documents VALUES (@release, @document, 'primary')", new { release = $"rel-{d}", document = $"doc-{d}" });
            await RunAsync(
                connection, "INSERT INTO prior_works (id, title, authors, year, first_public, venue, arxiv, doi, url, tags, summary, bears_on, contested_by, peer_reviewed, verified, created_at, source_run_id, schema_version) VALUES (@id, @title, '[\"Author\"]', @year, @day, @venue, NULL, NULL, NULL, '[]', @summary, '[]', '[]', 0, 1, 't', 'r', 1)",
                new { id = $"work-{d}", title = $"Work {d}", year = 2015 + d % 3, day = $"201{d}-01-01", venue = d == 2 ? null : "Venue", summary = d == 5 ? "Features of sparse codes" : "Something else" });
        }

        for (var i = 0; i < Claims; i++)
        {
            var d = random.Next(7);
            await RunAsync(
                connection,
                "INSERT INTO claims VALUES (@id, @version, @document, @start, @stop, @quote, 'h', @quote, @type, '[]', @strength, @certainty, @scope, NULL, NULL, NULL, 0, 'positive', 'asserts', @asserter, NULL, @place, @headline, NULL, @confidence, '{}', @at, 'r', 1)",
                new
                {
                    id = $"clm-{i:00}", version = $"ver-{d}", document = $"doc-{d}", start = random.Next(5), stop = 10 + i, quote = Quotes[random.Next(Quotes.Length)], type = $"T{1 + random.Next(3)}", strength = $"S{random.Next(6)}",
                    certainty = $"C{1 + random.Next(5)}", scope = random.Next(3) is var scope && scope == 0 ? (int?)null : scope, asserter = random.Next(2) == 0 ? "Lab Alder" : "R. Author", place = random.Next(2) == 0 ? "body" : "abstract",
                    headline = random.Next(2), confidence = Math.Round(random.NextDouble(), 1) / 3, at = At(i),
                });
            if (i % 2 == 0)
            {
                await RunAsync(
                    connection,
                    "INSERT INTO flags (id, release_id, code, kind, claim_id, version_id, asserter, gap, severity, confidence, rationale, search_complete, status, raised_by, works, detector_version, created_at, source_run_id, schema_version) VALUES (@id, @release, @code, 'overclaim', @claim, @version, 'Lab Alder', @gap, @severity, @confidence, 'why', 1, @status, 'system', '[]', 'v', @at, 'r', 1)",
                    new
                    {
                        id = $"flg-{i:00}", release = $"rel-{d}", code = random.Next(2) == 0 ? "OC01" : "OC13", claim = i % 4 == 0 ? $"clm-{i:00}" : null, version = $"ver-{d}", gap = random.Next(3) is var gap && gap == 0 ? (int?)null : gap,
                        severity = random.Next(6), confidence = random.Next(10) / 10.0, status = ((string[])["open", "candidate", "suppressed", "confirmed", "dismissed"])[random.Next(5)], at = At(i),
                    });
            }
        }
    }

    private static string At(int number) => string.Create(CultureInfo.InvariantCulture, $"2026-01-{1 + number % 28:00}T00:00:00.000Z");

    private static Task<int> RunAsync(DbConnection connection, string sql, object values) => connection.ExecuteAsync(sql, values);
}

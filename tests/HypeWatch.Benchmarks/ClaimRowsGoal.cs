using System.Globalization;
using Dapper;
using HypeWatch.Claims;
using HypeWatch.Model;
using HypeWatch.Storage;
using Microsoft.Data.Sqlite;

namespace HypeWatch.Benchmarks;

/// <summary>Claims with their indexes and full-text rows through the product's store, against the same insert prepared by hand.</summary>
internal sealed class ClaimRowsGoal : IGoal
{
    private const int Claims = 4000, Versions = 12;

    public string Name => "D1";

    public string Description => "write claims with 2 indexes and full text, against a raw prepared insert of the same rows into the same table (goal: at most 1.5)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(ct);
        var database = scratch.Database;
        // Each pass writes the claims of a version that has none yet, as ingest does.
        var sets = new Queue<ClaimSet>(await SampleAsync(database, data, ct));
        var store = new ClaimStore(database);
        var (product, peer) = await Stopwatches.InterleavedAsync(
            () => database.WriteAsync(scope => store.SaveAsync(sets.Dequeue(), scope), ct), () => RawAsync(database, sets.Dequeue(), ct));
        return new(product, "raw prepared insert", peer, string.Create(CultureInfo.InvariantCulture, $"{Claims} claims of a version that had none"));
    }

    private static async Task<List<ClaimSet>> SampleAsync(Database database, DirectoryInfo data, CancellationToken ct)
    {
        var file = data.EnumerateFiles("*.txt", SearchOption.AllDirectories).MaxBy(candidate => candidate.Length) ?? throw new HypeWatchException($"no .txt file in {data.FullName}");
        var text = NormalizedText.From(await File.ReadAllTextAsync(file.FullName, ct));
        var document = new Document(
            new("doc-bench"), DocumentKind.Paper, "https://bench.example/", "https://bench.example/", "bench", null, [], PublicationDate.Unknown, "en");
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(
            database.Sql["archiving/save-snapshot"],
            new
            {
                Id = "snp-bench", ItemKey = "x", Url = "x", Source = "x", Metadata = "{}", FetchedAt = "x", Sha256 = "x", Length = 1L, ContentType = "x", ETag = (string?)null,
                LastModified = (string?)null, CreatedAt = "x", SourceRunId = "x", SchemaVersion = 1,
            });
        var sets = new List<ClaimSet>();
        for (var i = 0; i < Versions; i++)
        {
            var version = new DocumentVersion(new(string.Create(CultureInfo.InvariantCulture, $"ver-bench{i}")), document, new("snp-bench"), text, ContentId.Sha256(text), "bench/1", [], [], [], []);
            await database.WriteAsync(scope => new Reading.VersionStore(database).SaveAsync(version, scope), ct);
            sets.Add(new(version.Id, [.. Cut(version)], [], new("bench", 0, 0, 0, 0, 0)));
        }

        return sets;
    }

    private static IEnumerable<Claim> Cut(DocumentVersion version)
    {
        var reading = new ClaimReading([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, "bench", Place.Body, 0.5);
        var step = Math.Max(1, (version.Text.Length - 150) / Claims);
        return Enumerable.Range(0, Math.Min(Claims, (version.Text.Length - 150) / step)).Select(i => Claim.Cut(version, new(i * step, (i * step) + 120), reading, new("bench", "1")));
    }

    private static async Task RawAsync(Database database, ClaimSet set, CancellationToken ct)
    {
        await using var connection = (SqliteConnection)await database.OpenAsync(ct);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = database.Sql["claims/save-claim"];
        string[] names =
        [
            "Id", "VersionId", "DocumentId", "Start", "End", "Quote", "QuoteSha256", "Normalised", "Type", "Types", "Strength", "Certainty", "ScopeModel", "ScopeData", "ScopeConcept",
            "ScopeDeployment", "IsGeneric", "Polarity", "AssertMode", "Asserter", "AttributedTo", "Place", "IsHeadline", "ComparativeTo", "ExtractionConfidence", "Provenance",
            "CreatedAt", "SourceRunId", "SchemaVersion",
        ];
        foreach (var name in names) insert.Parameters.AddWithValue("@" + name, DBNull.Value);
        insert.Prepare();
        foreach (var claim in set.Claims)
        {
            object?[] values =
            [
                claim.Id.Value, claim.Version.Value, claim.Document.Value, claim.Span.Start, claim.Span.End, claim.Quote, claim.Id.Value, claim.Normalised, "T2", "[\"T2\"]", "S2", "C3", null,
                null, null, null, 0, "positive", "asserts", claim.Asserter, null, "body", 0, null, 0.5, "{}", "x", "x", 1,
            ];
            for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i] ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }
}

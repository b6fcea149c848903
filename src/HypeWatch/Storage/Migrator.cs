using System.Data.Common;
using Dapper;
using HypeWatch.Model;
using Microsoft.Data.Sqlite;

namespace HypeWatch.Storage;

/// <summary>What a migration run did.</summary>
/// <param name="Applied">Names of the files applied now.</param>
/// <param name="Total">Number of files that are applied altogether.</param>
public sealed record MigrationReport(IReadOnlyList<string> Applied, int Total);

/// <summary>
/// Applies the forward-only files of <c>sql/migrations</c> in the order of their names, each in a transaction of its own, remembered by name and checksum.
/// Two nodes may start at once: one waits for the other.
/// </summary>
public sealed class Migrator(Database database, TimeProvider time)
{
    /// <summary>Brings the database up to date; does nothing when it is.</summary>
    /// <exception cref="HypeWatchException">An applied file was edited, or the database is newer than this program.</exception>
    public Task<MigrationReport> MigrateAsync(CancellationToken ct) => MigrateAsync([.. database.Sql.Migrations], ct);

    internal async Task<MigrationReport> MigrateAsync(IReadOnlyList<(string Name, string Text)> migrations, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await SetUpAsync(connection, ct);
        var applied = new List<string>();
        foreach (var migration in migrations)
            if (await ApplyAsync(connection, migration.Name, migration.Text, migrations, ct)) applied.Add(migration.Name);
        return new(applied, migrations.Count);
    }

    private async Task SetUpAsync(DbConnection connection, CancellationToken ct)
    {
        if (connection is SqliteConnection) await connection.ExecuteAsync(new CommandDefinition(database.Sql["storage/configure-file"], cancellationToken: ct));
        await using var transaction = await BeginLockedAsync(connection, ct);
        await connection.ExecuteAsync(new CommandDefinition(database.Sql["storage/create-migrations"], transaction: transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }

    private async Task<bool> ApplyAsync(
        DbConnection connection, string name, string text, IReadOnlyList<(string Name, string Text)> known, CancellationToken ct)
    {
        await using var transaction = await BeginLockedAsync(connection, ct);
        var rows = await connection.QueryAsync(new CommandDefinition(database.Sql["storage/list-migrations"], transaction: transaction, cancellationToken: ct));
        var done = rows.Select(row => new Row((IDictionary<string, object?>)row)).ToDictionary(row => row.Text("name"), row => row.Text("sha256"), StringComparer.Ordinal);
        if (done.Keys.FirstOrDefault(other => known.All(migration => migration.Name != other)) is { } unknown)
            throw new HypeWatchException($"the database holds the migration {unknown}, which this program does not know: use the newer program that made it");
        var sha = ContentId.Sha256(text);
        if (done.TryGetValue(name, out var stored))
        {
            if (stored == sha) return false;
            throw new HypeWatchException($"sql/migrations/{name}.sql was edited after it had been applied: restore it and add a new file for the change");
        }

        var granted = await GrantsAsync(connection, transaction, text, ct);
        await connection.ExecuteAsync(new CommandDefinition(text, transaction: transaction, cancellationToken: ct));
        await GrantAsync(connection, transaction, granted, ct);
        await connection.ExecuteAsync(new CommandDefinition(
            database.Sql["storage/record-migration"], new { Name = name, Sha256 = sha, AppliedAt = Instant.Write(time.GetUtcNow()) }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return true;
    }

    // On PostgreSQL a view that is made anew has lost who may read it: readers' logins would be shut out by an update of the program.
    private async Task<IReadOnlyList<(string View, string Statement)>> GrantsAsync(DbConnection connection, DbTransaction transaction, string text, CancellationToken ct) =>
        database.Kind == DatabaseKind.Sqlite || !text.Contains("DROP VIEW", StringComparison.Ordinal) ? []
            : [.. (await RowsAsync("storage/list-view-grants", connection, transaction, ct)).Select(row => (row.Text("view_name"), row.Text("statement")))];

    private async Task GrantAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<(string View, string Statement)> granted, CancellationToken ct)
    {
        if (granted.Count == 0) return;
        var views = (await RowsAsync("storage/list-views", connection, transaction, ct)).Select(row => row.Text("view_name")).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, statement) in granted.Where(grant => views.Contains(grant.View))) await connection.ExecuteAsync(new CommandDefinition(statement, transaction: transaction, cancellationToken: ct));
    }

    private async Task<IEnumerable<Row>> RowsAsync(string name, DbConnection connection, DbTransaction transaction, CancellationToken ct) =>
        (await connection.QueryAsync(new CommandDefinition(database.Sql[name], transaction: transaction, cancellationToken: ct))).Select(row => new Row((IDictionary<string, object?>)row));

    // SQLite: an immediate transaction is the lock. PostgreSQL: an advisory lock that ends with the transaction.
    private async Task<DbTransaction> BeginLockedAsync(DbConnection connection, CancellationToken ct)
    {
        if (connection is SqliteConnection sqlite) return sqlite.BeginTransaction(deferred: false);
        var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(database.Sql["storage/lock-migrations"], transaction: transaction, cancellationToken: ct));
        return transaction;
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HypeWatch.App.Tests.Fakes;

/// <summary>All rows of a SQLite database as text, without what differs from run to run by its nature: times, run ids, durations, folders.</summary>
internal static class Rows
{
    private static readonly string[] Volatile =
        ["created_at", "updated_at", "source_run_id", "fetched_at", "millis", "due_at", "owner", "lease_until", "attempts", "last_polled_at", "last_success_at", "applied_at", "last_outcome", "next_attempt_at", "last_new_at", "state_reason", "seen_at"];

    // What counts looks, or remembers when the next one is due, differs by its nature.
    private static readonly string[] Skipped = ["schema_migrations", "source_days", "http_services", "flag_history", "past_claims"];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(string databaseFile, string folder)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        var tables = Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name", reader => reader.GetString(0));
        return tables.Where(table => !Skipped.Contains(table) && !table.Contains("_search_", StringComparison.Ordinal) && !table.StartsWith("sqlite_", StringComparison.Ordinal))
            .ToDictionary(table => table, table => (IReadOnlyList<string>)Query(connection, $"SELECT * FROM \"{table}\"", reader => Text(reader, folder)).Order(StringComparer.Ordinal).ToList());
    }

    private static string Text(SqliteDataReader reader, string folder) => string.Join(" | ", Enumerable.Range(0, reader.FieldCount)
        .Where(i => !Volatile.Contains(reader.GetName(i)))
        .Select(i => reader.GetName(i) + "=" + Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!.Replace(folder, "FOLDER", StringComparison.Ordinal)));

    private static List<T> Query<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> map)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }
}

using System.Globalization;
using System.Text;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Storage;
using Microsoft.Data.Sqlite;

namespace HypeWatch.Pipeline;

/// <summary>What a snapshot holds.</summary>
/// <param name="Directory">Its folder.</param>
/// <param name="Rows">Rows by view.</param>
public sealed record SnapshotReport(string Directory, IReadOnlyDictionary<string, long> Rows);

/// <summary>
/// Writes what readers may ask into a folder of files: one SQLite file, one CSV file a view, and what they are. Only the documented views are written, so that no archived text, mail address or name of a
/// private person gets out; all views are read at one instant.
/// </summary>
public sealed class ExportSnapshot(Database database, SqlQueries sql, TimeProvider time)
{
    private const string File = "hypewatch.db", About = "README.md";

    /// <summary>Writes a snapshot.</summary>
    /// <param name="target">A folder that is missing or empty.</param>
    /// <param name="version">Version of the program, for the description.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="HypeWatchException">The folder holds something.</exception>
    public async Task<SnapshotReport> RunAsync(string target, string version, CancellationToken ct)
    {
        var folder = Path.GetFullPath(target);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new HypeWatchException($"{folder} is not empty: name a folder that is missing or empty");
        Directory.CreateDirectory(folder);
        var views = (await sql.ViewsAsync(ct)).GroupBy(column => column.View, column => column.Column, StringComparer.Ordinal).Select(view => (Name: view.Key, Columns: (IReadOnlyList<string>)[.. view])).ToList();
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var from = await database.OpenAsync(ct);
        // A reader alone: with another kind SQLite would keep every writer waiting.
        await using System.Data.Common.DbTransaction reading = from is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await from.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, File), Pooling = false }.ToString());
        await to.OpenAsync(ct);
        await using (var writing = (SqliteTransaction)await to.BeginTransactionAsync(ct))
        {
            foreach (var (name, columns) in views)
            {
                await using var read = from.CreateCommand();
                read.Transaction = reading;
                read.CommandText = Fill("copy-rows", name, columns);
                await using var reader = await read.ExecuteReaderAsync(ct);
                rows[name] = await CopyAsync(reader, to, writing, folder, name, columns, ct);
            }

            await writing.CommitAsync(ct);
        }

        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, About), Describe(version, views, rows), ct);
        return new(folder, rows);
    }

    private async Task<long> CopyAsync(
        System.Data.Common.DbDataReader reader, SqliteConnection to, SqliteTransaction writing, string folder, string view, IReadOnlyList<string> columns, CancellationToken ct)
    {
        var table = TableOf(view);
        await using var create = to.CreateCommand();
        create.Transaction = writing;
        create.CommandText = Fill("create-copy", table, columns);
        await create.ExecuteNonQueryAsync(ct);
        await using var insert = to.CreateCommand();
        insert.Transaction = writing;
        insert.CommandText = Fill("insert-row", table, columns);
        foreach (var i in Enumerable.Range(0, columns.Count)) insert.Parameters.Add(new SqliteParameter(Parameter(i), null));
        await using var csv = new StreamWriter(Path.Combine(folder, table + ".csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await csv.WriteAsync(CsvRows.Line(columns));
        var count = 0L;
        var values = new object[columns.Count];
        while (await reader.ReadAsync(ct))
        {
            reader.GetValues(values);
            for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
            await insert.ExecuteNonQueryAsync(ct);
            await csv.WriteAsync(CsvRows.Line(values.Select(value => value is DBNull ? null : value is double number ? number.ToString("R", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture))));
            count++;
        }

        return count;
    }

    private string Describe(string version, IReadOnlyList<(string Name, IReadOnlyList<string> Columns)> views, Dictionary<string, long> rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# HypeWatch snapshot of {time.GetUtcNow().UtcDateTime:yyyy-MM-dd HH:mm} UTC\n\nWritten by HypeWatch {version}. `{File}` is one SQLite file; each table is there as CSV too (RFC 4180, UTF-8, with a heading).\n");
        text.Append("A cell of a CSV file that a spreadsheet would run as a formula begins with an apostrophe; the SQLite file holds it without.\n\n");
        text.Append("A flag is a question with evidence, not a verdict, until a person has confirmed it; `speaks_for_authors` belongs beside it wherever it is shown. Private persons stand here by role.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"`reported_expectation_score` is a score {Score.Meaning}: 0 is as expected, and it is no measure of quality.\n\n");
        text.Append("Licence: the rows are given under the licence of the program (MIT). Quotes are words of their authors, kept short so that what is said of them can be checked; their rights stay with them. Archived texts are no part of a snapshot.\n\n## Tables\n\n");
        foreach (var (name, columns) in views) text.Append(CultureInfo.InvariantCulture, $"- `{TableOf(name)}` ({rows[name]} rows): {string.Join(", ", columns)}\n");
        return text.ToString();
    }

    private string Fill(string template, string table, IReadOnlyList<string> columns) => database.Sql["templates/" + template].Replace("{table}", Quoted(table), StringComparison.Ordinal)
        .Replace("{columns}", string.Join(", ", columns.Select(Quoted)), StringComparison.Ordinal).Replace("{values}", string.Join(", ", columns.Select((_, i) => Parameter(i))), StringComparison.Ordinal);

    private static string TableOf(string view) => view.EndsWith("_v", StringComparison.Ordinal) ? view[..^2] : view;

    private static string Parameter(int column) => string.Create(CultureInfo.InvariantCulture, $"@p{column}");

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using HypeWatch.Model;

namespace HypeWatch.Storage;

/// <summary>What was copied.</summary>
/// <param name="Tables">Number of tables.</param>
/// <param name="Rows">Rows of all tables, each read back and compared.</param>
/// <param name="Differences">Tables whose rows differ, with how many are missing and how many are foreign; empty when all are alike.</param>
public sealed record CopyReport(int Tables, long Rows, IReadOnlyList<string> Differences);

/// <summary>
/// Copies all rows from one database to another, of the same or of the other sort, in one transaction, and compares row by row what arrived. Scheduler tables
/// are left out, since every node makes them anew; full-text indexes and kept counts follow from the rows.
/// </summary>
public static class DatabaseCopy
{
    /// <summary>Copies.</summary>
    /// <param name="source">Where from; read as it stands at one instant.</param>
    /// <param name="target">Where to; brought to the newest schema already, and empty.</param>
    /// <param name="ct">Stops it; the target is left as it was.</param>
    /// <exception cref="HypeWatchException">The target holds rows, or the two have different tables.</exception>
    public static async Task<CopyReport> RunAsync(Database source, Database target, CancellationToken ct)
    {
        await using var from = await source.OpenAsync(ct);
        await using var to = await target.OpenAsync(ct);
        var tables = await TablesAsync(source, from, ct);
        if (!(await TablesAsync(target, to, ct)).Select(table => table.Signature).SequenceEqual(tables.Select(table => table.Signature), StringComparer.Ordinal))
            throw new HypeWatchException("the two databases have different tables: bring both to the newest schema with hypewatch db migrate");

        await using var snapshot = await from.BeginTransactionAsync(source.Kind == DatabaseKind.Postgres ? IsolationLevel.RepeatableRead : IsolationLevel.Serializable, ct);
        var rows = new Dictionary<string, RowCount>(StringComparer.Ordinal);
        await using (var writing = await to.BeginTransactionAsync(ct))
        {
            foreach (var table in await ParentsFirstAsync(target, to, tables, ct))
            {
                if (await AnyAsync(to, writing, target, table, ct)) throw new HypeWatchException($"the database to copy to holds rows already (table {table.Name}): name an empty one");
                rows[table.Name] = await CopyAsync(from, snapshot, source, to, writing, target, table, ct);
            }

            await ValueCounts.KeepAsync(to, writing, target.Sql, ct);
            await writing.CommitAsync(ct);
        }

        var differences = new List<string>();
        foreach (var table in tables)
        {
            await foreach (var row in ReadAsync(to, null, target, table, ct)) rows[table.Name].Remove(row);
            if (rows[table.Name].Difference is { } difference) differences.Add($"{table.Name}: {difference}");
        }

        return new(tables.Count, rows.Values.Sum(count => count.Total), differences);
    }

    private static async Task<IReadOnlyList<CopiedTable>> TablesAsync(Database database, DbConnection connection, CancellationToken ct)
    {
        var rows = await connection.QueryAsync(new CommandDefinition(database.Sql["storage/list-tables"], cancellationToken: ct));
        return
        [
            .. rows.Select(row => new Row((IDictionary<string, object?>)row)).GroupBy(row => row.Text("table_name"), row => row.Text("column_name"), StringComparer.Ordinal)
                .OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => new CopiedTable(table.Key, [.. table.Order(StringComparer.Ordinal)])),
        ];
    }

    // A row can be written once the rows that it refers to are there.
    private static async Task<IReadOnlyList<CopiedTable>> ParentsFirstAsync(Database database, DbConnection connection, IReadOnlyList<CopiedTable> tables, CancellationToken ct)
    {
        var rows = await connection.QueryAsync(new CommandDefinition(database.Sql["storage/list-parents"], cancellationToken: ct));
        var parents = rows.Select(row => new Row((IDictionary<string, object?>)row)).ToLookup(row => row.Text("table_name"), row => row.Text("parent"), StringComparer.Ordinal);
        var (ordered, waiting) = (new List<CopiedTable>(), tables.ToList());
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(table => parents[table.Name].All(parent => waiting.TrueForAll(other => other.Name != parent))).ToList();
            if (ready.Count == 0) throw new HypeWatchException($"tables refer to each other in a circle: {string.Join(", ", waiting.Select(table => table.Name))}");
            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }

        return ordered;
    }

    private static async Task<bool> AnyAsync(DbConnection connection, DbTransaction transaction, Database database, CopiedTable table, CancellationToken ct)
    {
        await foreach (var _ in ReadAsync(connection, transaction, database, table, ct)) return true;
        return false;
    }

    private static async Task<RowCount> CopyAsync(
        DbConnection from, DbTransaction snapshot, Database source, DbConnection to, DbTransaction writing, Database target, CopiedTable table, CancellationToken ct)
    {
        await using var insert = to.CreateCommand();
        insert.Transaction = writing;
        insert.CommandText = table.Fill(target.Sql["templates/insert-row"]);
        foreach (var i in Enumerable.Range(0, table.Columns.Count))
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = CopiedTable.Parameter(i);
            insert.Parameters.Add(parameter);
        }

        var count = new RowCount();
        await foreach (var row in ReadAsync(from, snapshot, source, table, ct))
        {
            for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i];
            await insert.ExecuteNonQueryAsync(ct);
            count.Add(row);
        }

        return count;
    }

    private static async IAsyncEnumerable<object[]> ReadAsync(
        DbConnection connection, DbTransaction? transaction, Database database, CopiedTable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var select = connection.CreateCommand();
        select.Transaction = transaction;
        select.CommandText = table.Fill(database.Sql["templates/copy-rows"]);
        await using var reader = await select.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    /// <summary>A table with its columns in the order of their names.</summary>
    private sealed record CopiedTable(string Name, IReadOnlyList<string> Columns)
    {
        public string Signature => $"{Name}({string.Join(',', Columns)})";

        public static string Parameter(int column) => string.Create(CultureInfo.InvariantCulture, $"@p{column}");

        public string Fill(string template) => template.Replace("{table}", Quoted(Name), StringComparison.Ordinal)
            .Replace("{columns}", string.Join(", ", Columns.Select(Quoted)), StringComparison.Ordinal)
            .Replace("{values}", string.Join(", ", Columns.Select((_, i) => Parameter(i))), StringComparison.Ordinal);

        private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>How often each row occurs, by 128 bits of the SHA-256 of its values.</summary>
    private sealed class RowCount
    {
        private readonly Dictionary<UInt128, int> counts = [];
        private long foreign;

        public long Total { get; private set; }

        public string? Difference
        {
            get
            {
                var missing = counts.Values.Sum(count => (long)count);
                return missing == 0 && foreign == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{missing} rows missing, {foreign} foreign");
            }
        }

        public void Add(object[] row)
        {
            Total++;
            var key = Hash(row);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        public void Remove(object[] row)
        {
            var key = Hash(row);
            if (counts.GetValueOrDefault(key) is not (> 0 and var left)) foreign++;
            else if (left == 1) counts.Remove(key);
            else counts[key] = left - 1;
        }

        private static UInt128 Hash(object[] row)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> length = stackalloc byte[5];
            foreach (var value in row)
            {
                var bytes = Bytes(value);
                length[0] = value switch { DBNull => 0, string => 1, byte[] => 2, double or float => 3, _ => 4 };
                BinaryPrimitives.WriteInt32LittleEndian(length[1..], bytes.Length);
                hash.AppendData(length);
                hash.AppendData(bytes);
            }

            return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
        }

        // The drivers give whole numbers in different widths.
        private static byte[] Bytes(object value) => value switch
        {
            DBNull => [],
            string text => Encoding.UTF8.GetBytes(text),
            byte[] bytes => bytes,
            double or float => BitConverter.GetBytes(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            _ => BitConverter.GetBytes(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        };
    }
}

using System.Data.Common;
using System.Globalization;
using HypeWatch.Storage;
using Npgsql;

namespace HypeWatch.Queries;

/// <summary>
/// A reader's SQL on PostgreSQL: over a login of its own that may select from the views alone, in a read-only transaction with a time limit, one statement. Whoever may run
/// SQL has the powers of the login: a role that is only set for the transaction could be put off again by the statement. Without <see cref="SqlSettings.PostgresReader"/> this is off.
/// </summary>
internal sealed class PostgresReader(SqlLibrary library) : IReadOnlySql
{
    public async Task<SqlAnswer> RunAsync(string sql, IReadOnlyDictionary<string, string?> parameters, SqlSettings limits, bool isPublic, CancellationToken ct)
    {
        // The login sees the views alone, and these hold flags that nobody reviewed.
        if (isPublic) throw new SqlRefusedException("SQL is off here: Web:Publication is public, and on PostgreSQL the views cannot be narrowed for a login of its own");
        var login = limits.PostgresReader ?? throw new SqlRefusedException(
            "Sql:PostgresReader is not set: create a login without rights (CREATE ROLE name LOGIN), grant it USAGE on the schema and SELECT on the views ending in _v, and give its connection string there");
        await using var connection = new NpgsqlConnection(login);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await using (var limit = connection.CreateCommand())
            {
                limit.CommandText = library["queries/limit-reader"];
                limit.Parameters.AddWithValue("Timeout", limits.MaxMilliseconds.ToString(CultureInfo.InvariantCulture));
                await limit.ExecuteNonQueryAsync(ct);
            }

            // A batch command is sent as it stands: with a second statement in it, the driver or the server refuses it.
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            var command = new NpgsqlBatchCommand(sql);
            foreach (var (name, value) in parameters)
            {
                if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) command.Parameters.AddWithValue(name, number);
                else command.Parameters.AddWithValue(name, (object?)value ?? DBNull.Value);
            }

            batch.BatchCommands.Add(command);
            await using var reader = await batch.ExecuteReaderAsync(ct);
            return await ReadAsync(reader, limits, ct);
        }
        catch (Exception refusal) when (refusal is PostgresException or NotSupportedException)
        {
            throw new SqlRefusedException(refusal is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled }
                ? FormattableString.Invariant($"stopped after {limits.MaxMilliseconds} ms (Sql:MaxMilliseconds): ask for less, or raise the limit")
                : (refusal as PostgresException)?.MessageText ?? "only one statement at a time: remove what follows the first", refusal);
        }
    }

    private static async Task<SqlAnswer> ReadAsync(DbDataReader reader, SqlSettings limits, CancellationToken ct)
    {
        List<string> columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<IReadOnlyList<object?>>();
        while (await reader.ReadAsync(ct))
        {
            if (rows.Count == limits.MaxRows) return new(columns, rows, Truncated: true);
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Value(reader, i))]);
        }

        return new(columns, rows, Truncated: false);
    }

    private static object? Value(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetValue(column) switch
    {
        // JSON has no word for what is no finite number.
        double number when !double.IsFinite(number) => null,
        float number when !float.IsFinite(number) => null,
        byte[] bytes => Convert.ToHexString(bytes),
        long or int or short or double or float or decimal or bool or string => reader.GetValue(column),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };
}

using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Reflection;

namespace HypeWatch.Storage;

/// <summary>
/// A statement of an open transaction that may run many times: it is parsed once and only its values change. Parsing is what costs most of a short statement on SQLite.
/// </summary>
internal sealed class ScopeStatement : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Type, Field[]> Fields = new();

    private readonly DbCommand command;
    private readonly Field[] fields;
    private readonly DbParameter createdAt;

    /// <summary>Prepares a statement.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="transaction">As part of what.</param>
    /// <param name="sql">Its text.</param>
    /// <param name="shape">Type of the object that holds its values.</param>
    /// <param name="stamp">Who writes.</param>
    /// <exception cref="InvalidOperationException">A property is of a type that no column takes.</exception>
    public ScopeStatement(DbConnection connection, DbTransaction transaction, string sql, Type shape, RunStamp stamp)
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        fields = Fields.GetOrAdd(shape, type => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => new Field(property, Kind(property)))]);
        foreach (var field in fields) Add(field.Property.Name, field.Kind, DBNull.Value);
        // Every statement may use @CreatedAt, @SourceRunId and @SchemaVersion without its caller naming them.
        createdAt = Add("CreatedAt", DbType.String, stamp.Now);
        Add("SourceRunId", DbType.String, stamp.RunId);
        Add("SchemaVersion", DbType.Int32, RunStamp.SchemaVersion);
    }

    /// <summary>Runs it; the number of its rows comes back.</summary>
    public Task<int> ExecuteAsync(object values, string now, CancellationToken ct)
    {
        Set(values, now);
        return command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Runs it; the rows that it gives come back, all read.</summary>
    public async Task<List<Row>> QueryAsync(object values, string now, CancellationToken ct)
    {
        Set(values, now);
        List<Row> rows = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var columns = new Dictionary<string, object?>(reader.FieldCount, StringComparer.Ordinal);
            for (var i = 0; i < reader.FieldCount; i++) columns[reader.GetName(i)] = reader.GetValue(i) is var value and not DBNull ? value : null;
            rows.Add(new(columns));
        }

        return rows;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => command.DisposeAsync();

    private void Set(object values, string now)
    {
        for (var i = 0; i < fields.Length; i++) command.Parameters[i].Value = fields[i].Property.GetValue(values) ?? DBNull.Value;
        createdAt.Value = now;
    }

    private DbParameter Add(string name, DbType kind, object value)
    {
        var parameter = command.CreateParameter();
        // With its sign: SQLite's driver looks a name without one up several times for each row.
        (parameter.ParameterName, parameter.DbType, parameter.Value) = ("@" + name, kind, value);
        command.Parameters.Add(parameter);
        return parameter;
    }

    // Stated for nulls too: PostgreSQL must know of what type a null is.
    private static DbType Kind(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(string) ? DbType.String
            : type == typeof(int) ? DbType.Int32
            : type == typeof(long) ? DbType.Int64
            : type == typeof(double) ? DbType.Double
            : type == typeof(bool) ? DbType.Boolean
            : type == typeof(byte[]) ? DbType.Binary
            : throw new InvalidOperationException($"the value {property.Name} is a {type.Name}, which no column takes: write its stored form");
    }

    private sealed record Field(PropertyInfo Property, DbType Kind);
}

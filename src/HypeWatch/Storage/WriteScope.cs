using System.Data.Common;

namespace HypeWatch.Storage;

/// <summary>Which run of the program writes, and when it began; stands on every derived row.</summary>
/// <param name="time">The clock.</param>
/// <param name="runId">Identifies the process among all that write to this database.</param>
public sealed class RunStamp(TimeProvider time, string runId)
{
    /// <summary>Version of the meaning of the rows; raised when a column changes its meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Identifies the process.</summary>
    public string RunId { get; } = runId;

    /// <summary>The present instant in its stored form.</summary>
    public string Now => Instant.Write(time.GetUtcNow());
}

/// <summary>An open transaction. What is written through it is kept together or not at all.</summary>
public sealed class WriteScope : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly SqlLibrary sql;
    private readonly RunStamp stamp;
    private readonly Dictionary<(string Name, Type Shape), ScopeStatement> statements = [];

    internal WriteScope(DbConnection connection, DbTransaction transaction, SqlLibrary sql, RunStamp stamp, CancellationToken ct)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.sql = sql;
        this.stamp = stamp;
        Cancellation = ct;
    }

    /// <summary>Stops the transaction.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The present instant in its stored form, for statements that must agree on it.</summary>
    public string Now => stamp.Now;

    /// <summary>Runs a statement once; its number of rows comes back.</summary>
    public Task<int> ExecuteAsync(string name, object parameters) => Statement(name, parameters).ExecuteAsync(parameters, stamp.Now, Cancellation);

    /// <summary>Runs a statement for each item.</summary>
    public async Task ExecuteManyAsync<T>(string name, IEnumerable<T> items, Func<T, object> parameters)
    {
        foreach (var item in items) await ExecuteAsync(name, parameters(item));
    }

    /// <summary>Runs a query inside the transaction.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string name, object parameters, Func<Row, T> map) =>
        [.. (await Statement(name, parameters).QueryAsync(parameters, stamp.Now, Cancellation)).Select(map)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var statement in statements.Values) await statement.DisposeAsync();
    }

    private ScopeStatement Statement(string name, object parameters)
    {
        var key = (name, parameters.GetType());
        if (!statements.TryGetValue(key, out var statement)) statements[key] = statement = new(connection, transaction, sql[name], key.Item2, stamp);
        return statement;
    }
}

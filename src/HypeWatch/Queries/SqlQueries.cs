using HypeWatch.Storage;
using Microsoft.Extensions.Options;

namespace HypeWatch.Queries;

/// <summary>Answers a reader's own SQL over the documented views, within <see cref="SqlSettings"/>.</summary>
public sealed class SqlQueries(Database database, DataDirectory directory, IOptions<SqlSettings> settings, TimeProvider time)
{
    private readonly IReadOnlySql reader = database.Kind == DatabaseKind.Sqlite ? new SqliteSandbox(directory, database.Sql, time) : new PostgresReader(database.Sql);

    /// <summary>Whether readers may write statements of their own. The public may not: a statement could name what only the stored ones leave alone.</summary>
    public bool AllowsOwn => settings.Value.OwnStatements && !database.IsPublic;

    /// <summary>The statements that can be asked by a name.</summary>
    public IReadOnlyList<StoredStatement> Stored { get; } = StoredStatement.All(settings.Value);

    /// <summary>A stored statement; null when there is none of that name.</summary>
    public StoredStatement? Find(string name) => Stored.FirstOrDefault(statement => statement.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Runs one statement.</summary>
    /// <param name="sql">One SELECT; parameters are written <c>:name</c> or <c>@name</c>.</param>
    /// <param name="parameters">Their values; one that reads as a whole number is bound as one.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="SqlRefusedException">It is not allowed, is wrong, or took too long.</exception>
    public Task<SqlAnswer> RunAsync(string sql, IReadOnlyDictionary<string, string?> parameters, CancellationToken ct) => reader.RunAsync(sql, parameters, settings.Value, database.IsPublic, ct);

    /// <summary>The views that may be asked, with their columns.</summary>
    public Task<IReadOnlyList<ViewColumn>> ViewsAsync(CancellationToken ct) =>
        database.QueryAsync("queries/list-view-columns", null, row => new ViewColumn(row.Text("view_name"), row.Text("column_name")), ct);
}

/// <summary>A column of a view.</summary>
/// <param name="View">The view.</param>
/// <param name="Column">The column.</param>
public sealed record ViewColumn(string View, string Column);

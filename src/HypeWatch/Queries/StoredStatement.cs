using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>A statement that readers ask by its name.</summary>
/// <param name="Name">The name, as it stands in addresses.</param>
/// <param name="Title">What it answers.</param>
/// <param name="Sql">The statement.</param>
/// <param name="Parameters">Names of its parameters, in their order.</param>
public sealed record StoredStatement(string Name, string Title, string Sql, IReadOnlyList<string> Parameters)
{
    private const string Comment = "--";

    /// <summary>All stored statements by name: those of the settings, then those of the program.</summary>
    internal static IReadOnlyList<StoredStatement> All(SqlSettings settings) =>
    [
        .. settings.Stored.Select(own => Of(own.Key, own.Value)).Concat(SqlLibrary.Stored.Select(file => Of(file.Name, file.Text)))
            .DistinctBy(statement => statement.Name, StringComparer.OrdinalIgnoreCase).OrderBy(statement => statement.Name, StringComparer.Ordinal),
    ];

    // A comment in the first line is the title.
    private static StoredStatement Of(string name, string text)
    {
        var sql = text.Trim();
        var first = sql.Split('\n', 2)[0].Trim();
        var title = first.StartsWith(Comment, StringComparison.Ordinal) ? first[Comment.Length..].Trim() : name.Replace('-', ' ');
        return new(name, title, sql, ParameterNames.In(sql));
    }
}

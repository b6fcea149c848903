using System.Collections.Frozen;
using HypeWatch.Model;

namespace HypeWatch.Storage;

/// <summary>The SQL files of <c>sql/</c>, embedded into the library. A name is <c>room/verb-noun</c>; a dialect's own file wins over the common one.</summary>
public sealed class SqlLibrary
{
    private const string StoredFolder = "stored/";

    private static readonly FrozenDictionary<string, string> Files = Load();

    private readonly DatabaseKind kind;

    /// <summary>The files for one sort of database.</summary>
    public SqlLibrary(DatabaseKind kind) => this.kind = kind;

    /// <summary>The names of all files that are statements as they stand (templates take names of tables and columns from the catalogue), as <c>room/verb-noun</c> with the dialect where there is one, for example <c>claims/search-claims.sqlite</c>.</summary>
    public static IEnumerable<string> AllNames => Files.Keys.Where(name => !name.StartsWith("migrations/", StringComparison.Ordinal) && !name.StartsWith("templates/", StringComparison.Ordinal) && !name.StartsWith(StoredFolder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The questions that readers may ask by a name, with their text, by name.</summary>
    public static IEnumerable<(string Name, string Text)> Stored =>
        Files.Where(file => file.Key.StartsWith(StoredFolder, StringComparison.Ordinal)).Select(file => (file.Key[StoredFolder.Length..], file.Value)).OrderBy(file => file.Item1, StringComparer.Ordinal);

    /// <summary>The text of a query.</summary>
    /// <exception cref="HypeWatchException">There is no such file.</exception>
    public string this[string name] =>
        Files.GetValueOrDefault($"{name}.{Suffix(kind)}") ?? Files.GetValueOrDefault(name) ??
        throw new HypeWatchException($"no file sql/{name}.sql: add it, or correct the name in the code");

    /// <summary>The migrations for this database, in the order in which they apply.</summary>
    internal IEnumerable<(string Name, string Text)> Migrations =>
        from file in Files
        where file.Key.StartsWith("migrations/", StringComparison.Ordinal)
        let name = file.Key["migrations/".Length..]
        where !name.EndsWith("." + Suffix(Other(kind)), StringComparison.Ordinal)
        orderby name
        select (name, Translate(file.Value));

    private static DatabaseKind Other(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? DatabaseKind.Postgres : DatabaseKind.Sqlite;

    private static string Suffix(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? "sqlite" : "postgres";

    private static FrozenDictionary<string, string> Load()
    {
        var assembly = typeof(SqlLibrary).Assembly;
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("sql/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            files[resource["sql/".Length..^".sql".Length].Replace('\\', '/')] = reader.ReadToEnd();
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Two words differ between the databases in table definitions, and only there.
    private string Translate(string migration) => kind == DatabaseKind.Sqlite
        ? migration.Replace("{strict}", "STRICT", StringComparison.Ordinal).Replace("{double}", "REAL", StringComparison.Ordinal)
        : migration.Replace("{strict}", "", StringComparison.Ordinal).Replace("{double}", "DOUBLE PRECISION", StringComparison.Ordinal);
}

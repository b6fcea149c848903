using System.Text.RegularExpressions;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HypeWatch.Tests.Storage;

/// <summary>Every SQL file is valid on the databases that it is for, is used by the code, and agrees with its twin.</summary>
public sealed partial class SqlTests
{
    private static IEnumerable<string> SqliteFiles => SqlLibrary.AllNames.Where(name => !name.EndsWith(".postgres", StringComparison.Ordinal));

    private static IEnumerable<string> PostgresFiles => SqlLibrary.AllNames.Where(name => !name.EndsWith(".sqlite", StringComparison.Ordinal));

    [Fact]
    public async Task Every_file_prepares_on_sqlite()
    {
        await using var test = await TestDatabase.CreateAsync();
        await using var connection = (SqliteConnection)await test.Database.OpenAsync(CancellationToken.None);
        foreach (var name in SqliteFiles)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN " + test.Database.Sql[Bare(name)];
            foreach (var parameter in Parameters(name)) command.Parameters.AddWithValue(parameter, DBNull.Value);
            if (name.Contains("configure-", StringComparison.Ordinal)) continue; // pragmas cannot be explained
            var failure = await Record.ExceptionAsync(() => command.ExecuteReaderAsync());
            Assert.True(failure is null, $"sql/{name}.sql: {failure?.Message}");
        }
    }

    [PostgresFact]
    public async Task Every_file_prepares_on_postgres()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var connection = (NpgsqlConnection)await test.Database.OpenAsync(CancellationToken.None);
        var number = 0;
        foreach (var name in PostgresFiles)
        {
            var sql = test.Database.Sql[Bare(name)];
            if (Regex.IsMatch(sql, @"^(?:\s|--[^\n]*\n)*CREATE\b", RegexOptions.None, TimeSpan.FromSeconds(1)) || sql.StartsWith("VACUUM", StringComparison.Ordinal)) continue; // a definition or a sweep is run as it stands, not prepared
            foreach (var (parameter, index) in Parameters(name).Distinct(StringComparer.Ordinal).Select((parameter, index) => (parameter, index)))
                sql = Regex.Replace(sql, parameter + @"\b", $"${index + 1}", RegexOptions.None, TimeSpan.FromSeconds(1));
            await using var command = new NpgsqlCommand($"PREPARE p{++number} AS {sql}", connection);
            var failure = await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync());
            Assert.True(failure is null, $"sql/{name}.sql: {failure?.Message}");
        }
    }

    [Fact]
    public void Every_file_is_named_by_the_code_and_every_name_has_a_file()
    {
        var files = SqlLibrary.AllNames.Select(Bare).ToHashSet(StringComparer.Ordinal);
        var rooms = files.Select(file => file.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        var named = Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => NamePattern().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .Where(name => rooms.Contains(name.Split('/')[0]) && !name.StartsWith("claims/extract", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Empty(files.Except(named, StringComparer.Ordinal));
        Assert.All(named.Except(files, StringComparer.Ordinal), name => Assert.True(File.Exists(Repository.Path($"prompts/{name}.yaml")), $"no file for {name}"));
    }

    [Fact]
    public void Twins_take_the_same_parameters()
    {
        foreach (var sqlite in SqlLibrary.AllNames.Where(name => name.EndsWith(".sqlite", StringComparison.Ordinal)))
        {
            var twin = Bare(sqlite) + ".postgres";
            if (!SqlLibrary.AllNames.Contains(twin, StringComparer.Ordinal)) continue;
            Assert.Equal(Parameters(sqlite).ToHashSet(StringComparer.Ordinal), Parameters(twin).ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void No_statement_stands_in_a_string_of_the_code()
    {
        var offenders = from file in Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
                        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                        where StatementPattern().IsMatch(File.ReadAllText(file))
                        select file;
        Assert.Empty(offenders);
    }

    private static string Bare(string name) => name.Replace(".sqlite", "", StringComparison.Ordinal).Replace(".postgres", "", StringComparison.Ordinal);

    private static List<string> Parameters(string name) =>
        [.. ParameterPattern().Matches(File.ReadAllText(Repository.Path($"sql/{name}.sql"))).Select(match => match.Value)];

    [GeneratedRegex("\"(?<name>[a-z]+/[a-z]+-[a-z-]+)\"", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex("(?<!@)@[A-Za-z][A-Za-z0-9]*", RegexOptions.None, 1000)]
    private static partial Regex ParameterPattern();

    [GeneratedRegex("\"\\s*(?:SELECT |INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM|CREATE TABLE|PRAGMA )", RegexOptions.None, 1000)]
    private static partial Regex StatementPattern();
}

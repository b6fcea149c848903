using HypeWatch.Queries;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Queries;

public sealed class StoredStatementTests
{
    [Theory]
    [InlineData("select :a, @b, :a", "a,b")]
    [InlineData("select ':no', \"@no\", [:no], `:no` -- :no\n, /* :no */ :yes", "yes")]
    [InlineData("select x::text, '10:30' from t where a = :to_1", "to_1")]
    [InlineData("select ':unclosed", "")]
    [InlineData("select a :", "")]
    public void Names_of_parameters_are_found_where_they_stand(string sql, string names) => Assert.Equal(names.Split(',', StringSplitOptions.RemoveEmptyEntries), ParameterNames.In(sql));

    [Fact]
    public async Task Every_stored_statement_has_a_title_and_answers_on_sqlite()
    {
        await using var test = await TestDatabase.CreateAsync();
        var queries = new SqlQueries(test.Database, test.Directory, Options.Create(new SqlSettings()), TimeProvider.System);
        Assert.True(queries.Stored.Count >= 5);
        foreach (var stored in queries.Stored)
        {
            Assert.NotEqual(stored.Name, stored.Title);
            Assert.NotEmpty((await queries.RunAsync(stored.Sql, Values(stored), default)).Columns);
        }
    }

    [PostgresFact]
    public async Task Every_stored_statement_answers_on_postgres_as_a_reader_that_may_read_the_views_alone()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var reader = await PostgresRole.CreateAsync(test);
        var queries = new SqlQueries(test.Database, test.Directory, Options.Create(new SqlSettings { PostgresReader = reader.Login }), TimeProvider.System);
        foreach (var stored in queries.Stored) Assert.NotEmpty((await queries.RunAsync(stored.Sql, Values(stored), default)).Columns);
    }

    [Fact]
    public async Task A_statement_of_the_settings_goes_before_one_of_the_program()
    {
        await using var test = await TestDatabase.CreateAsync();
        var queries = new SqlQueries(test.Database, test.Directory, Options.Create(new SqlSettings { Stored = new() { ["grown-claims"] = "-- Mine\nSELECT :x AS x" } }), TimeProvider.System);
        Assert.Equal(("Mine", "x"), (queries.Find("Grown-Claims")!.Title, queries.Find("grown-claims")!.Parameters.Single()));
    }

    private static Dictionary<string, string?> Values(StoredStatement stored) => stored.Parameters.ToDictionary(name => name, name => (string?)(name == "year" ? "2020" : "x"));
}

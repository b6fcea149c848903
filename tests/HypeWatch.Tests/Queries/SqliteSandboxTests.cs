using System.Diagnostics;
using HypeWatch.Queries;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Queries;

/// <summary>A reader's SQL reads the views and nothing else, whatever it tries.</summary>
public sealed class SqliteSandboxTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> None = [];
    private TestDatabase test = null!;

    public async Task InitializeAsync() => test = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await test.DisposeAsync();

    [Theory]
    [InlineData("attach 'secret.db' as z")]
    [InlineData("vacuum into 'dump.db'")]
    [InlineData("pragma query_only=0")]
    [InlineData("pragma table_info('claims')")]
    [InlineData("pragma data_version = 1")]
    [InlineData("create temp table t (x)")]
    [InlineData("begin")]
    [InlineData("savepoint s")]
    [InlineData("delete from claims")]
    [InlineData("update claims set quote = 'x'")]
    [InlineData("select * from claims")]
    [InlineData("select * from mails")]
    [InlineData("select * from llm_replies")]
    [InlineData("select * from items")]
    [InlineData("select sql from sqlite_master")]
    [InlineData("select id from claims_v where id in (select id from claims)")]
    [InlineData("select load_extension('x')")]
    [InlineData("select 1; select 2")]
    [InlineData("")]
    [InlineData("-- nothing")]
    [InlineData("select nonsense from claims_v")]
    [InlineData("select quote from claims_search")]
    [InlineData("select * from claims_search where claims_search match 'sparse'")]
    [InlineData("select highlight(claims_search, 1, '[', ']') from claims_search where claims_search match 'sparse' order by rank limit 1")]
    [InlineData("select snippet(claims_search, 1, '', '', '', 9) from claims_search where claims_search match 'sparse'")]
    [InlineData("select c1 from claims_search_content")]
    [InlineData("select block from claims_search_data")]
    [InlineData("with leak_v as (select address from subscribers) select * from leak_v")]
    [InlineData("with \"leak_v\"(a) as not materialized (select address from subscribers) select * from leak_v")]
    [InlineData("with 'leak_v' /* */ as -- x\n (select address from subscribers) select * from leak_v")]
    [InlineData("with claims_v as (select quote from past_claims) select * from claims_v")]
    public async Task Threats_40_and_41_what_is_no_single_question_over_the_views_is_refused(string sql)
    {
        await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(sql));
        Assert.False(File.Exists(Path.Combine(test.Directory.Path, "dump.db")));
        Assert.False(File.Exists("secret.db"));
    }

    [Theory]
    [InlineData("select count(*) from claims_v")]
    [InlineData("select count(*) from claims_search where claims_search match 'sparse autoencoder'")]
    [InlineData("select v.id from claims_v v join claims_search s on s.id = v.id where claims_search match 'sparse' order by s.rank limit 1")]
    [InlineData("with recursive n(i) as (select 1 union all select i + 1 from n where i < 10) select sum(i) from n")]
    [InlineData("select json_extract('{\"a\": 1}', '$.a')")]
    [InlineData("select value from json_each('[1, 2]')")]
    [InlineData("explain query plan select * from flags_v")]
    public async Task Questions_are_answered(string sql) => Assert.NotNull(await Ask(sql));

    [Theory]
    [InlineData("claims_v")]
    [InlineData("flags_v")]
    [InlineData("caveats_v")]
    [InlineData("evidence_v")]
    [InlineData("exculpations_v")]
    [InlineData("documents_v")]
    [InlineData("releases_v")]
    [InlineData("release_documents_v")]
    [InlineData("edges_v")]
    [InlineData("prior_works_v")]
    [InlineData("predictions_v")]
    [InlineData("prediction_outcomes_v")]
    [InlineData("prediction_disputes_v")]
    [InlineData("silent_edits_v")]
    [InlineData("headlines_v")]
    [InlineData("sources_v")]
    public async Task Every_view_can_be_read(string view) => Assert.NotEmpty((await Ask($"select * from {view}")).Columns);

    [Fact]
    public async Task Threat_41_an_endless_statement_is_stopped_at_its_limit()
    {
        var watch = Stopwatch.StartNew();
        var refused = await Assert.ThrowsAsync<SqlRefusedException>(
            () => Ask("with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n", new SqlSettings { MaxMilliseconds = 200 }));
        Assert.Contains("200 ms", refused.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("select length(zeroblob(900000000))")]
    [InlineData("select length(replace(hex(zeroblob(400000)), '00', 'xxxxxxxx'))")]
    public async Task Threat_41_a_huge_value_is_refused_before_it_is_made(string sql) =>
        Assert.Contains("too", (await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(sql))).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Threat_41_more_rows_than_allowed_are_cut_and_the_answer_says_so()
    {
        const string Ten = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 10) select i from n";
        var cut = await Ask(Ten, new SqlSettings { MaxRows = 4 });
        Assert.Equal((4, true), (cut.Rows.Count, cut.Truncated));
        var whole = await Ask(Ten, new SqlSettings { MaxRows = 10 });
        Assert.Equal((10, false), (whole.Rows.Count, whole.Truncated));
    }

    [Fact]
    public async Task Parameters_are_bound_by_name_and_a_missing_one_is_named()
    {
        var answer = await Queries(new()).RunAsync("select :a, @b, $c", new Dictionary<string, string?> { ["a"] = "7", ["b"] = "'; drop table claims", ["c"] = null }, default);
        Assert.Equal([7L, "'; drop table claims", null], answer.Rows[0]);
        Assert.Contains("'x'", (await Assert.ThrowsAsync<SqlRefusedException>(() => Ask("select :x"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_views_are_listed_with_their_columns() =>
        Assert.Contains(new ViewColumn("claims_v", "quote"), await Queries(new()).ViewsAsync(default));

    private Task<SqlAnswer> Ask(string sql, SqlSettings? settings = null) => Queries(settings ?? new()).RunAsync(sql, None, default);

    private SqlQueries Queries(SqlSettings settings) => new(test.Database, test.Directory, Options.Create(settings), TimeProvider.System);
}

using System.Net;
using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>Readers' SQL on the web passes the same guard as in the terminal.</summary>
public sealed class SqlPageTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        folder.Write("paper.html", AddTests.Page.Replace("all language models.", "all &lt;b&gt;language&lt;/b&gt; models.", StringComparison.Ordinal));
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_stored_statement_asks_for_its_parameters_and_answers_the_same_in_every_form_and_in_the_terminal()
    {
        var form = await site.Web.GetStringAsync("/sql/claims-with-words");
        Assert.Contains("name=\"words\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Answer</h2>", form, StringComparison.Ordinal);
        var page = await site.Web.GetStringAsync("/sql/claims-with-words?words=deception");
        var json = JsonDocument.Parse(await site.Web.GetStringAsync("/sql/claims-with-words.json?words=deception")).RootElement;
        var row = json.GetProperty("rows")[0];
        Assert.Contains($"<a href=\"/c/{row[0].GetString()}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>language", page, StringComparison.Ordinal);
        var csv = await site.Web.GetStringAsync("/sql/claims-with-words.csv?words=deception");
        Assert.StartsWith("id,quote,strength", csv, StringComparison.Ordinal);
        Assert.Contains(row[0].GetString()!, csv, StringComparison.Ordinal);
        var line = (await site.Web.GetStringAsync("/sql/claims-with-words.ndjson?words=deception")).Split('\n')[0];
        Assert.Equal(row[0].GetString(), JsonDocument.Parse(line).RootElement.GetProperty("id").GetString());
        var terminal = (await CommandRun.OfAsync("sql", "--stored", "claims-with-words", "--param", "words=deception", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json;
        Assert.Equal(JsonSerializer.Serialize(json.GetProperty("rows")), JsonSerializer.Serialize(terminal.GetProperty("rows")));
    }

    [Fact]
    public async Task A_missing_parameter_is_named_to_a_program()
    {
        using var answer = await site.Web.GetAsync("/sql/claims-with-words.json");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("'words'", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("select * from claims")]
    [InlineData("select 1; select 2")]
    [InlineData("attach 'x.db' as x")]
    [InlineData("vacuum into 'dump.db'")]
    [InlineData("pragma query_only=0")]
    [InlineData("delete from claims_v")]
    [InlineData("select address from subscribers")]
    public async Task What_is_no_question_over_the_views_is_refused_on_the_page_and_in_every_form(string sql)
    {
        foreach (var form in (string[])["", ".json", ".csv", ".ndjson"])
        {
            using var answer = await site.Web.GetAsync($"/sql{form}?sql={Uri.EscapeDataString(sql)}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.DoesNotContain("<h2>Answer</h2>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_that_is_cut_says_so_in_every_form()
    {
        await using var small = await RunningSite.StartAsync(folder, ("Sql:MaxRows", "1"));
        const string Question = "?sql=select%20id%20from%20claims_v";
        Assert.Contains("cut there: there are more", await small.Web.GetStringAsync("/sql" + Question), StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(await small.Web.GetStringAsync("/sql.json" + Question)).RootElement.GetProperty("truncated").GetBoolean());
        Assert.Contains("truncated", (await small.Web.GetStringAsync("/sql.csv" + Question)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], StringComparison.Ordinal);
        Assert.Contains("truncated", (await small.Web.GetStringAsync("/sql.ndjson" + Question)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_own_statements_are_off_stored_ones_still_answer()
    {
        await using var closed = await RunningSite.StartAsync(folder, ("Sql:OwnStatements", "false"), ("Sql:Stored:how-many", "SELECT COUNT(*) AS number FROM claims_v"));
        using var own = await closed.Web.GetAsync("/sql.json?sql=select%201");
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        Assert.DoesNotContain("<textarea", await closed.Web.GetStringAsync("/sql"), StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(await closed.Web.GetStringAsync("/sql/how-many.json")).RootElement.GetProperty("rows")[0][0].GetInt64() > 0);
    }

    [Fact]
    public async Task No_cell_of_an_answer_becomes_a_formula() =>
        Assert.Contains("'=1+1", await site.Web.GetStringAsync("/sql.csv?sql=" + Uri.EscapeDataString("select '=1+1' as x")), StringComparison.Ordinal);

    [Fact]
    public async Task A_statement_that_is_not_there_leads_to_the_list()
    {
        using var answer = await site.Web.GetAsync("/sql/none.json");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

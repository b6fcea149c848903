using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class ListFilesTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        (await CommandRun.OfAsync("add", folder.Write("paper.html", AddTests.Page), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("/claims.csv", "claims", "--csv")]
    [InlineData("/claims.ndjson?q=sparse", "claims", "sparse", "--ndjson")]
    [InlineData("/flags.csv?candidates=1", "flags", "--csv")]
    [InlineData("/releases.csv", "release", "list", "--csv")]
    [InlineData("/releases.ndjson", "release", "list", "--ndjson")]
    [InlineData("/works.csv?q=probe", "literature", "probe", "--csv")]
    public async Task A_list_is_the_same_file_in_the_terminal_as_on_the_web(string address, params string[] verb) =>
        Assert.Equal(await site.Web.GetStringAsync(address), (await RunAsync(verb)).Expect(ExitCode.Ok).Output);

    [Theory]
    [InlineData("--jsn", "--json", "claims", "sparse")]
    [InlineData("--as-of", "--", "literature", "probe")]
    [InlineData("--limt", "--limit", "flags")]
    [InlineData("--orgin", "--origin", "show", "clm-1")]
    public async Task An_unknown_option_is_no_word_to_look_for(string option, string nearest, params string[] verb)
    {
        var run = await RunAsync([.. verb, option, "2020-01-01"]);
        run.Expect(ExitCode.Usage);
        Assert.Contains($"there is no option '{option}'; the nearest is {nearest}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_stands_behind_a_bare_mark_is_a_word() => (await CommandRun.OfAsync("claims", "--data-directory", folder.Data, "--", "--jsn")).Expect(ExitCode.NothingFound);

    [Fact]
    public async Task An_equals_sign_means_exactly()
    {
        var rows = (await RunAsync("claims", "--where", "strength=S4", "--json")).Json.GetProperty("rows").EnumerateArray();
        Assert.All(rows, row => Assert.Equal("S4", row.GetProperty("claim").GetProperty("strength").GetString()));
        var web = System.Text.Json.JsonDocument.Parse(await site.Web.GetStringAsync("/claims.json?strength=S4&_shape=objects")).RootElement.GetProperty("rows").EnumerateArray();
        Assert.All(web, row => Assert.Equal("S4", row.GetProperty("strength").GetString()));
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync([.. arguments, "--data-directory", folder.Data]);
}

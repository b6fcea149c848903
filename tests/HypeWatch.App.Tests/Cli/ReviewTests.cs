using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class ReviewTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_verdict_holds_in_every_later_assessment()
    {
        var id = await AnyFlagAsync();
        (await RunAsync("review", "add", id, "dismiss", "--by", "Ann", "--affiliation", "none", "--reason", "not_a_claim")).Expect(ExitCode.Ok);
        Assert.Equal("dismissed", await StatusAsync(id));

        // Another version of the page makes the release be assessed anew.
        folder.Write("paper.html", AddTests.Page.Replace("Latents of one layer", "Latents of a layer", StringComparison.Ordinal));
        (await RunAsync("add", Path.Combine(folder.Path, "paper.html"))).Expect(ExitCode.Ok);
        Assert.Contains(await AllAsync("dismissed"), flag => flag == id);

        (await RunAsync("review", "add", id, "needs_info", "--by", "Ann", "--affiliation", "none")).Expect(ExitCode.Ok);
        Assert.Equal("open", await StatusAsync(id));
    }

    [Fact]
    public async Task Reviews_travel_as_a_file_and_count_once()
    {
        var id = await AnyFlagAsync();
        (await RunAsync("review", "add", id, "confirm", "--by", "Ann", "--affiliation", "none")).Expect(ExitCode.Ok);
        folder.Write("reviews.csv", (await RunAsync("review", "export")).Expect(ExitCode.Ok).Output);
        Assert.Contains("1 review read, 0 new", (await RunAsync("review", "import", Path.Combine(folder.Path, "reviews.csv"))).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        Assert.Single((await RunAsync("review", "list", id, "--json")).Json.GetProperty("rows").EnumerateArray());
        Assert.Equal(1, (await RunAsync("review", "accuracy", "--json")).Json.GetProperty("codes")[0].GetProperty("stood").GetInt32());
    }

    [Fact]
    public async Task A_letter_to_the_asserter_is_written_once_a_flag_is_confirmed()
    {
        var id = await AnyFlagAsync();
        var early = await RunAsync("review", "notice", id);
        Assert.Equal(ExitCode.Usage, early.ExitCode);
        Assert.Contains("is not confirmed", early.Error, StringComparison.Ordinal);

        (await RunAsync("review", "add", id, "reduce", "--severity", "1", "--by", "Ann", "--affiliation", "none")).Expect(ExitCode.Ok);
        var flag = (await RunAsync("flags", "explain", id, "--json")).Json.GetProperty("flag");
        var notice = (await RunAsync("review", "notice", id, "--json")).Expect(ExitCode.Ok).Json;
        var text = notice.GetProperty("text").GetString()!.ReplaceLineEndings(" ").Replace("> ", "", StringComparison.Ordinal);
        Assert.Contains(flag.GetProperty("flag").GetProperty("quotes")[0].GetProperty("quote").GetString()!, text, StringComparison.Ordinal);
        Assert.Contains("severity 1 of 5", text, StringComparison.Ordinal);
        Assert.Contains($"name {id}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_that_lacks_its_reason_is_refused()
    {
        var run = await RunAsync("review", "add", await AnyFlagAsync(), "dismiss", "--by", "Ann", "--affiliation", "none");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("a dismissal needs a reason", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await RunAsync("review", "add", "flg-none", "confirm", "--by", "Ann", "--affiliation", "none")).ExitCode);
    }

    [Fact]
    public async Task The_explanation_adds_up_to_the_flag()
    {
        var answer = (await RunAsync("flags", "explain", await AnyFlagAsync(), "--json")).Expect(ExitCode.Ok).Json;
        var flag = answer.GetProperty("flag").GetProperty("flag");
        var terms = flag.GetProperty("computation").GetProperty("severity");
        Assert.Equal(
            flag.GetProperty("severity").GetInt32(),
            Math.Min(Number(terms, "base") + Number(terms, "step") + Number(terms, "prominence") - Number(terms, "relief"), Number(terms, "cap")));
        Assert.NotEmpty(answer.GetProperty("clearing").GetString()!);
        var text = (await RunAsync("flags", "explain", flag.GetProperty("id").GetString()!)).Expect(ExitCode.Ok).Output;
        Assert.Contains("what would clear it", text, StringComparison.Ordinal);
        Assert.Contains("base of " + flag.GetProperty("code").GetString(), text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NothingFound, (await RunAsync("flags", "explain", "flg-none")).ExitCode);
    }

    private static int Number(JsonElement terms, string name) => terms.GetProperty(name).GetInt32();

    private async Task<string> AnyFlagAsync()
    {
        folder.Write("paper.html", AddTests.Page);
        (await RunAsync("add", Path.Combine(folder.Path, "paper.html"))).Expect(ExitCode.Ok);
        return (await AllAsync("open"))[0];
    }

    private async Task<List<string>> AllAsync(string status) =>
        [.. (await RunAsync("flags", "--status", status, "--json")).Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("flag").GetProperty("id").GetString()!)];

    private async Task<string> StatusAsync(string id) => (await RunAsync("show", id, "--json")).Json.GetProperty("flag").GetProperty("flag").GetProperty("status").GetString()!;

    private Task<CommandRun> RunAsync(params string[] words) => CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);
}

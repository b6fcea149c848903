using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

/// <summary><c>hypewatch literature</c>, from import to what works say to a claim.</summary>
public sealed class LiteratureTests
{
    internal const string Bibliography = """
        @article{reed2021, title = {Weighing the attention heads of Brine-7}, author = {Reed, Ann}, year = {2021}, month = {3}, eprint = {2103.99991}, archiveprefix = {arXiv},
          abstract = {Five models were studied. Clamping attention heads of Brine-7 reduces perplexity on harbour texts.}}
        @article{moss2022, title = {Attention heads and harbour texts}, author = {Moss, Bo}, year = {2022}, month = {5}, eprint = {2205.99992}, archiveprefix = {arXiv},
          abstract = {We repeat earlier work. Clamping attention heads of Brine-7 increases perplexity on harbour texts.}}
        """;

    internal const string Post = """
        ---
        title: "A scale for attention heads"
        authors: Ida Quill
        date: 2024-05-21
        publisher: Harbour Labs
        ---

        # A scale for attention heads of language models

        We study interpretability of language models with sparse autoencoders and circuits. We are the first to weigh attention heads of Brine-7. Clamping attention heads of Brine-7 reduces perplexity on harbour texts.
        """;

    private static async Task<CommandRun> RunAsync(TemporaryFolder folder, params string[] words) => await CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);

    internal static async Task<string> ClaimAsync(TemporaryFolder folder, string words)
    {
        var rows = (await RunAsync(folder, "claims", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows").EnumerateArray();
        return rows.Select(row => row.GetProperty("claim")).First(claim => claim.GetProperty("quote").GetString()!.Contains(words, StringComparison.Ordinal)).GetProperty("id").GetString()!;
    }

    private static string[] Ids(JsonElement side) => [.. side.EnumerateArray().Select(voice => voice.GetProperty("work").GetProperty("title").GetString()!)];

    [Fact]
    public async Task Works_are_taken_in_once_found_shown_and_given_out_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("works.bib", Bibliography);
        Assert.Contains("2 new", (await RunAsync(folder, "literature", "import", file)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        Assert.Contains("2 unchanged", (await RunAsync(folder, "literature", "import", file)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        var found = (await RunAsync(folder, "literature", "search", "heads harbour texts", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows")[0].GetProperty("work");
        Assert.Equal("Attention heads and harbour texts", found.GetProperty("title").GetString());
        Assert.Contains("2205.99992", (await RunAsync(folder, "literature", "show", found.GetProperty("id").GetString()!)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        Assert.Contains("Weighing the attention heads of Brine-7", (await RunAsync(folder, "literature", "export")).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        (await RunAsync(folder, "literature", "show", "nobody1900")).Expect(ExitCode.NothingFound);
    }

    [Theory]
    [InlineData("--year: 3000", "--year", "3000", "--month", "5")]
    [InlineData("--doi: 'x'", "--year", "2021", "--doi", "x", "--arxiv", "2103.99991")]
    [InlineData("--arxiv: 'x'", "--year", "2021", "--doi", "10.1000/182", "--arxiv", "x")]
    [InlineData("--url: 'x'", "--year", "2021", "--doi", "10.1000/182", "--url", "x")]
    public async Task A_work_with_a_bad_year_or_identifier_is_not_added(string message, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var run = (await RunAsync(folder, ["literature", "add", "--title", "Weighing heads", "--author", "Reed, Ann", .. options])).Expect(ExitCode.Usage);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_work_is_verified_only_once_it_has_an_identifier()
    {
        using var folder = new TemporaryFolder();
        string[] work = ["literature", "add", "--title", "Weighing heads", "--author", "Reed, Ann", "--year", "2021", "--json"];
        var id = (await RunAsync(folder, work)).Expect(ExitCode.Ok).Json.GetProperty("work").GetProperty("id").GetString()!;
        Assert.Contains("no identifier", (await RunAsync(folder, "literature", "verify", id, "--by", "Bo Moss")).Expect(ExitCode.Usage).Error, StringComparison.Ordinal);
        (await RunAsync(folder, [.. work, "--doi", "10.1000/182"])).Expect(ExitCode.Ok);
        Assert.True((await RunAsync(folder, "literature", "verify", id, "--by", "Bo Moss", "--json")).Expect(ExitCode.Ok).Json.GetProperty("work").GetProperty("verified").GetBoolean());
    }

    [Fact]
    public async Task A_claim_is_shown_with_what_works_say_for_and_against_it_and_with_how_much_was_not_checked()
    {
        using var folder = new TemporaryFolder();
        (await RunAsync(folder, "literature", "import", folder.Write("works.bib", Bibliography))).Expect(ExitCode.Ok);
        (await RunAsync(folder, "add", folder.Write("post.md", Post), "--any-topic")).Expect(ExitCode.Ok);
        var sides = (await RunAsync(folder, "literature", "for", await ClaimAsync(folder, "reduces perplexity"), "--json")).Expect(ExitCode.Ok).Json.GetProperty("sides");
        Assert.Equal(["Weighing the attention heads of Brine-7"], Ids(sides.GetProperty("for")));
        Assert.Equal(["Attention heads and harbour texts"], Ids(sides.GetProperty("against")));
        Assert.Equal("Clamping attention heads of Brine-7 increases perplexity on harbour texts.", sides.GetProperty("against")[0].GetProperty("said").GetProperty("quote").GetString());
        Assert.True(sides.GetProperty("not_checked").GetInt32() > 0);
    }

    [Fact]
    public async Task A_claim_of_priority_is_shown_qualifier_by_qualifier()
    {
        using var folder = new TemporaryFolder();
        (await RunAsync(folder, "literature", "import", folder.Write("works.bib", Bibliography))).Expect(ExitCode.Ok);
        (await RunAsync(folder, "add", folder.Write("post.md", Post), "--any-topic")).Expect(ExitCode.Ok);
        var shown = (await RunAsync(folder, "literature", "for", await ClaimAsync(folder, "the first to weigh"))).Expect(ExitCode.Ok).Output;
        Assert.Contains("\u201cweigh attention heads\u201d: Weighing the attention heads of Brine-7 (2021)", shown, StringComparison.Ordinal);
        Assert.Contains("one work satisfies all", shown, StringComparison.Ordinal);
    }
}

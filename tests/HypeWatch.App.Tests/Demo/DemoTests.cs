using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Demo;

/// <summary>One run of the demo that several tests look at.</summary>
public sealed class DemoOnce : IAsyncLifetime
{
    internal DemoRun Run { get; private set; } = null!;

    internal IReadOnlyList<FoundFlag> Flags { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Run = await DemoRun.OfAsync();
        Flags = await Run.FlagsAsync();
    }

    public Task DisposeAsync()
    {
        Run.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class DemoTests(DemoOnce demo) : IClassFixture<DemoOnce>
{
    private const string Paper = "/larkfield/research/middle-layer-dictionary";

    [Theory]
    [InlineData("OC01", "Larkfield Research", "/larkfield/news/reading-the-models-mind")]
    [InlineData("OC03", "Larkfield Research", "/larkfield/news/reading-the-models-mind")]
    [InlineData("OC13", "Glasshouse AI", "/glasshouse/prism")]
    [InlineData("OC15", "Larkfield Research", "/larkfield/news/reading-the-models-mind")]
    [InlineData("OC12", "a poster of the release's side", "/murmur/tobias-kern-220")]
    [InlineData("OC20", "The Meridian Courier", "/courier/scientists-read-ai-mind")]
    [InlineData("OC21", "The Meridian Courier", "/courier/scientists-read-ai-mind")]
    [InlineData("OC16", "Brackwater Institute", "/brackwater/memo-on-audits")]
    [InlineData("OC09", "Glasshouse AI", "/glasshouse/prism")]
    [InlineData("OC17", "Glasshouse AI", "/glasshouse/prism")]
    public void Who_asserted_the_excess_owns_the_flag(string code, string owner, string page) =>
        Assert.Contains(demo.Flags, flag => flag.Code == code && flag.Owner == owner && flag.Page == page);

    [Theory]
    [InlineData(Paper)]
    [InlineData(Paper + "/appendix")]
    [InlineData("/tarn/probes-for-refusal")]
    [InlineData("/murmur/ines-vale-114")]
    [InlineData("/plainreadings/predictions")]
    public void A_fair_text_is_not_flagged_for_what_others_made_of_it(string page) => Assert.DoesNotContain(demo.Flags, flag => flag.Page == page);

    [Fact]
    public void A_caveat_of_the_same_author_stands_beside_the_flag()
    {
        var flag = Assert.Single(demo.Flags, flag => flag is { Code: "OC15", Owner: "Larkfield Research" });
        var caveats = flag.Row.GetProperty("caveats").EnumerateArray().Select(caveat => caveat.GetProperty("caveat").GetProperty("quote").GetString()).ToList();
        Assert.Contains("We did not test whether the features detect deception.", caveats);
    }

    [Fact]
    public void An_older_memo_is_not_blamed_on_a_newer_paper()
    {
        var rows = Rows.Of(demo.Run.Database, demo.Run.Data);
        var memo = Assert.Single(rows["documents"], row => row.Contains("/brackwater/", StringComparison.Ordinal)).Split(" | ")[0][3..];
        var edges = rows["propagation_edges"].Where(row => row.Contains($"downstream_document_id={memo}", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(edges);
        Assert.All(edges, edge => Assert.Contains("date_ok=0", edge, StringComparison.Ordinal));
        Assert.DoesNotContain(demo.Flags, flag => flag.Page.StartsWith("/brackwater/", StringComparison.Ordinal) && flag.Code is "OC20" or "OC21");
    }

    [Fact]
    public async Task Predictions_are_scored_and_a_second_run_changes_nothing_it_should_not()
    {
        var before = Rows.Of(demo.Run.Database, demo.Run.Data);
        var files = Files();
        var output = await demo.Run.AgainAsync();
        Assert.Contains("score +2.40", output, StringComparison.Ordinal);
        Assert.Contains("0 documents read", output, StringComparison.Ordinal);
        var after = Rows.Of(demo.Run.Database, demo.Run.Data);
        foreach (var table in before.Keys) Assert.True(before[table].SequenceEqual(after[table]), table);
        Assert.Equal(files, Files());
    }

    [Fact]
    public async Task Every_stored_quote_stands_in_the_archived_bytes()
    {
        var run = (await CommandRun.OfAsync("db", "check", "--json", "--data-directory", demo.Run.Data)).Expect(ExitCode.Ok);
        var report = run.Json.GetProperty("report");
        Assert.Empty(report.GetProperty("faults").EnumerateArray());
        Assert.True(report.GetProperty("quotes").GetInt32() > 100);
    }

    [Fact]
    public async Task The_digest_lies_in_the_outbox_as_text_html_and_mail()
    {
        var kinds = Files().Where(file => file.Contains("outbox", StringComparison.Ordinal)).Select(Path.GetExtension).Order(StringComparer.Ordinal);
        Assert.Equal([".eml", ".html", ".txt"], kinds);
        var preview = (await CommandRun.OfAsync("digest", "preview", "--data-directory", demo.Run.Data)).Expect(ExitCode.Ok);
        Assert.Contains("Watch list", preview.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_shown_with_everything_about_it()
    {
        var claim = demo.Flags.First(flag => flag.Code == "OC20").Row.GetProperty("claim").GetProperty("claim").GetProperty("id").GetString()!;
        var run = (await CommandRun.OfAsync("show", claim, "--data-directory", demo.Run.Data)).Expect(ExitCode.Ok);
        foreach (var part in (string[])["claimed  ", "licensed ", "Evidence", "Caveats, nearest first", "Lineage", "OC20"]) Assert.Contains(part, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_can_be_traced_through_its_stages()
    {
        var address = demo.Flags[0].Row.GetProperty("document").GetProperty("url").GetString()!;
        var run = (await CommandRun.OfAsync("trace", address, "--json", "--data-directory", demo.Run.Data)).Expect(ExitCode.Ok);
        Assert.Equal(["read", "screen", "claims", "evidence"], run.Json.GetProperty("runs").EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()));
    }

    [Fact]
    public async Task What_was_read_of_a_document_is_shown_with_its_section_map()
    {
        var address = demo.Flags[0].Row.GetProperty("document").GetProperty("url").GetString()!;
        var trace = (await CommandRun.OfAsync("trace", address, "--json", "--data-directory", demo.Run.Data)).Expect(ExitCode.Ok);
        var version = trace.Json.GetProperty("text").GetProperty("version").GetString()!;
        var plain = (await CommandRun.OfAsync("show", version, "--sections", "--data-directory", demo.Run.Data)).Expect(ExitCode.Ok);
        foreach (var column in (string[])["title", "passages"]) Assert.Contains(column, plain.Output, StringComparison.Ordinal);
        var json = (await CommandRun.OfAsync("show", version, "--sections", "--json", "--data-directory", demo.Run.Data)).Expect(ExitCode.Ok).Json;
        Assert.Equal(trace.Json.GetProperty("text").GetProperty("passages").GetInt32(), json.GetProperty("sections").EnumerateArray().Sum(section => section.GetProperty("passages").GetInt32()));
        Assert.NotEmpty(json.GetProperty("titles").EnumerateArray());
    }

    private IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(demo.Run.Data, "*", SearchOption.AllDirectories).Where(file => !file.Contains("hypewatch.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}

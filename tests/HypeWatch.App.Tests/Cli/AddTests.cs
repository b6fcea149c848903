using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class AddTests
{
    internal const string Page = """
        <!doctype html><html lang="en"><head><title>Latents of one layer</title><meta property="article:published_time" content="2026-01-05"></head>
        <body><main><article><h1>Latents of one layer</h1><h2>Abstract</h2>
        <p>We trained a sparse autoencoder on one layer of one 2B model. In a random sample of 200 latents, raters agreed on 61% (95% CI 54-68).</p>
        <p>Sparse autoencoders can be used to detect deception in all language models.</p>
        <h2>Limitations</h2><p>We did not test other models.</p></article></main></body></html>
        """;

    [Fact]
    public async Task A_folder_is_read_once_and_a_second_time_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/paper.html", Page);
        folder.Write("in/soup.md", "# Soup\n\nBoil water, add leeks, wait for an hour.\n");
        folder.Write("in/data.json", """{ "rows": [1, 2, 3] }""");

        var first = (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "in"), "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var states = first.Json.GetProperty("states").EnumerateObject().ToDictionary(state => state.Name, state => state.Value.GetInt32());
        Assert.Equal(1, states["done"]);
        Assert.Equal(3, states.Values.Sum());
        Assert.All(first.Json.GetProperty("stopped").EnumerateArray(), stopped => Assert.NotEqual("", stopped.GetProperty("reason").GetString()));

        var before = Rows.Of(Path.Combine(folder.Data, "hypewatch.db"), folder.Path);
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "in"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var after = Rows.Of(Path.Combine(folder.Data, "hypewatch.db"), folder.Path);
        foreach (var table in before.Keys) Assert.True(before[table].SequenceEqual(after[table]), table);
    }

    [Fact]
    public async Task What_cannot_be_found_ends_with_3_when_there_is_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "absent.html"), "--data-directory", folder.Data)).Expect(ExitCode.Failed);
        Assert.Contains("absent.html", run.Error, StringComparison.Ordinal);

        var page = folder.Write("paper.html", Page);
        (await CommandRun.OfAsync("add", page, Path.Combine(folder.Path, "absent.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_is_parked_with_a_reason_and_does_not_stop_the_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/paper.html", Page);
        folder.Write("in/deep.html", string.Concat(Enumerable.Repeat("<div>", 20_000)));
        var run = (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "in"), "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var stopped = Assert.Single(run.Json.GetProperty("stopped").EnumerateArray());
        Assert.Contains("deep.html", stopped.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("", stopped.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_local_address_in_a_page_is_never_fetched()
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandRun.OfAsync("add", "http://127.0.0.1:9/", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Failed);
        Assert.Contains("no public address", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_about_something_else_is_read_when_that_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        var soup = folder.Write("soup.md", "# Soup\n\nThis proves that leeks always taste better than onions.\n");
        var first = (await CommandRun.OfAsync("add", soup, "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Contains("--any-topic", first.Output, StringComparison.Ordinal);
        (await CommandRun.OfAsync("claims", "--data-directory", folder.Data)).Expect(ExitCode.NothingFound);

        (await CommandRun.OfAsync("add", soup, "--any-topic", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        (await CommandRun.OfAsync("claims", "leeks", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
    }

    [Fact]
    public async Task The_data_directory_inside_a_folder_is_not_read_with_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("paper.html", Page);
        for (var round = 0; round < 2; round++)
        {
            var run = (await CommandRun.OfAsync("add", folder.Path, "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
            Assert.Equal(1, run.Json.GetProperty("states").EnumerateObject().Sum(state => state.Value.GetInt32()));
        }
    }

    [Fact]
    public async Task Prior_works_are_found_by_their_words()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("add", folder.Write("paper.html", Page), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var run = (await CommandRun.OfAsync("literature", "sparse", "autoencoders", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.NotEmpty(run.Json.GetProperty("rows").EnumerateArray());
        (await CommandRun.OfAsync("literature", "zzyzx", "--data-directory", folder.Data)).Expect(ExitCode.NothingFound);
    }

    [Fact]
    public async Task An_over_long_title_or_address_names_no_file()
    {
        using var folder = new TemporaryFolder();
        var title = "Latents of one layer " + new string('x', 6_000);
        folder.Write("in/paper.html", Page.Replace("Latents of one layer", title, StringComparison.Ordinal));
        folder.Write("in/paper.source.json", $$"""{ "url": "https://lab.example/{{new string('a', 4_000)}}" }""");
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "in"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var claim = (await CommandRun.OfAsync("claims", "deception", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("rows")[0];
        Assert.EndsWith(new string('a', 4_000), claim.GetProperty("document").GetProperty("url").GetString(), StringComparison.Ordinal);
        (await CommandRun.OfAsync("digest", "preview", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.All(Directory.EnumerateFiles(folder.Data, "*", SearchOption.AllDirectories), file => Assert.True(Path.GetFileName(file).Length < 100, file));
    }
}

using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

/// <summary>A private person is shown by role in every output, however the words got there.</summary>
public sealed class PrivatePersonTests
{
    private const string Name = "Wendeline Plantedname";

    private const string Post = """
        {"url": "https://posts.example/1", "title": "Units that read", "authors": ["Wendeline Plantedname"], "publisher": "posts.example", "kind": "third_party_social", "published": "2031-05-01"}
        """;

    private const string Text = """
        Sparse autoencoder features in language models are fully interpretable. We show that steering the features of sparse autoencoders guarantees honest answers in all
        language models. This outperforms all other methods of mechanistic interpretability.
        """;

    [Fact]
    public async Task A_planted_name_stands_in_no_output()
    {
        using var folder = new TemporaryFolder();
        await PlantAsync(folder);
        var claims = (await Run(folder, "claims", "--json")).Expect(ExitCode.Ok);
        var id = claims.Json.GetProperty("rows")[0].GetProperty("claim").GetProperty("id").GetString()!;
        Assert.Contains("a poster", claims.Output, StringComparison.Ordinal);
        foreach (var words in (string[][])
            [["claims"], ["claims", "--json"], ["flags", "--all"], ["flags", "--all", "--json"], ["show", id], ["show", id, "--json"], ["lineage", id], ["lineage", id, "--format", "dot"], ["digest", "preview"]])
        {
            var run = await Run(folder, words);
            Assert.DoesNotContain(Name, run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_planted_name_stands_in_no_view_no_export_and_no_release()
    {
        using var folder = new TemporaryFolder();
        await PlantAsync(folder);
        var views = (await Run(folder, "sql", "--views", "--json")).Expect(ExitCode.Ok).Json.GetProperty("views").EnumerateObject().Select(view => view.Name).ToList();
        Assert.Contains("silent_edits_v", views);
        var release = (await Run(folder, "release", "list", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows")[0].GetProperty("id").GetString()!;
        var snapshot = Path.Combine(folder.Path, "snapshot");
        string[][] asked =
        [
            .. views.Select(view => new[] { "sql", $"SELECT * FROM {view}", "--json" }), ["release", "list"], ["release", "show", release], ["release", "show", release, "--json"], ["release", "posts", release],
            ["release", "brief", release], ["export", "claimreview"], ["export", "snapshot", "--out", snapshot],
        ];
        foreach (var words in asked)
        {
            var run = await Run(folder, words);
            Assert.DoesNotContain(Name, run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
        }

        var files = Directory.GetFiles(snapshot);
        Assert.NotEmpty(files);
        foreach (var file in files) Assert.DoesNotContain(Name, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_filter_compares_with_the_shown_name_so_that_a_true_name_finds_nothing()
    {
        using var folder = new TemporaryFolder();
        await PlantAsync(folder);
        (await Run(folder, "claims", "--asserter", Name)).Expect(ExitCode.NothingFound);
        (await Run(folder, "claims", "--asserter", "a poster")).Expect(ExitCode.Ok);
        (await Run(folder, "flags", "--all", "--owner", Name)).Expect(ExitCode.NothingFound);
    }

    private static async Task PlantAsync(TemporaryFolder folder)
    {
        folder.Write("post.txt", Text);
        folder.Write("post.source.json", Post);
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "post.txt"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
    }

    private static Task<CommandRun> Run(TemporaryFolder folder, params string[] words) => CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);
}

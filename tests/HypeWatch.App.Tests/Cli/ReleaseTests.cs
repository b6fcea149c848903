using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class ReleaseTests
{
    [Fact]
    public async Task Releases_merged_by_hand_and_parted_again_are_as_before()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/one.html", AddTests.Page);
        folder.Write("in/two.html", AddTests.Page.Replace("Latents of one layer", "Latents of another model", StringComparison.Ordinal).Replace("2B model", "7B model", StringComparison.Ordinal));
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "in"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var ids = await ReleasesAsync(folder);
        Assert.Equal(2, ids.Count);
        var before = Shown(await CommandRun.OfAsync("flags", "--all", "--json", "--data-directory", folder.Data));

        var merge = (await CommandRun.OfAsync("release", "merge", ids[0], ids[1], "--by", "Ada", "--because", "one study", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Equal([ids[1]], await ReleasesAsync(folder));
        Assert.Equal(2, (await CommandRun.OfAsync("release", "show", ids[1], "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("documents").GetArrayLength());

        var edit = merge.Json.GetProperty("edit").GetProperty("id").GetString()!;
        (await CommandRun.OfAsync("release", "undo", edit, "--by", "Ada", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Equal(ids, await ReleasesAsync(folder));
        Assert.Equal(before, Shown(await CommandRun.OfAsync("flags", "--all", "--json", "--data-directory", folder.Data)));
        Assert.Contains("undone by Ada", (await CommandRun.OfAsync("release", "edits", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        (await CommandRun.OfAsync("release", "undo", edit, "--by", "Ada", "--data-directory", folder.Data)).Expect(ExitCode.Usage);
    }

    [Fact]
    public async Task Only_what_is_there_can_be_merged_or_split_off()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("add", folder.Write("one.html", AddTests.Page), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var id = Assert.Single(await ReleasesAsync(folder));
        (await CommandRun.OfAsync("release", "merge", id, "rel-0", "--by", "Ada", "--because", "x", "--data-directory", folder.Data)).Expect(ExitCode.Usage);
        (await CommandRun.OfAsync("release", "merge", id, id, "--by", "Ada", "--because", "x", "--data-directory", folder.Data)).Expect(ExitCode.Usage);
        (await CommandRun.OfAsync("release", "split", "https://absent.example/", "--by", "Ada", "--because", "x", "--data-directory", folder.Data)).Expect(ExitCode.Usage);
        (await CommandRun.OfAsync("release", "show", "rel-0", "--data-directory", folder.Data)).Expect(ExitCode.NothingFound);
        (await CommandRun.OfAsync("release", "edits", "--data-directory", folder.Data)).Expect(ExitCode.NothingFound);
    }

    private static async Task<List<string>> ReleasesAsync(TemporaryFolder folder) =>
        [.. (await CommandRun.OfAsync("release", "list", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];

    private static List<string> Shown(CommandRun run) =>
        [.. run.Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("flag").GetProperty("id").GetString()!).Order(StringComparer.Ordinal)];
}

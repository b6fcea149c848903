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
        var before = Rows.Of(DatabaseOf(folder), folder.Path);

        var merge = (await CommandRun.OfAsync("release", "merge", ids[0], ids[1], "--by", "Ada", "--because", "one study", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Equal([ids[1]], await ReleasesAsync(folder));
        Assert.Equal(2, (await CommandRun.OfAsync("release", "show", ids[1], "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("documents").GetArrayLength());

        var edit = merge.Json.GetProperty("edit").GetProperty("id").GetString()!;
        (await CommandRun.OfAsync("release", "undo", edit, "--by", "Ada", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Equal(ids, await ReleasesAsync(folder));
        // Everything is as before: releases, documents, edges, flags and what they rest on; only the corrections themselves stay on record, and that something was changed.
        foreach (var (table, rows) in Rows.Of(DatabaseOf(folder), folder.Path).Where(pair => pair.Key is not ("grouping_edits" or "value_revisions"))) Assert.True(before[table].SequenceEqual(rows), table);
        Assert.Contains("undone by Ada", (await CommandRun.OfAsync("release", "edits", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        (await CommandRun.OfAsync("release", "undo", edit, "--by", "Ada", "--data-directory", folder.Data)).Expect(ExitCode.Usage);
    }

    [Fact]
    public async Task Posts_of_a_release_are_told_by_time_and_private_persons_by_role()
    {
        const string name = "Wendeline Plantedname";
        using var folder = new TemporaryFolder();
        folder.Write("in/paper.html", AddTests.Page);
        folder.Write("in/paper.source.json", """{"url": "https://lab.example/paper", "kind": "paper", "publisher": "Example Lab", "published": "2031-05-01T14:00:00Z"}""");
        folder.Write("in/post.txt", "Sparse autoencoders can be used to detect deception in all language models, says https://lab.example/paper, and mechanistic interpretability is solved.");
        folder.Write("in/post.source.json", $$"""{"url": "https://posts.example/1", "title": "{{name}}: solved", "authors": ["{{name}}"], "publisher": "posts.example", "kind": "third_party_social", "published": "2031-05-01T15:30:00Z"}""");
        (await CommandRun.OfAsync("add", "--any-topic", Path.Combine(folder.Path, "in"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var id = Assert.Single(await ReleasesAsync(folder));
        var posts = (await CommandRun.OfAsync("release", "posts", id, "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var rows = posts.Json.GetProperty("campaign").GetProperty("posts").EnumerateArray().ToList();
        Assert.Equal([0.0, 1.5], rows.Select(row => row.GetProperty("hours").GetDouble()));
        Assert.Equal("a poster", rows[1].GetProperty("speaker").GetString());
        var shown = (await CommandRun.OfAsync("release", "posts", id, "--hours", "1", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Contains("2031-05-01 14:00", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("15:30", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(name, posts.Output + shown.Output, StringComparison.OrdinalIgnoreCase);
        (await CommandRun.OfAsync("release", "posts", "rel-0", "--data-directory", folder.Data)).Expect(ExitCode.NothingFound);
    }

    [Fact]
    public async Task A_regrouping_that_fails_halfway_leaves_every_row_as_it_was()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/one.html", AddTests.Page);
        folder.Write("in/two.html", AddTests.Page.Replace("Latents of one layer", "Latents of another model", StringComparison.Ordinal).Replace("2B model", "7B model", StringComparison.Ordinal));
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "in"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var ids = await ReleasesAsync(folder);
        var before = Rows.Of(DatabaseOf(folder), folder.Path);
        // The release that is given up goes last, after all others were written.
        Execute(folder, "CREATE TRIGGER halfway BEFORE DELETE ON releases BEGIN SELECT RAISE(ABORT, 'halfway'); END");
        Assert.NotEqual(ExitCode.Ok, (await CommandRun.OfAsync("release", "merge", ids[0], ids[1], "--by", "Ada", "--because", "one study", "--data-directory", folder.Data)).ExitCode);
        foreach (var (table, rows) in Rows.Of(DatabaseOf(folder), folder.Path).Where(pair => pair.Key != "grouping_edits")) Assert.True(before[table].SequenceEqual(rows), table);

        Execute(folder, "DROP TRIGGER halfway");
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "in", "one.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Equal([ids[1]], await ReleasesAsync(folder));
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

    private static string DatabaseOf(TemporaryFolder folder) => new HypeWatch.Storage.DataDirectory(folder.Data).DatabaseFile;

    private static void Execute(TemporaryFolder folder, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DatabaseOf(folder)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

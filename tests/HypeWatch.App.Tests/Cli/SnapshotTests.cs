using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace HypeWatch.App.Tests.Cli;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_snapshot_holds_the_views_as_tables_and_csv_and_no_archived_text_or_address()
    {
        using var folder = new TemporaryFolder();
        const string Secret = "The kitchen of our office was painted in green last Tuesday.";
        folder.Write("paper.html", AddTests.Page.Replace("</article>", $"<h2>Acknowledgements</h2><p>{Secret}</p></article>", StringComparison.Ordinal));
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        (await CommandRun.OfAsync("subscriber", "add", "reader@example.org", "--confirmed", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var target = Path.Combine(folder.Path, "out");
        var run = (await CommandRun.OfAsync("export", "snapshot", "--out", target, "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var claims = run.Json.GetProperty("rows").GetProperty("claims_v").GetInt64();
        Assert.True(claims > 0);

        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(target, "hypewatch.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM claims WHERE quote <> ''";
        Assert.Equal(claims, (long)(await count.ExecuteScalarAsync())!);
        var lines = (await File.ReadAllTextAsync(Path.Combine(target, "flags.csv"))).Split('\n');
        Assert.StartsWith("id,code,", lines[0], StringComparison.Ordinal);
        Assert.Contains("`claims` (", await File.ReadAllTextAsync(Path.Combine(target, "README.md")), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(target))
        {
            var text = await File.ReadAllTextAsync(file);
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("reader@example.org", text, StringComparison.Ordinal);
        }

        var again = (await CommandRun.OfAsync("export", "snapshot", "--out", target, "--data-directory", folder.Data)).Expect(ExitCode.Failed);
        Assert.Contains("is not empty", again.Error, StringComparison.Ordinal);
    }
}

using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_is_a_data_directory_that_answers_and_checks()
    {
        using var folder = new TemporaryFolder();
        folder.Write("paper.html", AddTests.Page);
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var copy = Path.Combine(folder.Path, "copy");
        Assert.Contains("0 faults", (await CommandRun.OfAsync("db", "backup", copy, "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);

        var there = await CommandRun.OfAsync("claims", "--json", "--data-directory", copy);
        Assert.Equal((await CommandRun.OfAsync("claims", "--json", "--data-directory", folder.Data)).Output, there.Expect(ExitCode.Ok).Output);
        (await CommandRun.OfAsync("db", "check", "--data-directory", copy)).Expect(ExitCode.Ok);
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("paper.html", AddTests.Page);
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var run = await CommandRun.OfAsync("db", "backup", folder.Path, "--data-directory", folder.Data);
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("is not empty", run.Error, StringComparison.Ordinal);
    }
}

using System.Globalization;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class KilledTests
{
    private const int Pages = 60;

    [Theory]
    [InlineData("add 1/60")]
    [InlineData("add 25/60")]
    public async Task An_add_that_was_killed_and_run_again_ends_with_the_rows_of_an_undisturbed_one(string moment)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < Pages; i++)
            folder.Write(string.Create(CultureInfo.InvariantCulture, $"in/page{i}.html"), AddTests.Page.Replace("61%", string.Create(CultureInfo.InvariantCulture, $"{30 + (i / 2)}%"), StringComparison.Ordinal));
        string input = Path.Combine(folder.Path, "in"), killed = Path.Combine(folder.Path, "killed"), whole = Path.Combine(folder.Path, "whole");

        using (var process = ChildProgram.Start("add", input, "--data-directory", killed))
        {
            Assert.NotNull(await process.UntilAsync(moment));
            process.Kill();
            await process.WaitForExitAsync();
            Assert.NotEqual(0, process.ExitCode);
        }

        (await CommandRun.OfAsync("add", input, "--data-directory", killed)).Expect(ExitCode.Ok);
        (await CommandRun.OfAsync("add", input, "--data-directory", whole)).Expect(ExitCode.Ok);

        var resumed = Rows.Of(Path.Combine(killed, "hypewatch.db"), folder.Path);
        var undisturbed = Rows.Of(Path.Combine(whole, "hypewatch.db"), folder.Path);
        Assert.Equal(Pages, undisturbed["documents"].Count);
        foreach (var table in undisturbed.Keys) Assert.True(undisturbed[table].SequenceEqual(resumed[table]), table);
    }
}

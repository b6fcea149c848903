using System.Globalization;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class KilledTests
{
    private const int Pages = 60;

    // No two pages share a run of words that would count as a quotation.
    private static string Page(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <!doctype html><html lang="en"><head><title>Study{number} of latents</title><meta name="author" content="Author{number}"><meta property="article:published_time" content="2026-01-05"></head>
        <body><main><article><h1>Study{number} of latents</h1><h2>Abstract</h2>
        <p>We trained in lab{number} a sparse autoencoder on model{number} with corpus{number}. In sample{number} of {number + 20} latents from corpus{number}, raters of lab{number} agreed on 61%.</p>
        <p>Sparse autoencoders of lab{number} can be used with model{number} to detect{number} deception in all language models.</p>
        <h2>Limitations</h2><p>In lab{number} we did not test model{number + 1}.</p></article></main></body></html>
        """);

    [Theory]
    [InlineData("add 1/60")]
    [InlineData("add 25/60")]
    public async Task An_add_that_was_killed_and_run_again_ends_with_the_rows_of_an_undisturbed_one(string moment)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < Pages; i++)
            folder.Write(string.Create(CultureInfo.InvariantCulture, $"in/page{i}.html"), Page(i));
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

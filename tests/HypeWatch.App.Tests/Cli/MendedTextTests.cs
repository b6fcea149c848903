using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class MendedTextTests
{
    private const string Bold = "Sparse autoencoders can be used to detect deception in all language models.";

    [Fact]
    public async Task A_flag_whose_claim_a_later_version_softened_is_superseded_and_stays_on_record()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("paper.html", AddTests.Page);
        (await CommandRun.OfAsync("add", file, "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var before = Flags(await CommandRun.OfAsync("flags", "--status", "open", "--json", "--data-directory", folder.Data));
        Assert.NotEmpty(before);

        folder.Write("paper.html", AddTests.Page.Replace(Bold, "Sparse autoencoders might help to detect deception in some language models, which we did not test.", StringComparison.Ordinal));
        (await CommandRun.OfAsync("add", file, "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var mended = Flags(await CommandRun.OfAsync("flags", "--status", "superseded_fixed", "--json", "--data-directory", folder.Data));
        Assert.Subset(before.ToHashSet(), mended.ToHashSet());
        Assert.NotEmpty(mended);
        Assert.Contains("[-] " + Bold, (await CommandRun.OfAsync("diff", "file://" + file, "--claims", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);

        Assert.Contains("[-] " + Bold, (await CommandRun.OfAsync("diff", file, "--claims", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);

        // Another assessment does not forget them.
        folder.Write("other.html", AddTests.Page.Replace("Latents of one layer", "Latents of two layers", StringComparison.Ordinal));
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "other.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Subset(Flags(await CommandRun.OfAsync("flags", "--status", "superseded_fixed", "--json", "--data-directory", folder.Data)).ToHashSet(), mended.ToHashSet());
        (await CommandRun.OfAsync("db", "check", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
    }

    private static List<string> Flags(CommandRun run) =>
        [.. run.Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("flag").GetProperty("id").GetString()!)];
}

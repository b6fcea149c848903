using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class ShowTests
{
    [Fact]
    public async Task A_claim_leads_back_to_the_text_node_that_its_quote_was_read_from()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("add", folder.Write("paper.html", AddTests.Page), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var claims = (await CommandRun.OfAsync("claims", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("rows");
        var claim = claims.EnumerateArray().Select(view => view.GetProperty("claim")).First(found => found.GetProperty("quote").GetString()!.StartsWith("Sparse autoencoders can", StringComparison.Ordinal));

        var shown = (await CommandRun.OfAsync("show", claim.GetProperty("id").GetString()!, "--origin", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);

        var origin = Assert.Single(shown.Json.GetProperty("origins").EnumerateArray());
        Assert.Equal("/html/body/main[1]/article[1]/p[2]/text()[1]", origin.GetProperty("path").GetString());
        Assert.Equal((0, claim.GetProperty("quote").GetString()!.Length), (origin.GetProperty("start").GetInt32(), origin.GetProperty("end").GetInt32()));
    }

    [Fact]
    public async Task A_version_shows_its_section_map()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("add", folder.Write("paper.html", AddTests.Page), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var claims = (await CommandRun.OfAsync("claims", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("rows");
        var version = claims.EnumerateArray().First().GetProperty("claim").GetProperty("version").GetString()!;

        var sections = (await CommandRun.OfAsync("show", version, "--sections", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("sections");

        Assert.Equal(["abstract", "limitations"], sections.EnumerateArray().Select(section => section.GetProperty("place").GetString()).Intersect(["abstract", "limitations"]));
    }
}

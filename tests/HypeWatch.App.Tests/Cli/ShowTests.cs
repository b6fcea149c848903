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

    [Fact]
    public async Task Addresses_and_frozen_ids_are_shown_and_other_ids_lead_to_their_verb()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("add", folder.Write("paper.html", AddTests.Page), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Task<CommandRun> ShowAsync(string id, params string[] more) => CommandRun.OfAsync(["show", id, .. more, "--data-directory", folder.Data]);
        var view = (await CommandRun.OfAsync("claims", "--json", "--data-directory", folder.Data)).Json.GetProperty("rows")[0];
        var (claim, document) = (view.GetProperty("claim").GetProperty("id").GetString()!, view.GetProperty("document").GetProperty("id").GetString()!);
        foreach (var asked in (string[])[$"/c/{claim}", $"http://127.0.0.1:5080/c/{claim}", $"{claim}@2999-01-01", $"/c/{claim}@2999-01-01", document])
            Assert.NotEmpty((await ShowAsync(asked)).Expect(ExitCode.Ok).Output);
        Assert.Equal(ExitCode.NothingFound, (await ShowAsync($"{claim}@2000-01-01")).ExitCode);
        foreach (var (id, verb) in ((string, string)[])[("rel-1", "release show rel-1"), ("prd-1", "predict show prd-1"), ("edg-1", "edges_v"), ("inf-1", "asserted_influences_v")])
            Assert.Contains(verb, (await ShowAsync(id)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_whose_text_was_taken_out_is_told_as_such()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("add", folder.Write("paper.html", AddTests.Page), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var view = (await CommandRun.OfAsync("flags", "--all", "--json", "--data-directory", folder.Data)).Json.GetProperty("rows")[0];
        var id = view.GetProperty("flag").GetProperty("id").GetString()!;
        (await CommandRun.OfAsync("redact", view.GetProperty("document").GetProperty("id").GetString()!, "--reason", "asked by the author", "--by", "Ann", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var shown = (await CommandRun.OfAsync("show", $"/f/{id}", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output;
        Assert.Contains("no longer raised", shown, StringComparison.Ordinal);
        Assert.Contains("asked by the author", shown, StringComparison.Ordinal);
    }
}

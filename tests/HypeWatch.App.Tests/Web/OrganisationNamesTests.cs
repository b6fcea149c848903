using System.Net;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>An organisation has its page under its name, however the name is written.</summary>
public sealed class OrganisationNamesTests
{
    [Theory]
    [InlineData("Leek Laboratory", "leek laboratory")]
    [InlineData("Leek/Garlic Laboratory", "Leek/Garlic Laboratory")]
    [InlineData("Leek, Garlic and Sons", "LEEK, garlic and sons")]
    [InlineData("garlic.json", "garlic.json")]
    [InlineData("Überlabor", "Überlabor")]
    public async Task Its_page_and_its_json_are_found(string name, string asked)
    {
        using var folder = new TemporaryFolder();
        folder.Write("post.html", AddTests.Page);
        folder.Write("post.source.json", $$"""{"publisher": "{{name}}", "kind": "blog", "url": "https://leek.example/post"}""");
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "post.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        await using var site = await RunningSite.StartAsync(folder);
        var address = "/organisations/" + Uri.EscapeDataString(asked);
        var page = WebUtility.HtmlDecode(await site.Web.GetStringAsync(address));
        Assert.Contains(asked, page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/r/rel-", page, StringComparison.Ordinal);
        Assert.StartsWith("{", await site.Web.GetStringAsync(address + ".json"), StringComparison.Ordinal);
        using var none = await site.Web.GetAsync("/organisations/" + Uri.EscapeDataString("nobody / none.json"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal("application/json", none.Content.Headers.ContentType!.MediaType);
    }
}

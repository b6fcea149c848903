using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>The description of the interface is OpenAPI 3.1, by a validator that is not ours.</summary>
[Collection(OutsideTests.Name)]
public sealed class OutsideOpenApiTests(OutsideClients clients)
{
    [OutsideFact]
    public async Task A_validator_of_openapi_takes_the_description_and_refuses_a_broken_one()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder);
        var text = await site.Web.GetStringAsync("/openapi/v1.json");
        var said = (await clients.RunScriptAsync("validate-openapi.mjs", folder.Write("v1.json", text))).Single();
        Assert.True(said.GetProperty("valid").GetBoolean(), said.ToString());
        Assert.Equal("3.1", said.GetProperty("version").GetString());
        var broken = (await clients.RunScriptAsync("validate-openapi.mjs", folder.Write("broken.json", text.Replace("\"responses\"", "\"answers\"", StringComparison.Ordinal)))).Single();
        Assert.False(broken.GetProperty("valid").GetBoolean());
    }
}

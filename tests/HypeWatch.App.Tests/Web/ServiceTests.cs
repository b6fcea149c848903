using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

public sealed class ServiceTests
{
    [Fact]
    public async Task The_service_says_what_it_does_answers_healthz_and_stops_when_asked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/hypewatch.json", """{ "Web": { "Port": 0 }, "Sources": [] }""");
        using var process = ChildProgram.Start("run", "--data-directory", folder.Data);
        try
        {
            var data = await process.UntilAsync("Data:");
            Assert.Contains(folder.Data, data, StringComparison.Ordinal);
            Assert.NotNull(await process.UntilAsync("Language model: none"));
            var address = (await process.UntilAsync("/healthz"))!.Split(' ').First(word => word.Contains("/healthz", StringComparison.Ordinal));

            using var client = new HttpClient();
            using var health = await client.GetAsync(new Uri(address));
            Assert.True(health.IsSuccessStatusCode);
            Assert.Contains("\"status\":\"ok\"", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("HypeWatch", await client.GetStringAsync(new Uri(new Uri(address), "/")), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True(File.Exists(Path.Combine(folder.Data, "hypewatch.db")));
        Assert.True(File.Exists(Path.Combine(folder.Data, "scheduler.db")));
    }

    [Fact]
    public async Task One_round_without_sources_ends_by_itself()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/hypewatch.json", """{ "Sources": [] }""");
        var run = (await CommandRun.OfAsync("run", "--once", "--data-directory", folder.Data)).Expect(0);
        Assert.Contains("0 sources asked; 0 documents read", run.Output, StringComparison.Ordinal);
    }
}

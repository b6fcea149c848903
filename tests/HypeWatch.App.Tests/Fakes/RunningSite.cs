using HypeWatch.App.Jobs;
using HypeWatch.App.Web;
using HypeWatch.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.App.Tests.Fakes;

/// <summary>The whole program with its web port on loopback, over a folder of one test.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private RunningSite(WebApplication app)
    {
        App = app;
        // A form that was taken answers with another address, which tests look at.
        Web = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public WebApplication App { get; }

    public HttpClient Web { get; }

    public static Task<RunningSite> StartAsync(TemporaryFolder folder, params (string Key, string Value)[] settings) => StartAsync(folder.Data, settings);

    public static async Task<RunningSite> StartAsync(string data, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["DataDirectory"] = data, ["Web:Port"] = "0", ["Logging:LogLevel:Default"] = "Error" };
        foreach (var (key, value) in settings) all[key] = value;
        var builder = Program.Compose(all);
        builder.AddOneRound();
        builder.AddWebDoor();
        var app = builder.Build();
        await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(default);
        app.MapWebDoor();
        await app.StartAsync();
        return new RunningSite(app);
    }

    public async ValueTask DisposeAsync()
    {
        Web.Dispose();
        await App.DisposeAsync();
    }
}

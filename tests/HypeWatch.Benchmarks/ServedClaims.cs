extern alias app;

using System.Diagnostics;
using App = app::Program;
using app::HypeWatch.App.Jobs;
using app::HypeWatch.App.Web;
using HypeWatch.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.Benchmarks;

/// <summary>The product's web port over a folder, in a process of its own, without the work that a service does beside it.</summary>
internal static class ServedClaims
{
    public const string Verb = "serve";

    /// <summary>The process itself: serves until it is ended.</summary>
    public static async Task RunAsync(string folder)
    {
        var builder = App.Compose(new Dictionary<string, string?> { ["DataDirectory"] = folder, ["Web:Port"] = "0", ["Logging:LogLevel:Default"] = "Error" });
        builder.AddOneRound();
        builder.AddWebDoor();
        await using var site = builder.Build();
        await site.Services.GetRequiredService<PrepareDatabase>().RunAsync(default);
        site.MapWebDoor();
        await site.StartAsync();
        Console.WriteLine(site.Urls.First());
        await Task.Delay(Timeout.Infinite);
    }

    /// <summary>Starts the process; its address comes back.</summary>
    public static async Task<(Process Process, Uri Address)> StartAsync(string folder, CancellationToken ct)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ServedClaims).Assembly.Location, Verb, folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
            if (line.StartsWith("http", StringComparison.Ordinal)) return (process, new Uri(line));
        throw new HypeWatch.Model.HypeWatchException("the server ended before it said where it listens");
    }
}

using System.Net;
using HypeWatch.App.Web.Readers;
using HypeWatch.Model;
using HypeWatch.Storage;
using Quartz;

namespace HypeWatch.App.Web;

/// <summary>The local web port: whether the service is well. The pages for readers are still to come.</summary>
internal static class WebDoor
{
    private const string FrontPage = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>HypeWatch</title><meta name="color-scheme" content="light dark"></head>
        <body><h1>HypeWatch</h1><p>The service is running. Ask it on the command line: <code>hypewatch flags</code>, <code>hypewatch claims</code>,
        <code>hypewatch digest preview</code>. <a href="/digests">Digests</a>, <a href="/healthz">health</a></p></body></html>
        """;

    private sealed record Health(string Status, string Database, string Scheduler);

    /// <summary>Adds the server, on loopback.</summary>
    public static void AddWebDoor(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebSettings>().Bind(builder.Configuration.GetSection(WebSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRoutingCore();
        builder.Services.AddSignUpLimit();
        builder.WebHost.ConfigureKestrel((context, options) =>
        {
            var settings = context.Configuration.GetSection(WebSettings.Section).Get<WebSettings>() ?? new WebSettings();
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, settings.Port);
        });
    }

    /// <summary>Maps the routes.</summary>
    public static void MapWebDoor(this WebApplication app)
    {
        app.UseRouting();
        app.UseRateLimiter();
        app.MapGet("/", () => Results.Content(FrontPage, "text/html; charset=utf-8"));
        app.MapGet("/healthz", HealthAsync);
        app.MapDigests();
        app.MapReaders();
        app.MapSignUp();
    }

    private static async Task<IResult> HealthAsync(Database database, ISchedulerFactory schedulers, ILogger<WebApplication> log, CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var ticking = scheduler.Status == SchedulerStatus.Running;
        var answers = true;
        try
        {
            await using var connection = await database.OpenAsync(ct);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or IOException or HypeWatchException)
        {
            log.LogError(failure, "The database does not answer");
            answers = false;
        }

        var health = new Health(answers && ticking ? "ok" : "failing", answers ? "ok" : "failing", ticking ? "ok" : "stopped");
        return Results.Json(health, ModelJson.Options, statusCode: answers && ticking ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

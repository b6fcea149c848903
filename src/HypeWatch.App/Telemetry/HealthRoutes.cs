using HypeWatch.Model;

namespace HypeWatch.App.Telemetry;

/// <summary>What a supervisor asks: is it alive, can it work, what has it done.</summary>
internal static class HealthRoutes
{
    private sealed record Health(string Status, string Database, string Scheduler);

    private sealed record Ready(string Status, IReadOnlyList<ReadinessPart> Parts);

    /// <summary>Maps the routes.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/healthz", HealthAsync);
        app.MapGet("/readyz", ReadyAsync);
        app.MapGet("/metrics", MetricsAsync);
    }

    private static async Task<IResult> HealthAsync(Readiness readiness, ILogger<WebApplication> log, CancellationToken ct)
    {
        var (database, scheduler) = (await readiness.DatabaseAsync(ct), await readiness.SchedulerAsync(ct));
        if (!database.Ok) log.LogError("{Reason}", database.Reason);
        var isWell = database.Ok && scheduler.Ok;
        var health = new Health(isWell ? "ok" : "failing", database.Ok ? "ok" : "failing", scheduler.Ok ? "ok" : "stopped");
        return Results.Json(health, ModelJson.Options, statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken ct)
    {
        var parts = await readiness.LookAsync(ct);
        var isReady = parts.All(part => part.Ok);
        return Results.Json(new Ready(isReady ? "ready" : "not ready", parts), ModelJson.Options, statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> MetricsAsync(MetricsText metrics, Readiness readiness, CancellationToken ct)
    {
        var parts = await readiness.LookAsync(ct);
        var gauges = parts.Select(part => ("hypewatch_ready", MetricsText.Label("part", part.What), part.Ok ? 1.0 : 0))
            .Concat((await readiness.QueueAsync(ct)).Select(count => ("hypewatch_items", MetricsText.Label("state", count.State), (double)count.Items)));
        return Results.Text(metrics.Write(gauges), "text/plain; version=0.0.4; charset=utf-8");
    }
}

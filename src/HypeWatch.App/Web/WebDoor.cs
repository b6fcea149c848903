using System.Net;
using HypeWatch.App.Briefs;
using HypeWatch.App.Digests;
using HypeWatch.App.Mcp;
using HypeWatch.App.Snapshots;
using HypeWatch.App.Telemetry;
using HypeWatch.App.Web.Lists;
using HypeWatch.App.Web.Organisations;
using HypeWatch.App.Web.Pages;
using HypeWatch.App.Web.Readers;
using HypeWatch.App.Web.Reviewing;
using HypeWatch.App.Web.Sql;
using HypeWatch.Queries.Tables;

namespace HypeWatch.App.Web;

/// <summary>The local web port: pages for readers, the same as JSON, and how the service is.</summary>
internal static class WebDoor
{
    // A form holds at most a reply, and a call of a tool a statement.
    private const int LargestBody = 256 * 1024;

    /// <summary>Adds the server, on loopback.</summary>
    public static void AddWebDoor(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebSettings>().Bind(builder.Configuration.GetSection(WebSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRoutingCore();
        builder.Services.AddSignUpLimit();
        builder.Services.AddFormLimits();
        builder.Services.AddMcp();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<TableRoutes>().AddSingleton<SqlRoutes>().AddSingleton<ExchangeRoutes>().AddSingleton<OrganisationCards>().AddSingleton<ReviewSession>().AddSingleton<ReviewRoutes>();
        builder.WebHost.ConfigureKestrel((context, options) =>
        {
            var settings = context.Configuration.GetSection(WebSettings.Section).Get<WebSettings>() ?? new WebSettings();
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
            options.Limits.MaxRequestLineSize = EmptyAnswers.LongestLine;
            options.Listen(IPAddress.Loopback, settings.Port);
        });
    }

    /// <summary>Maps the routes.</summary>
    public static void MapWebDoor(this WebApplication app)
    {
        app.UsePageGuard();
        app.Use(Methods.AnswerHeadAsync);
        app.UseEmptyAnswers();
        app.Use(Methods.NameAsync);
        app.UsePublication();
        app.UseRouting();
        app.UseRateLimiter();
        app.Use(AnswerNowhereAsync);
        // Counting begins with the service, not with the first question.
        app.Services.GetRequiredService<MetricsText>();
        HealthRoutes.Map(app);
        app.MapPages();
        app.MapFurtherPages();
        app.MapReplies();
        ReviewRoutes.Map(app);
        OpenApiDocument.Map(app);
        app.MapMcp();
        TableRoutes.Map(app, app.Services.GetRequiredService<QueryTables>());
        ExchangeRoutes.Map(app);
        app.MapOrganisations();
        app.MapBriefs();
        app.MapSnapshots();
        SqlRoutes.Map(app);
        app.MapDigests();
        app.MapReaders();
        app.MapSignUp();
    }

    // An address that leads nowhere.
    private static async Task AnswerNowhereAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null)
        {
            await next(context);
            return;
        }

        var drawing = context.RequestServices.GetRequiredService<Drawing>();
        var isPage = !Path.HasExtension(context.Request.Path.Value);
        await (await ProblemAnswer.OfAsync(drawing, isPage, StatusCodes.Status404NotFound, "there is no such page; the start page leads to all")).ExecuteAsync(context);
    }
}

using HypeWatch.App;
using HypeWatch.App.Briefs;
using HypeWatch.App.Cli;
using HypeWatch.App.Digests;
using HypeWatch.App.Tables;
using HypeWatch.App.Telemetry;
using HypeWatch.Archiving;
using HypeWatch.Claims;
using HypeWatch.Digests;
using HypeWatch.Evidence;
using HypeWatch.Flags;
using HypeWatch.Http;
using HypeWatch.Literature;
using HypeWatch.Llm;
using HypeWatch.Pipeline;
using HypeWatch.Predictions;
using HypeWatch.Propagation;
using HypeWatch.Queries;
using HypeWatch.Reading;
using HypeWatch.Reviews;
using HypeWatch.Screening;
using HypeWatch.Sources;
using HypeWatch.Storage;

return await CommandLine.RunAsync(args);

/// <summary>The table of contents of the product.</summary>
internal static partial class Program
{
    /// <summary>Puts the rooms together.</summary>
    /// <param name="overrides">What the command line says; stronger than all files and the environment.</param>
    internal static WebApplicationBuilder Compose(IReadOnlyDictionary<string, string?> overrides)
    {
        // Empty, so that no settings file of the current folder and no variable of another program's prefix can get in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Registered for all verbs, since the application wants one; it listens only when `run` starts it.
        builder.WebHost.UseKestrelCore();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.Configuration.AddConfiguration(SettingsLayers.Load(AppContext.BaseDirectory, overrides));
        builder.AddTelemetry();
        builder.Services
            .AddStorage(builder.Configuration).AddHttp(builder.Configuration).AddLlm(builder.Configuration)
            .AddSources(builder.Configuration).AddArchiving().AddReading(builder.Configuration).AddScreening().AddClaims().AddEvidence().AddLiterature()
            .AddFlags(builder.Configuration).AddPropagation(builder.Configuration).AddPredictions(builder.Configuration).AddDigests(builder.Configuration).AddQueries(builder.Configuration, [.. Taxonomy.Load().Types.Select(type => type.Code)]).AddReviews()
            .AddPipeline();
        builder.Services.AddSingleton<TableAnswers>().AddSingleton<ClaimReviews>().AddSingleton<ReleaseBriefs>().AddSingleton<Drawing>().AddSingleton<IDigestPage>(provider => provider.GetRequiredService<Drawing>());
        return builder;
    }
}

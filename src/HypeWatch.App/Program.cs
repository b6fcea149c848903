using HypeWatch.App;
using HypeWatch.App.Cli;
using HypeWatch.Queries;
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
        builder.Configuration.AddConfiguration(SettingsLayers.Load(AppContext.BaseDirectory, overrides));
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(options => options.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services
            .AddStorage(builder.Configuration)
            .AddQueries();
        return builder;
    }
}

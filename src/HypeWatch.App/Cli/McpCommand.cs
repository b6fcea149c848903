using System.CommandLine;
using HypeWatch.App.Mcp;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch mcp</c>: answers the Model Context Protocol on standard input and output.</summary>
internal static class McpCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Make() => new Command("mcp", "Answer the Model Context Protocol on standard input and output, read-only").Does(async (context, ct) =>
    {
        await using var app = await context.OpenForReadingAsync(ct, isQuiet: false, builder => builder.Services.AddMcp().WithStdioServerTransport());
        if (app is null) return ExitCode.NothingFound;
        // The web server of the application is not started: only the hosted service that speaks the protocol is.
        foreach (var service in app.Services.GetServices<IHostedService>().Where(service => service.GetType().Assembly == typeof(ModelContextProtocol.Server.McpServer).Assembly
            || service.GetType().Namespace?.StartsWith("ModelContextProtocol", StringComparison.Ordinal) == true))
        {
            await service.StartAsync(ct);
            if (service is BackgroundService { ExecuteTask: { } work }) await work;
        }

        return ExitCode.Ok;
    });
}

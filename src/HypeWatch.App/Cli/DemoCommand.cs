using System.CommandLine;
using System.Globalization;
using HypeWatch.App.Demo;
using HypeWatch.App.Jobs;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Storage;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch demo</c>: the whole job on invented pages, by the real service.</summary>
internal static class DemoCommand
{
    private const string StandardDirectory = "hypewatch-demo";
    private const string PortFile = "demo-port";

    /// <summary>Makes the verb.</summary>
    /// <param name="edit">Given path and text of a page, gives the text to serve; null serves the pages as they are.</param>
    public static Command Make(Func<string, string, string>? edit = null) =>
        new Command("demo", "Show the whole job on invented pages, from a loopback web server").Does((context, ct) => RunAsync(context, edit, ct));

    private static async Task<int> RunAsync(CommandContext context, Func<string, string, string>? edit, CancellationToken ct)
    {
        var directory = Path.GetFullPath(context.Overrides().GetValueOrDefault(DataDirectory.Setting) ?? StandardDirectory);
        await using var site = await StartSiteAsync(directory, edit, ct);
        var settings = DemoSources.Settings(site);
        settings[DataDirectory.Setting] = directory;
        settings["Storage:Provider"] = "sqlite";

        await using var app = context.Build(settings, builder => builder.AddOneRound());
        await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
        var terminal = context.Remarks;
        terminal.Line($"Invented pages are served at {site.Address}; {DemoSources.Count} sources announce them. The service reads them as it would read the web.");
        var round = app.Services.GetRequiredService<Round>();
        round.AsksAll = true;
        await terminal.ProgressAsync(async report =>
        {
            round.Watcher = report;
            await app.Services.GetRequiredService<OneRound>().RunAsync(ct);
            return true;
        });
        RunCommand.Summarise(terminal, round);
        await DemoReport.PrintAsync(context, app.Services, directory, ct);
        return ExitCode.Ok;
    }

    // The pages' addresses hold the port, so a second run must have the same one to find the same documents.
    private static async Task<DemoSite> StartSiteAsync(string directory, Func<string, string, string>? edit, CancellationToken ct)
    {
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, PortFile);
        var port = File.Exists(file) && int.TryParse(await File.ReadAllTextAsync(file, ct), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        try
        {
            var site = await DemoSite.StartAsync(port, edit, ct);
            await File.WriteAllTextAsync(file, site.Port.ToString(CultureInfo.InvariantCulture), ct);
            return site;
        }
        catch (IOException taken) when (port != 0)
        {
            throw new HypeWatchException($"port {port}, at which the earlier demo in {directory} found its pages, is in use; free it, or give another --data-directory", taken);
        }
    }
}

using System.Diagnostics;
using System.Text.Json;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.App.Tests.Fakes;

/// <summary>A test that looks at the program through what others wrote for Node; shown as skipped where Node, or for a browser Chromium, is not installed.</summary>
public sealed class OutsideFactAttribute : FactAttribute
{
    public OutsideFactAttribute(bool browser = false) => Skip = OutsideClients.Missing(browser);
}

/// <inheritdoc cref="OutsideFactAttribute"/>
public sealed class OutsideTheoryAttribute : TheoryAttribute
{
    public OutsideTheoryAttribute(bool browser = false) => Skip = OutsideClients.Missing(browser);
}

/// <summary>The classes whose tests share one installation of the packages.</summary>
[CollectionDefinition(Name)]
public sealed class OutsideTests : ICollectionFixture<OutsideClients>
{
    public const string Name = "Outside clients";
}

/// <summary>The packages of <c>Node/package-lock.json</c>, installed once into a folder that is gone afterwards, and the scripts beside them.</summary>
public sealed class OutsideClients : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hypewatch-outside-").FullName;

    /// <summary>The browser.</summary>
    public static string Chromium => Find("chromium") ?? "chromium";

    public static string? Missing(bool browser) =>
        Find("node") is null || Find("npm") is null ? "no node and npm: apt-get install nodejs npm" : browser && Find("chromium") is null ? "no chromium: apt-get install chromium" : null;

    public async Task InitializeAsync()
    {
        if (Missing(browser: false) is not null) return;
        foreach (var file in Directory.EnumerateFiles(Repository.Path("tests/HypeWatch.App.Tests/Node"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await RunAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>What a script prints: a line of JSON each.</summary>
    public async Task<IReadOnlyList<JsonElement>> RunScriptAsync(string script, params string[] arguments) =>
        [.. (await RunAsync("node", [Path.Combine(folder, script), .. arguments])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(part => Path.Combine(part, program)).FirstOrDefault(File.Exists);

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {arguments[0]}: {await error}");
        return await output;
    }
}

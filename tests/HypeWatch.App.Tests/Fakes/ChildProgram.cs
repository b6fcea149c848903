using System.Diagnostics;

namespace HypeWatch.App.Tests.Fakes;

/// <summary>The program as a process of its own, which can be killed.</summary>
internal static class ChildProgram
{
    public static Process Start(params string[] args) => Start(new Dictionary<string, string>(), args);

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "hypewatch.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Reads lines until one contains some words; null when the program ends first.</summary>
    public static async Task<string?> UntilAsync(this Process process, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.Contains(words, StringComparison.Ordinal)) return line;
        return null;
    }
}

using System.Diagnostics;

namespace HypeWatch.Tests.Fakes;

/// <summary>A test that asks Debian's Python, as an independent reader; shown as skipped where it, or the module, is not installed.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute(string module)
    {
        if (!Python.Has(module)) Skip = $"no {Python.Path} with {module}: apt-get install python3-{module}";
    }
}

/// <summary>Runs Python.</summary>
internal static class Python
{
    public const string Path = "/usr/bin/python3";

    public static bool Has(string module)
    {
        if (!File.Exists(Path)) return false;
        using var process = Start("import " + module);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Path, ["-u", "-c", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false })!;

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}

using System.CommandLine;
using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Demo;

/// <summary>A demo that was run through the real service, with its pages as they are or with one sentence edited.</summary>
internal sealed class DemoRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Data => folder.Data;

    public string Database => Path.Combine(Data, "hypewatch.db");

    public static async Task<DemoRun> OfAsync(string? path = null, string? sentence = null, string? replacement = null)
    {
        var run = new DemoRun();
        await run.AgainAsync(path, sentence, replacement);
        return run;
    }

    public async Task<string> AgainAsync(string? path = null, string? sentence = null, string? replacement = null, params string[] more)
    {
        var edited = false;
        var root = new RootCommand { DemoCommand.Make((page, text) =>
        {
            if (page != path) return text;
            Assert.Contains(sentence!, text, StringComparison.Ordinal);
            edited = true;
            return text.Replace(sentence!, replacement, StringComparison.Ordinal);
        }) };
        root.Options.Add(GlobalOptions.Json);
        root.Options.Add(GlobalOptions.DataDirectory);
        root.Options.Add(GlobalOptions.Verbose);
        using StringWriter output = new(), error = new();
        var code = await root.Parse(["demo", "--data-directory", Data, .. more]).InvokeAsync(
            new InvocationConfiguration { Output = TextWriter.Synchronized(output), Error = TextWriter.Synchronized(error), EnableDefaultExceptionHandler = false });
        Assert.True(code == ExitCode.Ok, error.ToString());
        Assert.Equal(path is not null, edited);
        return output.ToString();
    }

    /// <summary>The flags, each as code, owner and path of its page.</summary>
    public async Task<IReadOnlyList<FoundFlag>> FlagsAsync()
    {
        var run = await CommandRun.OfAsync("flags", "--json", "--limit", "1000", "--data-directory", Data);
        return [.. run.Expect(ExitCode.Ok).Json.GetProperty("rows").EnumerateArray().Select(row => new FoundFlag(row))];
    }

    public void Dispose() => folder.Dispose();
}

internal sealed record FoundFlag(JsonElement Row)
{
    public string Code => Row.GetProperty("flag").GetProperty("code").GetString()!;

    public string Owner => Row.GetProperty("flag").GetProperty("asserter").GetString()!;

    public string Page => new Uri(Row.GetProperty("document").GetProperty("url").GetString()!).AbsolutePath;

    public string Quote => Row.GetProperty("claim").GetProperty("claim").GetProperty("quote").GetString()!;

    public override string ToString() => $"{Code} {Owner} {Page} {Quote}";
}

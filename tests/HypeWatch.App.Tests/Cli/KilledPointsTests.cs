using System.Diagnostics;
using System.Globalization;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;
using Xunit.Abstractions;

namespace HypeWatch.App.Tests.Cli;

/// <summary>HYPEWATCH_KILLS says how many points are tried (12), HYPEWATCH_KILL_SEED which ones.</summary>
public sealed class KilledPointsTests(ITestOutputHelper output)
{
    private const int Points = 12, Seed = 20_261_127;

    private static readonly (string Name, string Kind, string Claim)[] Chain =
    [
        ("paper", "paper", "Sparse autoencoders can be used with model A to detect deception in the prompts that we tested."),
        ("post", "blog", "Our sparse autoencoders detect deception in language models."),
        ("courier", "news", "Researchers showed that sparse autoencoders detect deception in all language models."),
        ("herald", "news", "A method now reads what every language model thinks, and sparse autoencoders prove deception."),
        ("critique", "critique", "We did not find that sparse autoencoders detect deception better than a linear probe."),
        ("memo", "blog", "Since sparse autoencoders solve deception, regulators can rely on interpretability."),
    ];

    [Fact]
    public async Task A_chain_whose_run_is_killed_at_any_point_and_run_again_has_the_rows_of_an_undisturbed_run()
    {
        int points = Setting("HYPEWATCH_KILLS", Points), seed = Setting("HYPEWATCH_KILL_SEED", Seed);
        using var folder = new TemporaryFolder();
        for (var i = 0; i < Chain.Length; i++) WriteDocument(folder, i);
        string input = Path.Combine(folder.Path, "in"), whole = Path.Combine(folder.Path, "whole");
        var watch = Stopwatch.StartNew();
        using (var process = ChildProgram.Start("add", input, "--data-directory", whole))
        {
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(ExitCode.Ok, process.ExitCode);
        }

        var length = watch.Elapsed;
        var undisturbed = Rows.Of(Path.Combine(whole, "hypewatch.db"), folder.Path);
        Assert.Equal(Chain.Length, undisturbed["documents"].Count);
        Assert.NotEmpty(undisturbed["flags"]);
        var random = new Random(seed);
        var faults = new List<string>();
        var hit = 0;
        for (var point = 0; point < points; point++)
        {
            var moment = length * random.NextDouble();
            var name = string.Create(CultureInfo.InvariantCulture, $"point {point} of seed {seed}, after {moment.TotalMilliseconds:0} ms");
            var data = Path.Combine(folder.Path, string.Create(CultureInfo.InvariantCulture, $"killed{point}"));
            if (await KillAsync(input, data, moment)) hit++;
            faults.AddRange((await FaultsAsync(input, data, undisturbed, folder.Path)).Select(fault => $"{name}: {fault}"));
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {points} points over {length.TotalMilliseconds:0} ms: {hit} killed before the end, {faults.Count} faults"));
        Assert.Empty(faults);
    }

    private static async Task<bool> KillAsync(string input, string data, TimeSpan moment)
    {
        using var process = ChildProgram.Start("add", input, "--data-directory", data);
        using var until = new CancellationTokenSource(moment);
        try
        {
            await process.WaitForExitAsync(until.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            return process.ExitCode != 0;
        }
    }

    private static async Task<List<string>> FaultsAsync(string input, string data, IReadOnlyDictionary<string, IReadOnlyList<string>> undisturbed, string folder)
    {
        var again = await CommandRun.OfAsync("add", input, "--data-directory", data);
        if (again.ExitCode != ExitCode.Ok) return [$"the second run ended with {again.ExitCode}: {again.Error}"];
        var resumed = Rows.Of(Path.Combine(data, "hypewatch.db"), folder);
        var faults = undisturbed.Keys.Where(table => !Neutral(undisturbed[table], "whole").SequenceEqual(Neutral(resumed[table], Path.GetFileName(data)), StringComparer.Ordinal)).Select(table => $"{table} differs").ToList();
        var check = await CommandRun.OfAsync("db", "check", "--data-directory", data);
        if (check.ExitCode != ExitCode.Ok) faults.Add($"db check: {check.Output}");
        return faults;
    }

    // Where the data lies differs by its nature.
    private static IEnumerable<string> Neutral(IEnumerable<string> rows, string data) => rows.Select(row => row.Replace("FOLDER/" + data + "/", "DATA/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static void WriteDocument(TemporaryFolder folder, int at)
    {
        var (name, kind, claim) = Chain[at];
        var before = at == 0 ? "" : $"<p>See <a href=\"https://chain.example/{Chain[at - 1].Name}\">what was said before</a>: {Chain[at - 1].Claim}</p>";
        var title = string.Create(CultureInfo.InvariantCulture, $"Latents and deception, part {at + 1}");
        folder.Write($"in/{name}.html", $"""
            <!doctype html><html lang="en"><head><title>{title}</title></head><body><main><article><h1>{title}</h1><h2>Abstract</h2>
            <p>We trained a sparse autoencoder on one layer of one 2B model. In a random sample of 200 latents, raters agreed on 61%.</p>
            <p>{claim}</p>{before}<h2>Limitations</h2><p>We did not test other models.</p></article></main></body></html>
            """);
        folder.Write($"in/{name}.source.json", string.Create(CultureInfo.InvariantCulture, $$"""{ "url": "https://chain.example/{{name}}", "title": "{{title}}", "publisher": "{{name}} press", "kind": "{{kind}}", "published": "2026-01-{{at + 5:00}}" }"""));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}

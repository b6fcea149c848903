using System.CommandLine;
using System.Text.Json;
using HypeWatch.Http;
using HypeWatch.Sources;
using HypeWatch.Sources.Apis;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Evals.Replay;

/// <summary>
/// <c>replay --api DIR [--expected FILE]</c>: plays recorded answers of services through the real connectors, with their paging and their reading of errors, and counts what they find.
/// The expected counts come from <c>count.py</c>, which shares no code with them.
/// </summary>
internal static class ReplayCommand
{
    private sealed record Tally(int Responses, int Read, int Expected, int Found, int Distinct, IReadOnlyList<string> Notes);

    public static Command Make()
    {
        var api = new Option<DirectoryInfo>("--api") { Description = "folder of recordings, one folder a service", Required = true };
        var expected = new Option<FileInfo?>("--expected") { Description = "counts by count.py" };
        var files = new Option<bool>("--files") { Description = "show every file" };
        var command = new Command("replay", "Plays recorded answers of services through the real connectors") { api, expected, files };
        command.SetAction(async (parse, ct) => await RunAsync(parse.GetValue(api)!, parse.GetValue(expected), parse.GetValue(files), ct));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo api, FileInfo? expectedFile, bool showFiles, CancellationToken ct)
    {
        var expected = expectedFile is null ? [] : JsonSerializer.Deserialize<Dictionary<string, int>>(await File.ReadAllTextAsync(expectedFile.FullName, ct))!;
        var scratch = Directory.CreateTempSubdirectory("hypewatch-replay-");
        await using var database = new Database(new StorageSettings(), new DataDirectory(scratch.FullName), new RunStamp(TimeProvider.System, "replay:1:1"));
        await new Migrator(database, TimeProvider.System).MigrateAsync(ct);
        Console.WriteLine($"{"folder",-18}{"responses",10}{"read",6}{"expected",10}{"found",8}{"distinct",10}");
        var differences = 0;
        foreach (var folder in api.GetDirectories().OrderBy(directory => directory.Name, StringComparer.Ordinal))
        {
            var tallies = new List<Tally>();
            foreach (var file in folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                if (file.Extension == ".md" || ReplayPlan.KindOf(folder.Name, file.Name) is not { } kind) continue;
                var name = $"{folder.Name}/{file.Name}";
                var tally = await PlayAsync(kind, await ReplayPlan.ExchangesAsync(folder.Name, file.FullName, ct), new SourceMemory(database), ct) with { Expected = expected.GetValueOrDefault(name) };
                tallies.Add(tally);
                if (showFiles || (expectedFile is not null && tally.Found != tally.Expected)) Print("  " + file.Name, tally);
                if (showFiles) foreach (var note in tally.Notes) Console.WriteLine($"      {note}");
            }

            if (tallies.Count == 0) continue;
            var sum = new Tally(tallies.Sum(t => t.Responses), tallies.Sum(t => t.Read), tallies.Sum(t => t.Expected), tallies.Sum(t => t.Found), tallies.Sum(t => t.Distinct), []);
            differences += Math.Abs(sum.Found - sum.Expected);
            Print(folder.Name, sum);
        }

        scratch.Delete(recursive: true);
        return expectedFile is null || differences == 0 ? 0 : 1;
    }

    private static void Print(string name, Tally tally) =>
        Console.WriteLine(FormattableString.Invariant($"{name,-18}{tally.Responses,10}{tally.Read,6}{tally.Expected,10}{tally.Found,8}{tally.Distinct,10}"));

    private static async Task<Tally> PlayAsync(string kind, IReadOnlyList<Exchange> exchanges, SourceMemory memory, CancellationToken ct)
    {
        using var answers = new RecordedAnswers(exchanges);
        var settings = Options.Create(new HttpSettings { Retries = 0, HostDelaySeconds = 0, HostDelays = new Dictionary<string, double>() });
        using var http = new PoliteHttp(settings, TimeProvider.System, NullLogger<PoliteHttp>.Instance, new MemoryHostLedger(), answers);
        var api = Apis.All.First(candidate => candidate.Kind == kind);
        var source = new ApiSource(api, http, memory, new ConfigurationBuilder().Build(), settings, TimeProvider.System);
        var entry = new SourceSettings { Name = "replay", Kind = kind, MaxPages = 1000, MonthlyBudget = 1000 };
        var ask = new ApiAsk(entry, DateTimeOffset.UnixEpoch, TimeProvider.System.GetUtcNow(), _ => null, null);

        var found = 0;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var notes = new List<string>();
        foreach (var exchange in exchanges)
        {
            if (exchange.Served > 0) continue;
            if (api.Reading(new ApiRequest(exchange.Url) { Body = exchange.Body }, ask) is not { } call)
            {
                notes.Add($"{exchange.Method} {exchange.Status} {exchange.Url.GetLeftPart(UriPartial.Path)}: not a question of this connector");
                continue;
            }

            var before = found;
            try
            {
                await foreach (var item in source.ReadAsync([call], ask, ct))
                {
                    found++;
                    keys.Add(item.Key);
                }

                notes.Add(FormattableString.Invariant($"{exchange.Status} {exchange.Url.PathAndQuery}: {found - before}"));
            }
            catch (SourceException exception)
            {
                notes.Add(FormattableString.Invariant($"{exchange.Status} {exchange.Url.PathAndQuery}: {found - before}, {exception.State}: {exception.Message}"));
            }
        }

        return new(exchanges.Count, exchanges.Count(exchange => exchange.Served > 0), 0, found, keys.Count, notes);
    }
}

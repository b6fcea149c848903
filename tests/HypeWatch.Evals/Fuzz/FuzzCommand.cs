using System.CommandLine;
using System.Diagnostics;

namespace HypeWatch.Evals.Fuzz;

/// <summary>
/// Reads mutations of real files and stops at the first that crashes a reader, takes it too long or too much memory, or gives a text whose spans are not exact. A
/// case follows from the seed and its number alone, so that <c>--first N --cases 1</c> repeats it.
/// </summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);

    public static Command Make()
    {
        var input = new Option<DirectoryInfo[]>("--in") { Description = "folders of real files to mutate", Required = true };
        var cases = new Option<int>("--cases") { Description = "how many cases", DefaultValueFactory = _ => 1000 };
        var first = new Option<int>("--first") { Description = "number of the first case", DefaultValueFactory = _ => 0 };
        var seed = new Option<int>("--seed") { Description = "seed", DefaultValueFactory = _ => 1 };
        var keep = new Option<FileInfo?>("--keep") { Description = "file into which the case that fails is written" };
        var command = new Command("fuzz", "Reads mutations of real files; each must be read or refused, quickly and with exact spans") { input, cases, first, seed, keep };
        command.SetAction(async (parse, ct) =>
        {
            List<FuzzCase> sources = [.. parse.GetValue(input)!.SelectMany(FuzzCase.Sources)];
            var (from, count, number) = (parse.GetValue(first), parse.GetValue(cases), parse.GetValue(seed));
            var (slowest, slowestCase) = (TimeSpan.Zero, from);
            for (var i = from; i < from + count; i++)
            {
                var fuzzed = FuzzCase.Of(sources, number, i);
                var clock = Stopwatch.StartNew();
                string? fault;
                try
                {
                    fault = await Task.Run(() => FuzzCheck.FaultOfAsync(fuzzed, ct), ct).WaitAsync(Hang, ct);
                }
                catch (TimeoutException)
                {
                    fault = "it does not end";
                }

                if (clock.Elapsed > slowest) (slowest, slowestCase) = (clock.Elapsed, i);
                if (fault is null && clock.Elapsed < Slow) continue;
                Console.WriteLine(FormattableString.Invariant($"case {i} of seed {number} ({fuzzed.Kind}, {fuzzed.Text.Length} characters): {fault ?? "too slow"}, {clock.Elapsed.TotalSeconds:0.0} s"));
                if (parse.GetValue(keep) is { } file) await File.WriteAllTextAsync(file.FullName, fuzzed.Text, ct);
                return 3;
            }

            Console.WriteLine(FormattableString.Invariant($"{count} cases from {from} of {sources.Count} files, seed {number}: no fault; slowest {slowest.TotalMilliseconds:0} ms (case {slowestCase})"));
            return 0;
        });
        return command;
    }
}

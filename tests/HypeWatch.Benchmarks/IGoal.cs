using System.Diagnostics;

namespace HypeWatch.Benchmarks;

/// <summary>A figure and what it is compared with.</summary>
/// <param name="Measured">CPU milliseconds of the product, median of the runs.</param>
/// <param name="PeerName">What it is compared with.</param>
/// <param name="Peer">CPU milliseconds of that.</param>
/// <param name="Input">What was measured on.</param>
internal sealed record GoalResult(double Measured, string PeerName, double Peer, string Input)
{
    public double Ratio => Measured / Peer;

    /// <summary>What is counted.</summary>
    public string Unit { get; init; } = "ms";

    /// <summary>Further comparisons of the same run.</summary>
    public IReadOnlyList<GoalResult> More { get; init; } = [];
}

/// <summary>One performance goal.</summary>
internal interface IGoal
{
    string Name { get; }

    string Description { get; }

    Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct);
}

/// <summary>CPU time of two pieces of work, interleaved so that other load on the machine meets both alike.</summary>
internal static class Stopwatches
{
    private const int Runs = 5;

    public static async Task<(double First, double Second)> InterleavedAsync(Func<Task> first, Func<Task> second)
    {
        await first();
        await second();
        var a = new List<double>();
        var b = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            a.Add(await CpuMillisAsync(first));
            b.Add(await CpuMillisAsync(second));
        }

        return (Median(a), Median(b));
    }

    /// <summary>Two ways of doing the same pieces of work, in turns: the median time of each piece.</summary>
    public static async Task<(List<double> First, List<double> Second)> InTurnsAsync(int turns, Func<Task<List<double>>> first, Func<Task<List<double>>> second)
    {
        var (a, b) = (new List<List<double>>(), new List<List<double>>());
        for (var turn = 0; turn < turns; turn++)
        {
            a.Add(await first());
            b.Add(await second());
        }

        return (Medians(a), Medians(b));

        static List<double> Medians(List<List<double>> times) => [.. Enumerable.Range(0, times[0].Count).Select(piece => Median([.. times.Select(turn => turn[piece])]))];
    }

    public static async Task<double> CpuMillisAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>The value that this share of all does not exceed.</summary>
    public static double At(IEnumerable<double> values, double share)
    {
        List<double> ordered = [.. values.Order()];
        return ordered[(int)(share * (ordered.Count - 1))];
    }

    /// <summary>Milliseconds of some work by the clock.</summary>
    public static async Task<double> MillisAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }
}

using System.Globalization;

namespace HypeWatch.Benchmarks;

/// <summary>Peak memory of a round over 10,000 hosts against that over 1,000, in one process.</summary>
internal sealed class ManyHostsGoal : IGoal
{
    private const int Few = 1_000;
    private const int Many = 10_000;

    public string Name => "P5";

    public string Description => "peak memory of a round over 10,000 hosts, against 1,000 hosts (goal: at most 2)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var few = await PeakAsync(data, Few, ct);
        var many = await PeakAsync(data, Many, ct);
        return new(many, FormattableString.Invariant($"{Few} hosts"), few, FormattableString.Invariant($"{Many} hosts, first round and a second, every body 40 kB")) { Unit = "MB" };
    }

    private static async Task<double> PeakAsync(DirectoryInfo data, int hosts, CancellationToken ct)
    {
        await using var world = await FeedWorld.StartAsync(data, hosts, ct);
        var round = await world.RoundAsync(ct);
        await round.RunAsync(onlyDue: false, null, ct);
        await round.RunAsync(onlyDue: false, null, ct);
        var line = (await File.ReadAllLinesAsync("/proc/self/status", ct)).First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024d;
    }
}

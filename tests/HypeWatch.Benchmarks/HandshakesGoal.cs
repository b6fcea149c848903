namespace HypeWatch.Benchmarks;

/// <summary>Connections that a round opens, each of which is a handshake where the server speaks https: one for each host, however many of its feeds are watched.</summary>
internal sealed class HandshakesGoal : IGoal
{
    private const int Hosts = 100;
    private const int Feeds = 400;

    public string Name => "P4";

    public string Description => "connections opened by a round over several feeds of each host, robots.txt asked for in it, against the number of hosts (goal: at most 1)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var world = await FeedWorld.StartAsync(data, Hosts, takesTurns: true, ct);
        var round = await world.RoundAsync(Feeds, ct);
        var before = await world.CountsAsync(ct);
        await round.RunAsync(onlyDue: false, null, ct);
        var after = await world.CountsAsync(ct);
        // The question for the counts is a connection too.
        return new(after.Connections - before.Connections - 1, "hosts", Hosts, FormattableString.Invariant($"{Feeds} feeds, {after.Whole - before.Whole - 1} answers")) { Unit = "connections" };
    }
}

using System.Globalization;
using System.Net;
using System.Text;

namespace HypeWatch.Benchmarks;

/// <summary>A clock that is set by hand; its timers never fire, since nothing in a look of the simulation waits.</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Inert();

    private sealed class Inert : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>
/// Servers of a made-up week: each answers 304 until it publishes, and some are out for hours, in which they answer 503 with a wish, 503 without one, or not at all.
/// </summary>
internal sealed class SimulatedServers : HttpMessageHandler
{
    private const double ShareWithOutage = 0.2;
    private const int LongestOutageMinutes = 12 * 60;
    private const int WeekMinutes = 7 * 24 * 60;
    private const int DeadlineSeconds = 60;

    private readonly SetClock clock;
    private readonly Random random;
    private readonly (DateTimeOffset From, DateTimeOffset To, int Kind)[] outages;
    private readonly double[] perDay;
    private readonly DateTimeOffset start;

    public SimulatedServers(int hosts, SetClock clock, int seed)
    {
        this.clock = clock;
        random = new(seed);
        start = clock.Now;
        outages = [.. Enumerable.Range(0, hosts).Select(_ =>
        {
            var from = random.NextDouble() < ShareWithOutage ? start.AddMinutes(random.Next(WeekMinutes)) : DateTimeOffset.MaxValue.AddDays(-2);
            return (from, from.AddMinutes(random.Next(10, LongestOutageMinutes)), random.Next(3));
        })];
        perDay = [.. Enumerable.Range(0, hosts).Select(_ => Math.Pow(10, (random.NextDouble() * 2.5) - 2))];
    }

    /// <summary>Seconds that the last look took in the made-up world.</summary>
    public double Latency { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A quarter of a second at most servers, some seconds at a few.
        Latency += 0.1 + Math.Min(10, -0.3 * Math.Log(1 - random.NextDouble()));
        if (request.RequestUri!.AbsolutePath == "/robots.txt") return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
        var host = int.Parse(request.RequestUri.AbsolutePath[1..], CultureInfo.InvariantCulture);
        var (from, to, kind) = outages[host];
        if (clock.Now >= from && clock.Now < to)
        {
            if (kind == 0)
            {
                Latency += DeadlineSeconds;
                throw new HttpRequestException("the server does not answer");
            }

            var refused = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            if (kind == 1) refused.Headers.TryAddWithoutValidation("Retry-After", "1800");
            return Task.FromResult(refused);
        }

        var published = (int)((clock.Now - start).TotalDays * perDay[host]) + 1;
        var tag = FormattableString.Invariant($"\"{published}\"");
        if (request.Headers.NonValidated.TryGetValues("If-None-Match", out var known) && known.ToString() == tag) return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotModified));
        var items = string.Concat(Enumerable.Range(Math.Max(0, published - 3), Math.Min(3, published)).Select(item => $"<item><title>Post {item}</title><link>/{host}/p/{item}</link></item>"));
        var answer = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent($"<rss version='2.0'><channel><title>Feed</title>{items}</channel></rss>", Encoding.UTF8, "application/rss+xml"),
        };
        answer.Headers.TryAddWithoutValidation("ETag", tag);
        return Task.FromResult(answer);
    }
}

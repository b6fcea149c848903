using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HypeWatch.Archiving;
using HypeWatch.Http;
using HypeWatch.Pipeline;
using HypeWatch.Sources;
using HypeWatch.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Benchmarks;

/// <summary>
/// Many feeds, each on a loopback address of its own, behind the small C server of the data folder (<c>feedsrv/srv.c</c>, built with gcc), so that serving costs this process
/// nothing; and the product's own round over them, with a database.
/// </summary>
internal sealed class FeedWorld : IAsyncDisposable
{
    private const int Items = 25;
    private const int ItemCharacters = 1_400;
    private const int MostStarts = 5;
    private const int AtOnce = 8;
    private const string Loopback = "127.0.0.1";
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(10);
    private readonly string folder;
    private readonly Process server;
    private readonly HttpSettings settings = new() { AllowedPrivateHosts = ["127.0.0.0/8"], Retries = 0 };
    private readonly PoliteHttp http;
    private readonly List<Database> databases = [];

    private FeedWorld(string folder, Process server, int port, int hosts, bool takesTurns)
    {
        for (var host = 0; takesTurns && host < hosts; host++) settings.HostDelays[Address(host)] = 0;
        this.folder = folder;
        this.server = server;
        Port = port;
        Hosts = hosts;
        http = new(Options.Create(settings), TimeProvider.System, NullLogger<PoliteHttp>.Instance, new MemoryHostLedger());
    }

    public int Port { get; }

    public int Hosts { get; }

    public string Folder => folder;

    /// <summary>Starts the server.</summary>
    /// <param name="data">Folder that holds <c>feedsrv/srv.c</c>.</param>
    /// <param name="hosts">Number of feeds.</param>
    /// <param name="ct">Ends the wait.</param>
    public static Task<FeedWorld> StartAsync(DirectoryInfo data, int hosts, CancellationToken ct) => StartAsync(data, hosts, takesTurns: false, ct);

    /// <summary>Starts the server.</summary>
    /// <param name="data">Folder that holds <c>feedsrv/srv.c</c>.</param>
    /// <param name="hosts">Number of feeds.</param>
    /// <param name="takesTurns">Whether requests to one host wait for each other, as they do everywhere but at the user's own servers; without a pause.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<FeedWorld> StartAsync(DirectoryInfo data, int hosts, bool takesTurns, CancellationToken ct)
    {
        var home = Directory.CreateTempSubdirectory("hypewatch-feeds-").FullName;
        var feed = Path.Combine(home, "feed.xml");
        await File.WriteAllTextAsync(feed, Feed(), ct);
        var program = Path.Combine(home, "srv");
        await RunAsync("gcc", ["-O2", "-w", "-o", program, Path.Combine(data.FullName, "feedsrv", "srv.c")], ct);
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            // The server takes one address or all: feeds on many loopback addresses need all, a single one is bound to its own.
            var address = hosts == 1 ? Loopback : "0.0.0.0";
            var started = Process.Start(new ProcessStartInfo(program, [port.ToString(CultureInfo.InvariantCulture), feed, "1200", address]) { UseShellExecute = false })!;
            if (await AnswersAsync(started, port, ct)) return new(home, started, port, hosts, takesTurns);
            if (attempt == MostStarts) throw new InvalidOperationException($"{program} did not answer on any of {MostStarts} ports");
        }
    }

    public string Url(int host) => FormattableString.Invariant($"http://{(Hosts == 1 ? Loopback : Address(host % Hosts))}:{Port}/f/{host}");

    /// <summary>The product's round over one feed of each host, on a new database.</summary>
    public Task<PollSources> RoundAsync(CancellationToken ct) => RoundAsync(Hosts, ct);

    /// <summary>The product's round over a number of feeds, which the hosts share, on a new database.</summary>
    public async Task<PollSources> RoundAsync(int feeds, CancellationToken ct)
    {
        var directory = new DataDirectory(Directory.CreateDirectory(Path.Combine(folder, FormattableString.Invariant($"data{databases.Count}"))).FullName);
        var stamp = new RunStamp(TimeProvider.System, "bench:1:1");
        var database = new Database(new StorageSettings(), directory, stamp);
        databases.Add(database);
        await new Migrator(database, TimeProvider.System).MigrateAsync(ct);
        var list = new SourceList { Sources = [.. Enumerable.Range(0, feeds).Select(host => new SourceSettings { Name = FormattableString.Invariant($"feed {host}"), Url = Url(host) })] };
        var catalog = new SourceCatalog(Options.Create(list), Options.Create(settings), new ConfigurationBuilder().Build(), [new FeedSource(http)]);
        return new(catalog, new SourceHealthStore(database, TimeProvider.System), new Archive(directory.Archive), database, TimeProvider.System, NullLogger<PollSources>.Instance);
    }

    /// <summary>Asks every feed whether it changed, with the product's client alone.</summary>
    public async Task AskAllAsync(CancellationToken ct) => await Parallel.ForEachAsync(
        Enumerable.Range(0, Hosts), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
        async (host, token) =>
        {
            var answer = await http.GetAsync(new Uri(Url(host)), HttpPurpose.Feed, new("\"v1\"", null), token);
            if (answer is not HttpAnswer.NotModified) throw new InvalidOperationException($"{Url(host)}: {answer}");
        });

    /// <summary>How many answers of each kind the server gave, and how many connections it took: 200, 304, accepted. The question itself is one of each but the second.</summary>
    public Task<(long Whole, long Unchanged, long Connections)> CountsAsync(CancellationToken ct) => CountsAsync(Port, ct);

    private static async Task<(long Whole, long Unchanged, long Connections)> CountsAsync(int port, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Loopback, port, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync("GET /stats HTTP/1.1\r\nConnection: close\r\n\r\n"u8.ToArray(), ct);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(ct);
        var numbers = text[text.IndexOf("200=", StringComparison.Ordinal)..].Split(' ', '=');
        return (long.Parse(numbers[1], CultureInfo.InvariantCulture), long.Parse(numbers[3], CultureInfo.InvariantCulture), long.Parse(numbers[5], CultureInfo.InvariantCulture));
    }

    /// <summary>CPU milliseconds of a command, its children included.</summary>
    public async Task<double> CpuOfAsync(string command, CancellationToken ct)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"TIMEFORMAT='%U %S'; time {command} >/dev/null 2>&1"]) { RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return said.Trim().Split('\n')[^1].Split(' ').Sum(part => double.Parse(part, CultureInfo.InvariantCulture)) * 1000;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        foreach (var database in databases) await database.DisposeAsync();
        server.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Address(int host) => FormattableString.Invariant($"127.{1 + (host / 60_000)}.{host / 250 % 240}.{1 + (host % 250)}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Another program may have taken the port meanwhile: then the server ends at once.
    private static async Task<bool> AnswersAsync(Process server, int port, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (!server.HasExited && Stopwatch.GetElapsedTime(started) < StartTime)
        {
            try
            {
                await CountsAsync(port, ct);
                return !server.HasExited;
            }
            catch (SocketException)
            {
                await Task.Delay(10, ct);
            }
        }

        if (!server.HasExited) server.Kill();
        await server.WaitForExitAsync(ct);
        server.Dispose();
        return false;
    }

    private static async Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static string Feed()
    {
        var random = new Random(1);
        string[] words = ["circuit", "feature", "model", "probe", "the", "of", "we", "show", "layer", "attention", "head", "and", "that", "sparse", "with", "a"];
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Feed</title><link>http://127.0.0.1/</link>");
        for (var item = 0; item < Items; item++)
        {
            var text = new StringBuilder();
            while (text.Length < ItemCharacters) text.Append(words[random.Next(words.Length)]).Append(' ');
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{text.ToString(0, 60)} {item}</title><link>/p/{item}</link><guid isPermaLink=\"false\">id-{item}</guid><pubDate>Tue, 01 Sep 2026 10:{item:00}:00 GMT</pubDate><dc:creator>Ann Example, Bo Sample</dc:creator><description>&lt;p&gt;{text}&lt;/p&gt;</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}

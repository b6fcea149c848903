using System.Diagnostics;
using System.Globalization;
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
    private readonly string folder;
    private readonly Process server;
    private readonly PoliteHttp http;
    private readonly List<Database> databases = [];

    private FeedWorld(string folder, Process server, int port, int hosts)
    {
        this.folder = folder;
        this.server = server;
        Port = port;
        Hosts = hosts;
        http = new(Options.Create(Settings), TimeProvider.System, NullLogger<PoliteHttp>.Instance, new MemoryHostLedger());
    }

    public int Port { get; }

    public int Hosts { get; }

    public string Folder => folder;

    private static HttpSettings Settings => new() { AllowedPrivateHosts = ["127.0.0.0/8"], Retries = 0 };

    /// <summary>Starts the server.</summary>
    /// <param name="data">Folder that holds <c>feedsrv/srv.c</c>.</param>
    /// <param name="hosts">Number of feeds.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<FeedWorld> StartAsync(DirectoryInfo data, int hosts, CancellationToken ct)
    {
        var home = Directory.CreateTempSubdirectory("hypewatch-feeds-").FullName;
        var feed = Path.Combine(home, "feed.xml");
        await File.WriteAllTextAsync(feed, Feed(), ct);
        var program = Path.Combine(home, "srv");
        await RunAsync("gcc", ["-O2", "-w", "-o", program, Path.Combine(data.FullName, "feedsrv", "srv.c")], ct);
        var port = 20_000 + (Environment.ProcessId % 20_000);
        var started = Process.Start(new ProcessStartInfo(program, [port.ToString(CultureInfo.InvariantCulture), feed, "1200", "0.0.0.0"]) { UseShellExecute = false })!;
        await Task.Delay(500, ct);
        return new(home, started, port, hosts);
    }

    public string Url(int host) => FormattableString.Invariant($"http://127.{1 + (host / 60_000)}.{host / 250 % 240}.{1 + (host % 250)}:{Port}/f/{host}");

    /// <summary>The product's round over all feeds, on a new database.</summary>
    public async Task<PollSources> RoundAsync(CancellationToken ct)
    {
        var directory = new DataDirectory(Directory.CreateDirectory(Path.Combine(folder, FormattableString.Invariant($"data{databases.Count}"))).FullName);
        var stamp = new RunStamp(TimeProvider.System, "bench:1:1");
        var database = new Database(new StorageSettings(), directory, stamp);
        databases.Add(database);
        await new Migrator(database, TimeProvider.System).MigrateAsync(ct);
        var list = new SourceList { Sources = [.. Enumerable.Range(0, Hosts).Select(host => new SourceSettings { Name = FormattableString.Invariant($"feed {host}"), Url = Url(host) })] };
        var catalog = new SourceCatalog(Options.Create(list), Options.Create(Settings), new ConfigurationBuilder().Build(), [new FeedSource(http)]);
        return new(catalog, new SourceHealthStore(database, TimeProvider.System), new Archive(directory.Archive), database, NullLogger<PollSources>.Instance);
    }

    /// <summary>How many answers of each kind the server gave: 200, 304.</summary>
    public async Task<(long Whole, long Unchanged)> CountsAsync(CancellationToken ct)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync("127.0.0.1", Port, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync("GET /stats HTTP/1.1\r\nConnection: close\r\n\r\n"u8.ToArray(), ct);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(ct);
        var numbers = text[text.IndexOf("200=", StringComparison.Ordinal)..].Split(' ', '=');
        return (long.Parse(numbers[1], CultureInfo.InvariantCulture), long.Parse(numbers[3], CultureInfo.InvariantCulture));
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

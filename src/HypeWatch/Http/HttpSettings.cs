using System.Net;

namespace HypeWatch.Http;

/// <summary>Settings of the section <c>Http</c>: how the program behaves on other people's servers.</summary>
public sealed record HttpSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Http";

    /// <summary>The operator's mail address, sent in the User-Agent so that a server's owner can write to him. Sources that require a contact stay off until it is set.</summary>
    public string? ContactAddress { get; set; }

    /// <summary>A page about this installation, sent in the User-Agent; null when there is none.</summary>
    public string? ProjectUrl { get; set; }

    /// <summary>
    /// The user's own servers, as <c>host</c>, <c>host:port</c> or a network such as <c>10.1.0.0/16</c>, that may lie at private or loopback addresses. Every other host must resolve to a public
    /// address. Empty by default.
    /// </summary>
    public IList<string> AllowedPrivateHosts { get; init; } = [];

    /// <summary>Address of a proxy (<c>http://host:port</c>) through which all requests go; null for none. A proxy of the environment is never used.</summary>
    public string? Proxy { get; set; }

    /// <summary>Whether pages that reserve text and data mining (<c>tdm-reservation</c>, <c>noai</c>) are left unread. Default true.</summary>
    public bool HonourOptOuts { get; set; } = true;

    /// <summary>Seconds for which an idle connection is kept for the next request to its host, 1 to 600.</summary>
    public double KeepAliveSeconds { get; set; } = 15;

    /// <summary>Largest body in bytes after decompression, and largest local file; 1 kB to 1 GB. Default 20 MB.</summary>
    public long MaxBodyBytes { get; set; } = 20_000_000;

    /// <summary>Largest header block in kB, 1 to 1024.</summary>
    public int MaxHeaderKilobytes { get; set; } = 64;

    /// <summary>Most redirects that are followed for one address, 0 to 20.</summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Seconds for opening a connection, above 0 to 300.</summary>
    public double ConnectSeconds { get; set; } = 15;

    /// <summary>Seconds for one request from its first byte to the last byte of the body, above 0 to 3600. A server that drips slowly meets this limit.</summary>
    public double DeadlineSeconds { get; set; } = 60;

    /// <summary>How often a request is repeated after 408, 429, 5xx or a lost connection, 0 to 10.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Seconds before the first repetition, 0 to 60; doubled each time, with jitter. A <c>Retry-After</c> of the server goes before it.</summary>
    public double RetryBaseSeconds { get; set; } = 2;

    /// <summary>Longest wait for a repetition in seconds, 0 to 600; a server that asks for more is left alone until then.</summary>
    public double MaxRetryWaitSeconds { get; set; } = 30;

    /// <summary>Seconds between two requests to one host, 0 to 3600. The user's own servers are not made to wait.</summary>
    public double HostDelaySeconds { get; set; } = 1;

    /// <summary>
    /// Seconds between two requests by domain; a domain stands for all hosts below it, which then share one limit. Defaults: <c>arxiv.org</c> 3 (its API, feeds and pages count as
    /// one service), <c>lesswrong.com</c> and <c>alignmentforum.org</c> 3 (the crawl delay of their robots.txt), <c>gdeltproject.org</c> 5 (by its own message), <c>archive.org</c> 3 (24 searches a minute).
    /// </summary>
    public IDictionary<string, double> HostDelays { get; init; } = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["arxiv.org"] = 3,
        ["lesswrong.com"] = 3,
        ["alignmentforum.org"] = 3,
        ["gdeltproject.org"] = 5,
        ["archive.org"] = 3,
    };

    /// <summary>Hours for which a robots.txt is remembered, above 0 to 168. RFC 9309 section 2.4 asks for at most 24.</summary>
    public double RobotsCacheHours { get; set; } = 24;

    /// <summary>The User-Agent: name and version, then the page and the mail address as far as they are set.</summary>
    internal string UserAgent
    {
        get
        {
            var version = typeof(HttpSettings).Assembly.GetName().Version?.ToString(3) ?? "0";
            string[] parts = [.. ((string?[])[ProjectUrl is null ? null : "+" + ProjectUrl, ContactAddress is null ? null : "mailto:" + ContactAddress]).OfType<string>()];
            return parts.Length == 0 ? $"{Robots.ProductToken}/{version}" : $"{Robots.ProductToken}/{version} ({string.Join("; ", parts)})";
        }
    }

    /// <summary>Whether a host is one of the user's own.</summary>
    internal bool IsAllowedPrivate(string host, int port)
    {
        var name = host.Trim('[', ']').TrimEnd('.');
        foreach (var allowed in AllowedPrivateHosts)
        {
            if (Same(allowed, name) || IsWithin(allowed, name)) return true;
            if (allowed.Contains(':', StringComparison.Ordinal) && (Same(allowed, FormattableString.Invariant($"{name}:{port}")) || Same(allowed, FormattableString.Invariant($"[{name}]:{port}")))) return true;
        }

        return false;

        static bool IsWithin(string allowed, string name) =>
            allowed.Contains('/', StringComparison.Ordinal) && IPNetwork.TryParse(allowed, out var network) && IPAddress.TryParse(name, out var address) && network.Contains(address);

        static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
    }
}

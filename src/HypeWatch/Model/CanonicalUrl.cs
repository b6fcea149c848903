using System.Net;
using System.Text.RegularExpressions;

namespace HypeWatch.Model;

/// <summary>
/// The one spelling of an address, by which documents are told apart (sources section 2: identity and URL normalisation). It is a key: it is compared
/// and shown, while requests go to the address as it was found.
/// </summary>
public static partial class CanonicalUrl
{
    private const int MaxUnwrapped = 4;

    private static readonly HashSet<string> TrackingParameters =
        new(StringComparer.OrdinalIgnoreCase) { "fbclid", "gclid", "ref", "ref_src", "mc_cid", "mc_eid" };

    /// <summary>
    /// The canonical address: http raised to https for named hosts, lower-case host without <c>www.</c>, no default port, fragment, tracking parameter,
    /// <c>index.html</c> or trailing slash, the query sorted; known redirectors unwrapped; one form for all addresses of an arXiv paper
    /// (<c>https://arxiv.org/abs/2405.14860</c>), a DOI, an OpenReview forum, a LessWrong or Alignment Forum post, a post on X, a Hacker News item
    /// and a YouTube video. A <c>file:</c> address and anything that is no http(s) address come back trimmed, without other change.
    /// </summary>
    public static string Of(string url) => Of(url, 0);

    /// <summary>
    /// The arXiv identifier without version (<c>2405.14860</c>, <c>hep-th/9901001</c>) that an address or a text such as <c>arXiv:2405.14860v3</c> or
    /// an arXiv DOI names; null when it names none.
    /// </summary>
    public static string? ArxivId(string text)
    {
        var match = ArxivPattern().Match(text);
        if (!match.Success) return null;
        var id = match.Groups["id"].Value;
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        // The subject class of an old identifier is no part of it: math.GT/0309136 is math/0309136.
        return slash < 0 ? id : dot >= 0 && dot < slash ? id[..dot].ToLowerInvariant() + id[slash..] : id[..slash].ToLowerInvariant() + id[slash..];
    }

    /// <summary>The DOI in lower case that an address or text names, without trailing punctuation; null when it names none or names an arXiv paper.</summary>
    public static string? Doi(string text)
    {
        var match = DoiPattern().Match(text.Contains("%2f", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(text) : text);
        if (!match.Success) return null;
        var doi = match.Value.TrimEnd('.', ',', ';', ':', '\'', '"').ToLowerInvariant();
        while (doi.EndsWith(')') && doi.Count(c => c == ')') > doi.Count(c => c == '(')) doi = doi[..^1].TrimEnd('.', ',', ';');
        return doi.StartsWith("10.48550/", StringComparison.Ordinal) ? null : doi;
    }

    private static string Of(string url, int depth)
    {
        var trimmed = url.Trim();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) return trimmed;

        var host = HostOf(uri);
        var query = QueryOf(uri);
        if (depth < MaxUnwrapped && RedirectTarget(host, uri.AbsolutePath, query) is { } target) return Of(target, depth + 1);
        return KnownForm(host, uri.AbsolutePath, query) ?? GenericForm(uri, host, query);
    }

    private static string HostOf(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        return host.StartsWith("www.", StringComparison.Ordinal) && host.Length > 4 ? host[4..] : host;
    }

    private static List<(string Name, string Pair)> QueryOf(Uri uri) =>
    [
        .. from pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
           let name = pair.Split('=', 2)[0]
           where !TrackingParameters.Contains(name) && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
           select (name, pair),
    ];

    private static string? Value(List<(string Name, string Pair)> query, string name)
    {
        var found = query.Find(pair => pair.Name.Equals(name, StringComparison.Ordinal)).Pair;
        return found is null || found.Length <= name.Length + 1 ? null : Uri.UnescapeDataString(found[(name.Length + 1)..]);
    }

    private static string? RedirectTarget(string host, string path, List<(string Name, string Pair)> query)
    {
        var target = (host, path) switch
        {
            ("lesswrong.com" or "alignmentforum.org", "/out") => Value(query, "url"),
            ("google.com", "/url") => Value(query, "q") ?? Value(query, "url"),
            _ => null,
        };
        return Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? target : null;
    }

    private static string? KnownForm(string host, string path, List<(string Name, string Pair)> query)
    {
        switch (host)
        {
            case "arxiv.org" or "export.arxiv.org" or "ar5iv.org" or "ar5iv.labs.arxiv.org" when ArxivId("https://arxiv.org" + path) is { } id:
                return "https://arxiv.org/abs/" + id;
            case "doi.org" or "dx.doi.org":
                return ArxivId(Uri.UnescapeDataString(path[1..])) is { } arxiv ? "https://arxiv.org/abs/" + arxiv : Doi(path) is { } doi ? "https://doi.org/" + doi : null;
            case "openreview.net" when path is "/forum" or "/pdf" && Value(query, "id") is { } forum:
                return "https://openreview.net/forum?id=" + forum;
            case "lesswrong.com" or "alignmentforum.org" or "greaterwrong.com" when ForumPostPattern().Match(path) is { Success: true } post:
                return "https://lesswrong.com/posts/" + post.Groups["id"].Value;
            case "forum.effectivealtruism.org" when ForumPostPattern().Match(path) is { Success: true } post:
                return "https://forum.effectivealtruism.org/posts/" + post.Groups["id"].Value;
            case "x.com" or "twitter.com" or "mobile.twitter.com" or "mobile.x.com" when StatusPattern().Match(path) is { Success: true } status:
                return "https://x.com/i/web/status/" + status.Groups["id"].Value;
            case "news.ycombinator.com" when path == "/item" && Value(query, "id") is { } item:
                return "https://news.ycombinator.com/item?id=" + item;
            case "youtu.be" when path.Length > 1:
                return "https://youtube.com/watch?v=" + path[1..].TrimEnd('/');
            case "youtube.com" or "m.youtube.com":
                return Value(query, "v") is { } video ? "https://youtube.com/watch?v=" + video
                    : VideoPattern().Match(path) is { Success: true } live ? "https://youtube.com/watch?v=" + live.Groups["id"].Value : null;
            default:
                return null;
        }
    }

    private static string GenericForm(Uri uri, string host, List<(string Name, string Pair)> query)
    {
        var path = uri.AbsolutePath;
        if (path.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase)) path = path[..^"index.html".Length];
        if (path.Length > 1 && path.EndsWith('/')) path = path[..^1];
        // A machine on the loopback interface or with a bare address has no certificate: its http stays.
        var named = !IPAddress.TryParse(host.Trim('[', ']'), out _) && host != "localhost";
        var scheme = uri.Scheme == "http" && uri.IsDefaultPort && named ? "https" : uri.Scheme;
        var port = uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}");
        var pairs = string.Join('&', query.Select(pair => pair.Pair).Order(StringComparer.Ordinal));
        var fragment = uri.Fragment.StartsWith("#!", StringComparison.Ordinal) ? uri.Fragment : "";
        return $"{scheme}://{host}{port}{path}{(pairs.Length == 0 ? "" : "?" + pairs)}{fragment}";
    }

    [GeneratedRegex(
        @"(?:arxiv[.:](?:org/)?(?:labs\.arxiv\.org/)?(?:(?:abs|pdf|html|e-print|format|ps)/)?|ar5iv(?:\.labs\.arxiv)?\.org/(?:(?:abs|html)/)?)\s{0,2}(?<id>\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Za-z-]{2,4})?/\d{7})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArxivPattern();

    [GeneratedRegex("""10\.\d{4,9}/[^\s"'<>{}\\^|`\]]{1,200}""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DoiPattern();

    [GeneratedRegex("^/(?:posts|s/[A-Za-z0-9]{17}/p)/(?<id>[A-Za-z0-9]{17})(?:/|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ForumPostPattern();

    [GeneratedRegex(@"/status(?:es)?/(?<id>\d+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StatusPattern();

    [GeneratedRegex("^/(?:live|shorts|embed)/(?<id>[A-Za-z0-9_-]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VideoPattern();
}

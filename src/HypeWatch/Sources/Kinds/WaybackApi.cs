using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Captures of pages in the Wayback Machine, through its CDX server: what a page said before this program first saw it, or after it was lost. The bytes of a capture are read as they
/// were, without the archive's additions.
/// </summary>
internal sealed class WaybackApi : IApi
{
    private static readonly TimeSpan LimitPause = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Kind => "wayback";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://web.archive.org", "addresses of pages whose earlier versions are wanted") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(page => Captures(ask, ApiText.Address(
        ask.Base(Needs.Address!) + "/cdx/search/cdx", ("url", page), ("from", ask.Since.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)), ("filter", "statuscode:200"), ("collapse", "digest"),
        ("showResumeKey", "true"), ("limit", "1000"))));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath switch
    {
        "/cdx/search/cdx" => Captures(ask, request.Url),
        var path when path.StartsWith("/web/", StringComparison.Ordinal) => Capture(request.Url),
        _ => null,
    };

    private static ApiCall Captures(ApiAsk ask, Uri url) => ApiCall.PlainText(new ApiRequest(url), (text, from) =>
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        // After an empty line stands where the list goes on.
        var blank = Array.FindIndex(lines, line => line.Length == 0);
        var resume = blank >= 0 ? lines.Skip(blank).FirstOrDefault(line => line.Length > 0) : null;
        var rows = (blank >= 0 ? lines.Take(blank) : lines).Select(line => line.Split(' ')).ToList();
        if (rows.Exists(row => row.Length < 7)) return ApiPage.Ended(PollState.Broken, "the Wayback Machine answered no list of captures");
        // One capture stands in several lines where it was stored more than once.
        var captures = rows.DistinctBy(row => (row[1], row[2], row[5])).Select(row => Announce(row[1], row[2], row[5]));
        return ApiPage.Of(captures, resume is null ? null : Captures(ask, ApiText.With(from, "resumeKey", Uri.UnescapeDataString(resume))));
    }) with
    {
        Judge = answer => answer.Status == 403 && !answer.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase) ? new(PollState.Broken, "the owner of the site keeps it out of the Wayback Machine")
            : answer.Status == 429 ? new(PollState.RateLimited, "the Wayback Machine was asked too often", RateLimit.Wait(answer, DateTimeOffset.UnixEpoch) ?? LimitPause) : null,
    };

    // The status of a capture is that of the page when it was captured.
    private static ApiCall Capture(Uri url) => new(new ApiRequest(url) { Accept = "*/*" }, body =>
        body.Headers.ContainsKey("Memento-Datetime") && body.Url.AbsolutePath.Split('/', 4) is [_, _, var stamp, var page] ? ApiPage.Of([Announce(stamp.TrimEnd('i', 'd', '_'), page + body.Url.Query, null)]) : ApiPage.Nothing)
    {
        Judge = answer => answer.Headers.ContainsKey("Memento-Datetime") ? ApiEnd.Good : null,
    };

    private static Announced? Announce(string stamp, string page, string? digest) => stamp.Length != 14 || ApiText.Time(stamp) is not { } at ? null : new($"https://web.archive.org/web/{stamp}/{page}", "")
    {
        // A capture says when a page was there, which is no more than the latest day of its publication.
        ReadAt = $"https://web.archive.org/web/{stamp}id_/{page}", Parent = page, Version = digest, Published = new PublicationDate(null, DateOnly.FromDateTime(at.UtcDateTime), DatePrecision.Unknown, "wayback"),
    };
}

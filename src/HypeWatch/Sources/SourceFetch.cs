using HypeWatch.Http;
using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>What all kinds of sources share: reading their address, and making an item of what they found.</summary>
internal static class SourceFetch
{
    private const int LongestTitle = 500;

    /// <summary>Reads the address of a source.</summary>
    /// <exception cref="SourceException">It gave nothing.</exception>
    /// <exception cref="SourceUnchangedException">It gave what it gave last time.</exception>
    public static async Task<HttpAnswer.Fetched> ReadAsync(PoliteHttp http, SourceSettings source, HttpPurpose purpose, CancellationToken ct) =>
        await http.GetAsync(new Uri(source.Url), purpose, source.Memory?.Validators, ct) switch
        {
            HttpAnswer.Fetched fetched when source.Memory?.IsNew(fetched) == false => throw new SourceUnchangedException(),
            HttpAnswer.Fetched fetched => fetched,
            HttpAnswer.NotModified => throw new SourceUnchangedException(),
            HttpAnswer.Gone gone => throw new SourceException(gone.Reason),
            HttpAnswer.Refused refused => throw new SourceException(refused.Reason, null, refused.IsBlock ? PollState.Blocked : PollState.Broken),
            HttpAnswer.TryLater later => throw new SourceException(later.Reason, later.After),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType().Name}."),
        };

    /// <summary>The absolute http(s) address of a link, without fragment; null when it is none.</summary>
    public static Uri? Link(Uri page, string? link)
    {
        if (string.IsNullOrWhiteSpace(link) || link.TrimStart().StartsWith('#')) return null;
        return Uri.TryCreate(page, link.Trim(), out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0
            ? new Uri(url.GetLeftPart(UriPartial.Query))
            : null;
    }

    /// <summary>An item as a source announces it.</summary>
    public static SourceItem Item(SourceSettings source, Uri link, string title, PublicationDate? published, IReadOnlyList<string>? authors)
    {
        var shown = title.Length <= LongestTitle ? title : title[..(char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)];
        return new(link.AbsoluteUri, CanonicalUrl.Of(link.AbsoluteUri), source.Name, new ItemMetadata(
            shown.Length == 0 ? null : shown, authors is { Count: > 0 } ? authors : null, source.Publisher, source.AnnouncedKind, published));
    }
}

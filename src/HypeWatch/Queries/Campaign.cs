using HypeWatch.Model;

namespace HypeWatch.Queries;

/// <summary>From what the time of a post is known.</summary>
public enum PostTimeBasis
{
    /// <summary>It is stated with the post.</summary>
    Stated,
    /// <summary>A source first showed it then; it may have been public some hours before.</summary>
    Seen,
    /// <summary>Only a day is known, or not even that.</summary>
    Day,
}

/// <summary>A text of a release in the order of time.</summary>
/// <param name="Document">The text; its title without the name of a private person.</param>
/// <param name="Relation">How it stands to the release.</param>
/// <param name="Speaker">Who speaks in it; a private person by role.</param>
/// <param name="At">When it was posted, UTC; null where only a day is known.</param>
/// <param name="Basis">From what that is known.</param>
/// <param name="Hours">Hours since the release's own first text, negative before it; null where either time is not known.</param>
/// <param name="Claims">Claims in its current version.</param>
public sealed record CampaignPost(DocumentView Document, DocumentRelation Relation, string Speaker, DateTimeOffset? At, PostTimeBasis Basis, double? Hours, int Claims);

/// <summary>Who posted what about a release around its first day: times, and nothing inferred from them.</summary>
/// <param name="Release">The release.</param>
/// <param name="First">When its own first text with a known time came out; null when no own text has one.</param>
/// <param name="Window">Texts so many hours before and after it are listed, and those of which only the day is known to lie near.</param>
/// <param name="Posts">The texts, in the order of time.</param>
public sealed record Campaign(ReleaseView Release, DateTimeOffset? First, int Window, IReadOnlyList<CampaignPost> Posts)
{
    /// <summary>Orders the texts of a release by time and keeps those within some hours of its own first text.</summary>
    public static Campaign Of(ReleaseView release, IReadOnlyList<CampaignPost> texts, int window)
    {
        var own = texts.Where(post => new ReleaseDocument(post.Document.Id, post.Relation).IsOwn).ToList();
        var first = own.Where(post => post.Basis is PostTimeBasis.Stated).Min(post => post.At) ?? own.Min(post => post.At);
        var days = (int)Math.Ceiling(window / 24.0);
        var (from, to) = first is { } start ? (DateOnly.FromDateTime(start.AddHours(-window).UtcDateTime), DateOnly.FromDateTime(start.AddHours(window).UtcDateTime))
            : (release.Published.NotBefore?.AddDays(-days), release.Published.NotAfter?.AddDays(days));
        var timed = texts.Select(post => post with { Hours = first is { } zero && post.At is { } at ? Math.Round((at - zero).TotalHours, 1) : null });
        return new(
            release, first, window,
            [
                .. timed.Where(post => post.Hours is { } hours ? Math.Abs(hours) <= window : post.Document.Published is { NotBefore: { } earliest, NotAfter: { } latest } && earliest <= to && latest >= from)
                    .OrderBy(post => post.At?.UtcDateTime ?? post.Document.Published.NotBefore?.ToDateTime(default)).ThenBy(post => post.Document.Title, StringComparer.Ordinal)
                    .ThenBy(post => post.Document.Id.Value, StringComparer.Ordinal),
            ]);
    }
}

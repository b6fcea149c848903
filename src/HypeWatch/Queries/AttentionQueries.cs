using System.Collections.Frozen;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>Reads how much a release was noticed, from what the sources announced and counted.</summary>
public sealed class AttentionQueries(Database database)
{
    private static readonly FrozenDictionary<string, AttentionChannel> ByKind = new Dictionary<string, AttentionChannel>(StringComparer.Ordinal)
    {
        ["gdelt"] = AttentionChannel.News, ["google-news"] = AttentionChannel.News,
        ["forum"] = AttentionChannel.Forum, ["hacker-news"] = AttentionChannel.Forum, ["reddit"] = AttentionChannel.Forum,
        ["bluesky"] = AttentionChannel.Social, ["mastodon"] = AttentionChannel.Social, ["x"] = AttentionChannel.Social,
        ["openalex"] = AttentionChannel.Citations, ["semantic-scholar"] = AttentionChannel.Citations, ["crossref"] = AttentionChannel.Citations,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How much a release was noticed.</summary>
    /// <param name="release">The release.</param>
    /// <param name="published">When it became public; sources that were not read since measure nothing.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<ReleaseAttention> OfAsync(ReleaseId release, PublicationDate published, CancellationToken ct)
    {
        var asked = new { Release = release.Value };
        var since = published.NotBefore is { } day ? Instant.Write(day) : null;
        var measured = (await database.QueryAsync("queries/list-measured-kinds", new { Since = since }, row => row.Text("kind"), ct)).Select(kind => OfKind(kind)).OfType<AttentionChannel>().ToHashSet();
        var items = await database.QueryAsync("queries/list-mentions", asked, Mention.Of, ct);
        var channels = items.DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => item.Channel, StringComparer.Ordinal);
        var counts = await database.QueryAsync("queries/list-receptions", asked, Count.Of, ct);
        var (claims, supported, experiments) = await database.FirstAsync("queries/find-release-evidence", asked, row => (row.Int("claims"), row.Int("supported"), row.Int("experiments")), ct);
        return new([.. Enum.GetValues<AttentionChannel>().Select(channel => Read(channel, measured.Contains(channel), items, [.. counts.Where(count => (count.Channel ?? channels.GetValueOrDefault(count.Key)) == channel)]))], claims, supported, experiments);
    }

    private static AttentionChannel? OfKind(string kind) => ByKind.TryGetValue(kind, out var channel) ? channel : null;

    private static ChannelAttention Read(AttentionChannel channel, bool isMeasured, IReadOnlyList<Mention> items, IReadOnlyList<Count> counts)
    {
        // An item keeps its last count on the days on which nobody looked at it.
        Dictionary<string, Count> last = new(StringComparer.Ordinal);
        List<AttentionDay> days = [];
        foreach (var day in counts.GroupBy(count => count.Day))
        {
            foreach (var count in day) last[count.Key] = count;
            if (last.Values.Any(count => count.Score is not null)) days.Add(new(day.Key, last.Values.Sum(count => count.Score ?? 0)));
        }

        long? Total(Func<Count, long?> part) => last.Values.Any(count => part(count) is not null) ? last.Values.Sum(count => part(count) ?? 0) : null;
        return new(channel, isMeasured, items.Count(item => item.Channel == channel && !item.IsOwn), Total(count => count.Score), Total(count => count.Replies), days);
    }

    private sealed record Mention(string Key, AttentionChannel? Channel, bool IsOwn)
    {
        public static Mention Of(Row row) => new(
            row.Text("key"), (row.TextOrNull("source_kind") is { } kind ? OfKind(kind) : null) ?? (row.TextOrNull("doc_kind") is { } document ? ChannelOf(Code<DocumentKind>.Parse(document)) : null),
            row.TextOrNull("relation") is { } relation && Code<DocumentRelation>.Parse(relation) is DocumentRelation.Primary or DocumentRelation.Appendix or DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg);

        private static AttentionChannel? ChannelOf(DocumentKind kind) => kind switch
        {
            DocumentKind.News => AttentionChannel.News,
            DocumentKind.Comment or DocumentKind.Critique => AttentionChannel.Forum,
            DocumentKind.ThirdPartySocial or DocumentKind.PromoSocial => AttentionChannel.Social,
            _ => null,
        };
    }

    private sealed record Count(string Key, AttentionChannel? Channel, DateOnly Day, long? Score, long? Replies)
    {
        public static Count Of(Row row) => new(row.Text("item_key"), row.TextOrNull("source_kind") is { } kind ? OfKind(kind) : null, Instant.ParseDay(row.Text("day"))!.Value, row.LongOrNull("score"), row.LongOrNull("replies"));
    }
}

using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Propagation;
using HypeWatch.Queries;
using HypeWatch.Reading;
using HypeWatch.Archiving;
using HypeWatch.Sources;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Queries;

/// <summary>Attention beside evidence, from what sources announce and count on different days.</summary>
public class AttentionQueriesTests
{
    private static readonly DocumentVersion Paper = Versions.Of("https://lab.example/paper", "Latents are readable. We rated 40 latents.");
    private static readonly Release Release = new(new("rel-1"), "Latents", "Lab", Paper.Document.Published, Coverage.Full, PeerReview.None, [], [new(Paper.Document.Id, DocumentRelation.Primary)]);

    private static SourceItem Item(string url, string source, long? score, long? replies, string? parent = "https://lab.example/paper") =>
        new(url, url, source, new(Parent: parent, Reception: new(score, null, replies)));

    private static async Task PollAsync(TestDatabase test, string name, string kind, params SourceItem[] items)
    {
        var health = new SourceHealthStore(test.Database, test.Time);
        await test.Database.WriteAsync(
            async scope =>
            {
                var added = await ItemQueue.AnnounceAsync(items, scope);
                await health.NoteAsync(new() { Name = name, Kind = kind, Url = "https://source.example" }, new(name, PollState.Read, items, "read"), added, scope);
            },
            CancellationToken.None);
    }

    private static async Task<ReleaseAttention> ReadAsync(DatabaseKind kind, Func<TestDatabase, Task> polls)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        await test.Database.WriteAsync(
            async scope =>
            {
                await new SnapshotStore(test.Database).SaveAsync(new Snapshot(Paper.Snapshot, Versions.Item(Paper.Document.Url), default, Paper.TextSha256, Paper.Text.Length, "text/plain"), scope);
                await new VersionStore(test.Database).SaveAsync(Paper, scope);
                await ReleaseStore.SaveAsync(new(Release, "input"), scope);
            },
            CancellationToken.None);
        await polls(test);
        return await new AttentionQueries(test.Database).OfAsync(Release.Id, Release.FirstPublished, CancellationToken.None);
    }

    private static async Task CountsAsync(DatabaseKind kind)
    {
        var attention = await ReadAsync(kind, async test =>
        {
            await PollAsync(test, "forum", "forum", Item("https://forum.example/1", "forum", 10, 2), Item("https://forum.example/2", "forum", 5, 0), Item("https://forum.example/3", "forum", 99, 9, parent: "https://other.example/"));
            test.Time.Advance(TimeSpan.FromDays(1));
            await PollAsync(test, "forum", "forum", Item("https://forum.example/1", "forum", 30, 4));
        });
        var forum = attention.Channels.Single(channel => channel.Channel == AttentionChannel.Forum);
        Assert.Equal((true, 2, 35L, 4L), (forum.IsMeasured, forum.Mentions, forum.Score!.Value, forum.Replies!.Value));
        Assert.Equal([15L, 35L], forum.OverTime.Select(day => day.Score));
        Assert.Equal(2, attention.Mentions);
    }

    [Fact]
    public Task What_answers_a_document_of_the_release_is_counted_as_it_was_last_seen_with_its_history() => CountsAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task What_answers_a_document_of_the_release_is_counted_on_postgres() => CountsAsync(DatabaseKind.Postgres);

    [Fact]
    public async Task Where_no_source_of_a_kind_was_read_since_the_release_nothing_is_measured()
    {
        var attention = await ReadAsync(DatabaseKind.Sqlite, _ => Task.CompletedTask);
        Assert.All(attention.Channels, channel => Assert.Equal((false, 0, null), (channel.IsMeasured, channel.Mentions, channel.Score)));
        Assert.Equal((null, null), (attention.Mentions, attention.Ratio));
    }

    [Fact]
    public async Task A_measured_channel_without_mentions_is_nought_and_the_others_stay_unmeasured()
    {
        var attention = await ReadAsync(DatabaseKind.Sqlite, test => PollAsync(test, "sky", "bluesky"));
        Assert.Equal([AttentionChannel.Social], attention.Channels.Where(channel => channel.IsMeasured).Select(channel => channel.Channel));
        Assert.Equal(0, attention.Mentions);
    }

    [Fact]
    public void The_ratio_is_undefined_without_claims_on_a_sample() =>
        Assert.Equal((null, 1.5), (new ReleaseAttention([new(AttentionChannel.News, true, 3, null, null, [])], 4, 0, 1).Ratio, new ReleaseAttention([new(AttentionChannel.News, true, 3, null, null, [])], 4, 2, 1).Ratio));
}

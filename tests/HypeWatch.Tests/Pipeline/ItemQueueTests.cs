using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;
using HypeWatch.Tests.Http;

namespace HypeWatch.Tests.Pipeline;

/// <summary>Several processes on one queue.</summary>
public sealed class ItemQueueTests
{
    private const int Items = 12;

    [Fact]
    public Task Two_workers_on_one_SQLite_file_fetch_each_item_once() => EachOnceAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Two_workers_on_one_PostgreSQL_fetch_each_item_once() => EachOnceAsync(DatabaseKind.Postgres);

    // Each worker has its own run, client and turn ledger, as a process of its own has; the list of what is due is read by both before either begins.
    private static async Task EachOnceAsync(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt" ? LoopbackReply.Empty(404) : LoopbackReply.Text("x"));
        SourceItem[] items = [.. Enumerable.Range(0, Items).Select(i => new SourceItem(server.Url($"/{i}").AbsoluteUri, $"item {i}", "test", new ItemMetadata()))];
        RunStamp[] stamps = [new(test.Time, "one:1:1"), new(test.Time, "two:2:2")];
        ItemQueue[] queues = [.. stamps.Select(stamp => new ItemQueue(test.Database, test.Time, stamp))];
        Assert.Equal(Items, await queues[0].AnnounceAsync(items, CancellationToken.None));
        Assert.Equal(0, await queues[1].AnnounceAsync(items, CancellationToken.None));
        var due = await Task.WhenAll(queues.Select(queue => queue.DueAsync(CancellationToken.None)));
        Assert.All(due, list => Assert.Equal(Items, list.Count));

        var settings = PoliteHttpTests.Settings(server) with { HostDelays = new Dictionary<string, double> { ["127.0.0.1"] = 0 } };
        var taken = await Task.WhenAll(queues.Select((queue, worker) => WorkAsync(queue, due[worker], PoliteHttpTests.Http(settings, null, new StoredHostLedger(test.Database, stamps[worker])))));

        Assert.Equal(Items, taken.Sum());
        Assert.Equal(Items, server.PageRequests.Count());
        Assert.Equal(Items, server.PageRequests.Select(request => request.Path).Distinct().Count());
        Assert.All(await queues[0].ListAsync(CancellationToken.None), item => Assert.Equal((ItemState.Done, 1), (item.State, item.Attempts)));
    }

    private static async Task<int> WorkAsync(ItemQueue queue, IReadOnlyList<QueuedItem> due, PoliteHttp http)
    {
        using (http)
        {
            var taken = 0;
            foreach (var queued in due)
            {
                if (!await queue.TakeAsync(queued.Item, onlyDue: true, CancellationToken.None)) continue;
                taken++;
                Assert.IsType<HttpAnswer.Fetched>(await http.GetAsync(new Uri(queued.Item.Url), HttpPurpose.Document, null, CancellationToken.None));
                await queue.FinishAsync(queued.Item, new DocumentOutcome(ItemState.Done), CancellationToken.None);
            }

            return taken;
        }
    }
}

using HypeWatch.App.Tests.Fakes;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Reviews;
using HypeWatch.Storage;
using HypeWatch.Tests.Digests;
using HypeWatch.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.App.Tests.Digests;

public sealed class PublishDigestTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly InstantTime time = new();
    private WebApplication app = null!;

    private Database Database => app.Services.GetRequiredService<Database>();

    private SubscriberStore Readers => app.Services.GetRequiredService<SubscriberStore>();

    public async Task InitializeAsync()
    {
        folder.Write("data/hypewatch.json", """{ "Sources": [] }""");
        var builder = Program.Compose(new Dictionary<string, string?>
        {
            ["DataDirectory"] = folder.Data, ["Digest:BaseUrl"] = "https://watch.example", ["Digest:UnsubscribeKey"] = "a secret of some length", ["Llm:Model"] = "loopback-1", ["Llm:Endpoint"] = "http://127.0.0.1:9/v1", ["Logging:LogLevel:Default"] = "Error",
        });
        builder.Services.AddSingleton<TimeProvider>(time);
        app = builder.Build();
        await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(default);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task In_the_second_week_nothing_is_repeated_what_changed_is_told_and_the_same_week_is_sent_once()
    {
        var flags = await SampleWatch.AddAsync(Database, 1, "northlight", 4, 2);
        await AddReaderAsync("ada@example.org");
        var first = await PublishAsync();
        Assert.Equal((2, 1, 1), (first.Issue.Flags.Items.Count, first.Queued, first.Delivery.Sent));
        Assert.Equal((0, 0), ((await PublishAsync()) is var again ? again.Queued : 0, again.Delivery.Sent));

        time.Advance(TimeSpan.FromDays(7));
        await SampleWatch.ReplaceAsync(Database, [flags[0] with { Confidence = 0.75 }, flags[1]]);
        var quiet = await PublishAsync();
        Assert.Empty(quiet.Issue.Flags.Items);
        Assert.True(quiet.Issue.IsNothingNew);

        time.Advance(TimeSpan.FromDays(7));
        await SampleWatch.ReplaceAsync(Database, [flags[0] with { Status = FlagStatus.Withdrawn }, flags[1] with { Status = FlagStatus.Confirmed }]);
        var changed = await PublishAsync();
        Assert.Equal(flags[1].Id, Assert.Single(changed.Issue.Flags.Items).Flag);
        Assert.Contains("no longer flagged", Assert.Single(changed.Issue.Corrections).Text, StringComparison.Ordinal);
        Assert.StartsWith("1 correction or reply below", changed.Issue.Notes[0], StringComparison.Ordinal);

        time.Advance(TimeSpan.FromDays(7));
        Assert.Empty((await PublishAsync()).Issue.Corrections);
    }

    [Fact]
    public async Task A_reader_gets_what_he_chose_and_the_correction_of_what_he_was_shown_whatever_he_chose_since()
    {
        var north = await SampleWatch.AddAsync(Database, 1, "northlight", 2, 1);
        await SampleWatch.AddAsync(Database, 2, "eastwind", 2, 1);
        var ada = await AddReaderAsync("ada@example.org", new() { Organisations = ["Northlight"] });
        await AddReaderAsync("bob@example.org");
        await PublishAsync();
        Assert.Equal(Both(true, false), await MentionsAsync("ada@example.org", "northlight.example/1", "eastwind.example/2"));
        Assert.Equal(Both(true, true), await MentionsAsync("bob@example.org", "northlight.example/1", "eastwind.example/2"));

        await Readers.PreferAsync(ada, new() { Organisations = ["Eastwind"] }, default);
        time.Advance(TimeSpan.FromDays(7));
        await SampleWatch.ReplaceAsync(Database, [north[0] with { Status = FlagStatus.Reattributed, Asserter = "The Courier" }]);
        await PublishAsync();
        var text = await TextAsync("ada@example.org");
        Assert.Contains("is now put down to The Courier", text, StringComparison.Ordinal);
        Assert.Contains("eastwind.example/2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("eastwind.example/2", await TextAsync("bob@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_reader_begins_where_the_others_are()
    {
        await SampleWatch.AddAsync(Database, 1, "northlight", 2, 1);
        await AddReaderAsync("ada@example.org");
        await PublishAsync();
        time.Advance(TimeSpan.FromDays(7));
        await SampleWatch.AddAsync(Database, 2, "eastwind", 2, 1);
        await AddReaderAsync("new@example.org");
        var report = await PublishAsync();
        Assert.Equal(2, report.Queued);
        Assert.All(await Task.WhenAll(MentionsAsync("ada@example.org", "eastwind.example/2", "northlight.example/1"), MentionsAsync("new@example.org", "eastwind.example/2", "northlight.example/1")), found => Assert.Equal([true, false], found));
        Assert.Single((await app.Services.GetRequiredService<MailLedger>().ListAsync(report.Period.ToString(), null, null, 10, default)).Select(mail => mail.Digest).Distinct());
    }

    [Fact]
    public async Task Readers_of_one_zone_are_sent_to_at_their_time_and_those_of_another_at_theirs()
    {
        await SampleWatch.AddAsync(Database, 1, "northlight", 2, 1);
        await AddReaderAsync("ada@example.org", new() { TimeZone = "Pacific/Auckland" });
        await AddReaderAsync("bob@example.org");
        var publish = app.Services.GetRequiredService<PublishDigest>();
        Assert.Equal(1, (await publish.RunAsync(null, "Pacific/Auckland", default)).Queued);
        Assert.Equal(1, (await publish.RunAsync(null, "", default)).Queued);
        Assert.Equal(0, (await publish.RunAsync(null, null, default)).Queued);
    }

    [Fact]
    public async Task A_flag_of_severity_5_is_told_at_once_only_when_confirmed_to_who_asked_once_a_day()
    {
        var flags = await SampleWatch.AddAsync(Database, 1, "northlight", 2, 1, flag => flag with { Severity = 5 });
        await AddReaderAsync("ada@example.org", new() { Urgent = true });
        await AddReaderAsync("bob@example.org");
        var publish = app.Services.GetRequiredService<PublishDigest>();
        Assert.Equal(0, await publish.RunUrgentAsync(default));
        await SampleWatch.ReplaceAsync(Database, [flags[0] with { Status = FlagStatus.Confirmed }]);
        Assert.Equal(0, await publish.RunUrgentAsync(default));
        var reviews = app.Services.GetRequiredService<ReviewStore>();
        await reviews.AddAsync([.. from reviewer in (string[])["Rita", "Omar"] select new ReviewEntry(flags[0].Id, reviewer, "none", time.GetUtcNow(), ReviewVerdict.Confirm, null, null, null, null)], default);

        Assert.Equal(1, await publish.RunUrgentAsync(default));
        Assert.Equal(0, await publish.RunUrgentAsync(default));
        Assert.Equal(1, (await app.Services.GetRequiredService<MailDelivery>().RunAsync(default)).Sent);
        Assert.Contains("severity 5", await TextAsync("ada@example.org"), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await publish.RunUrgentAsync(default));
    }

    [Fact]
    public async Task Resending_sends_the_kept_digest_under_the_same_message_id()
    {
        await SampleWatch.AddAsync(Database, 1, "northlight", 2, 1);
        await AddReaderAsync("ada@example.org");
        await PublishAsync();
        var before = await MailAsync("ada@example.org");
        var ledger = app.Services.GetRequiredService<MailLedger>();
        Assert.True(await app.Services.GetRequiredService<PublishDigest>().ResendAsync((await ledger.ListAsync(null, null, "ada@example.org", 1, default))[0], default));
        Assert.Equal(1, (await app.Services.GetRequiredService<MailDelivery>().RunAsync(default)).Sent);
        Assert.Equal(Id(before), Id(await MailAsync("ada@example.org")));

        static string Id(string mail) => mail.Split("\r\n").Single(line => line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase));
    }

    private static bool[] Both(params bool[] found) => found;

    private Task<PublishReport> PublishAsync() => app.Services.GetRequiredService<PublishDigest>().RunAsync(null, null, default);

    private Task<Subscriber> AddReaderAsync(string address, ReaderPreferences? wants = null) => Readers.AddAsync(address, wants, true, true, default);

    private async Task<string> MailAsync(string address) =>
        await File.ReadAllTextAsync((await app.Services.GetRequiredService<MailLedger>().ListAsync(null, null, address, 1, default))[0].Answer!);

    private async Task<string> TextAsync(string address) =>
        (await File.ReadAllTextAsync(Path.ChangeExtension((await app.Services.GetRequiredService<MailLedger>().ListAsync(null, null, address, 1, default))[0].Answer!, ".txt"))).ReplaceLineEndings(" ");

    private async Task<bool[]> MentionsAsync(string address, params string[] words)
    {
        var text = await TextAsync(address);
        return [.. words.Select(word => text.Contains(word, StringComparison.Ordinal))];
    }
}

using HypeWatch.Digests;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Http;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Digests.Delivery;

/// <summary>Ledger, readers and delivery over a database of their own.</summary>
internal sealed class MailStage : IAsyncDisposable
{
    public static readonly DigestSettings OnTheWeb = new() { From = "HypeWatch <watch@example.org>", BaseUrl = "https://watch.example", UnsubscribeKey = "a secret of some length" };

    private readonly TestDatabase database;

    private MailStage(TestDatabase database, InstantTime time, DigestSettings digest, SmtpSettings smtp, string process)
    {
        this.database = database;
        Time = time;
        var stamp = new RunStamp(time, process);
        Subscribers = new(database.Database, time);
        Ledger = new(database.Database, time, stamp);
        Tokens = new(digest);
        Writer = new(digest, Tokens);
        Subscribing = new(Subscribers, digest, Writer, Ledger, time);
        Returned = new(Subscribers, Tokens, Ledger);
        Delivery = new(Ledger, Subscribers, smtp, digest, new SmtpRoute(smtp), new FolderRoute(database.Directory), new StoredHostLedger(database.Database, stamp), time);
        (Digest, Smtp) = (digest, smtp);
    }

    public InstantTime Time { get; }

    public DigestSettings Digest { get; }

    public SmtpSettings Smtp { get; }

    public SubscriberStore Subscribers { get; }

    public MailLedger Ledger { get; }

    public SubscriptionTokens Tokens { get; }

    public MailWriter Writer { get; }

    public Subscribing Subscribing { get; }

    public ReturnedMail Returned { get; }

    public MailDelivery Delivery { get; }

    public string Outbox => database.Directory.Outbox;

    public static async Task<MailStage> CreateAsync(SmtpServer? server = null, DigestSettings? digest = null, SmtpSettings? smtp = null, DatabaseKind kind = DatabaseKind.Sqlite) => new(
        await TestDatabase.CreateAsync(kind), new InstantTime(), digest ?? OnTheWeb,
        smtp ?? new() { Host = server is null ? null : "localhost", Port = server?.Port ?? 587, CaFile = server?.CaFile, TimeoutSeconds = 5, MailsPerMinute = 60_000 }, "test:1:1");

    /// <summary>The same database seen by another process.</summary>
    public MailStage Another(string process) => new(database, Time, Digest, Smtp, process);

    public async Task<Subscriber> ReaderAsync(string address) => await Subscribers.AddAsync(address, null, isConfirmed: true, isAskedByReader: true, CancellationToken.None);

    public async Task QueueAsync(params string[] addresses)
    {
        var issue = new DigestComposer(Digest).Compose(SampleDigest.Full);
        var drawn = new DrawnDigest(issue, DigestTextRenderer.Render(issue, new DigestAddresses(Digest).ReadersOwn), "<p>.leading dot and \u00fcml\u00e4ut</p>\n.\n<p>reader-token</p>", ChartPicture.Draw(issue.Chart!));
        foreach (var address in addresses)
            await Ledger.QueueAsync([Writer.Write(MailKind.Weekly, address, await ReaderAsync(address), drawn, issue.MadeAt)], CancellationToken.None);
    }

    public async Task<Mail> MailOfAsync(string address) => (await Ledger.ListAsync(null, null, address, 10, CancellationToken.None))[0];

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

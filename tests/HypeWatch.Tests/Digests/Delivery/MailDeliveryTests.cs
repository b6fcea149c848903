using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Digests.Delivery;

public sealed class MailDeliveryTests
{
    private const string Ada = "ada@example.org", Bob = "bob@example.org";

    [Fact]
    public async Task A_mail_is_sent_once_over_STARTTLS_however_often_delivery_runs()
    {
        await using var server = new SmtpServer();
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada);
        await stage.QueueAsync(Ada);
        Assert.Equal(1, (await stage.Delivery.RunAsync(default)).Sent);
        Assert.Equal(0, (await stage.Delivery.RunAsync(default)).Sent);
        var mail = Assert.Single(server.Mails);
        Assert.Equal(("watch@example.org", Ada), (mail.From, mail.To));
        Assert.Contains("STARTTLS", server.Commands);
        Assert.Equal((MailState.Sent, 1), ((await stage.MailOfAsync(Ada)).State, (await stage.MailOfAsync(Ada)).Attempts));
        Assert.Contains("=C3=BCml=C3=A4ut", mail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Implicit_TLS_and_a_password_work()
    {
        await using var server = new SmtpServer(new() { TlsAtOnce = true, OffersAuth = true });
        await using var stage = await MailStage.CreateAsync(smtp: Settings(server) with { Security = SmtpSecurity.Tls, User = "watch", Password = "secret" });
        await stage.QueueAsync(Ada);
        Assert.Equal(1, (await stage.Delivery.RunAsync(default)).Sent);
        Assert.Contains(server.Commands, command => command.StartsWith("AUTH ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_later_and_less_and_less_often_with_the_same_bytes()
    {
        await using var server = new SmtpServer(new() { OnRecipient = (_, times) => times < 3 ? "451 greylisted, try again" : null });
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada);
        var stored = await stage.Ledger.MessageAsync(await stage.MailOfAsync(Ada), default);
        Assert.Equal((0, 1), ((await stage.Delivery.RunAsync(default)) is var first ? first.Sent : 0, first.Later));
        var waiting = await stage.MailOfAsync(Ada);
        Assert.Equal((MailState.Queued, "451 greylisted, try again"), (waiting.State, waiting.Answer));
        Assert.Equal(new(0, 0, 0, 0, 0, null), await stage.Delivery.RunAsync(default));
        stage.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await stage.Delivery.RunAsync(default)).Later);
        stage.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, (await stage.Delivery.RunAsync(default)).Sent);
        Assert.Equal(stored, Assert.Single(server.Mails).Message);
    }

    [Fact]
    public async Task A_mail_that_is_never_taken_is_given_up_after_days()
    {
        await using var server = new SmtpServer(new() { OnRecipient = (_, _) => "450 busy" });
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada);
        var start = stage.Time.GetUtcNow();
        for (var i = 0; i < 40 && (await stage.MailOfAsync(Ada)).State is MailState.Queued; i++)
        {
            await stage.Delivery.RunAsync(default);
            stage.Time.Advance(TimeSpan.FromHours(25));
        }

        Assert.Equal((MailState.Failed, 11), ((await stage.MailOfAsync(Ada)).State, (await stage.MailOfAsync(Ada)).Attempts));
        Assert.True(stage.Time.GetUtcNow() - start > TimeSpan.FromDays(4));
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", SubscriberState.Bouncing)]
    [InlineData("552 mailbox full", SubscriberState.Active)]
    public async Task A_refused_address_ends_its_mail_and_one_that_does_not_exist_ends_its_subscription(string answer, SubscriberState state)
    {
        await using var server = new SmtpServer(new() { OnRecipient = (to, _) => to == Ada ? answer : null });
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada, Bob);
        var report = await stage.Delivery.RunAsync(default);
        Assert.Equal((1, 1), (report.Sent, report.Failed));
        Assert.Equal((MailState.Failed, answer), ((await stage.MailOfAsync(Ada)).State, (await stage.MailOfAsync(Ada)).Answer));
        Assert.Equal(state, (await stage.Subscribers.FindByAddressAsync(Ada, default))!.State);
        Assert.Equal(Bob, Assert.Single(server.Mails).To);
    }

    [Fact]
    public async Task A_refused_message_does_not_end_a_subscription()
    {
        await using var server = new SmtpServer(new() { OnData = _ => "554 looks like spam" });
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada);
        Assert.Equal(1, (await stage.Delivery.RunAsync(default)).Failed);
        Assert.Equal((SubscriberState.Active, 0), ((await stage.Subscribers.FindByAddressAsync(Ada, default))!.State, (await stage.Subscribers.FindByAddressAsync(Ada, default))!.Bounces));
    }

    [Fact]
    public async Task A_connection_that_breaks_within_the_data_means_not_taken_and_the_next_mail_gets_a_new_one()
    {
        await using var server = new SmtpServer(new() { DropsInData = true });
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada, Bob);
        var report = await stage.Delivery.RunAsync(default);
        Assert.Equal((2, 0), (report.Later + report.Unknown, report.Sent));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_mail_that_was_handed_over_whole_and_never_answered_is_unknown_and_not_sent_again()
    {
        await using var server = new SmtpServer(new() { OnData = _ => "" });
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada);
        Assert.Equal(1, (await stage.Delivery.RunAsync(default)).Unknown);
        stage.Time.Advance(TimeSpan.FromDays(2));
        await stage.Delivery.RunAsync(default);
        Assert.Single(server.Mails);
        Assert.Equal(MailState.Unknown, (await stage.MailOfAsync(Ada)).State);
    }

    [Theory]
    [InlineData("data", MailState.Unknown)]
    [InlineData("connect", MailState.Queued)]
    public async Task A_silent_server_holds_nothing_up_for_longer_than_the_time_of_the_settings(string at, MailState state)
    {
        await using var server = new SmtpServer(new() { SilentAt = at });
        await using var stage = await MailStage.CreateAsync(smtp: Settings(server) with { TimeoutSeconds = 1 });
        await stage.QueueAsync(Ada);
        var report = await stage.Delivery.RunAsync(default);
        Assert.Equal(0, report.Sent);
        Assert.Equal(state, (await stage.MailOfAsync(Ada)).State);
        Assert.Equal(at == "connect", report.Problem is not null);
    }

    [Theory]
    [InlineData(false, "localhost", null, "offers no STARTTLS")]
    [InlineData(true, "other.example", null, "certificate that is not trusted")]
    [InlineData(true, "localhost", "535 no", "did not accept Smtp:User")]
    public async Task A_server_without_protection_trust_or_entry_gets_nothing_and_the_mail_waits(bool tls, string host, string? auth, string problem)
    {
        await using var server = new SmtpServer(new() { OffersStartTls = tls, OffersAuth = true, AuthAnswer = auth }, host);
        await using var stage = await MailStage.CreateAsync(smtp: Settings(server) with { User = "watch", Password = "secret" });
        await stage.QueueAsync(Ada);
        var report = await stage.Delivery.RunAsync(default);
        Assert.Contains(problem, report.Problem, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
        Assert.Equal((MailState.Queued, 0), ((await stage.MailOfAsync(Ada)).State, (await stage.MailOfAsync(Ada)).Attempts));
        if (auth is null) Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_sender_is_the_settings_fault_and_no_readers()
    {
        await using var server = new SmtpServer(new() { OnSender = _ => "553 not yours" });
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada);
        Assert.Contains("Digest:From", (await stage.Delivery.RunAsync(default)).Problem, StringComparison.Ordinal);
        Assert.Equal(MailState.Queued, (await stage.MailOfAsync(Ada)).State);
    }

    [Fact]
    public async Task Whoever_leaves_between_the_note_and_the_hand_over_gets_nothing()
    {
        await using var server = new SmtpServer();
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada, Bob);
        await stage.Subscribers.UnsubscribeAsync((await stage.Subscribers.FindByAddressAsync(Ada, default))!, default);
        var report = await stage.Delivery.RunAsync(default);
        Assert.Equal((1, 1), (report.Sent, report.Cancelled));
        Assert.Equal(Bob, Assert.Single(server.Mails).To);
    }

    [Fact]
    public Task Two_processes_on_one_sqlite_file_send_each_mail_once() => TwoAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Two_processes_on_one_postgres_send_each_mail_once() => TwoAsync(DatabaseKind.Postgres);

    [Fact]
    public async Task A_mail_whose_process_died_in_the_hand_over_is_called_unknown_after_its_lease()
    {
        await using var server = new SmtpServer();
        await using var stage = await MailStage.CreateAsync(server);
        await stage.QueueAsync(Ada);
        var dead = stage.Another("dead:1:1");
        Assert.True(await dead.Ledger.TakeAsync(await stage.MailOfAsync(Ada), TimeSpan.FromSeconds(10), default));
        Assert.Equal(0, (await stage.Delivery.RunAsync(default)).Unknown);
        stage.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(1, (await stage.Delivery.RunAsync(default)).Unknown);
        Assert.Empty(server.Mails);
        Assert.False(await dead.Ledger.SettleAsync(await stage.MailOfAsync(Ada), MailState.Sent, stage.Time.GetUtcNow(), "late"));
    }

    [Fact]
    public async Task The_servers_pace_is_kept()
    {
        await using var server = new SmtpServer();
        await using var stage = await MailStage.CreateAsync(smtp: Settings(server) with { MailsPerMinute = 60 });
        await stage.QueueAsync(Ada, Bob, "eve@example.org");
        var start = stage.Time.GetUtcNow();
        Assert.Equal(3, (await stage.Delivery.RunAsync(default)).Sent);
        Assert.InRange(stage.Time.GetUtcNow() - start, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Without_a_server_mails_become_files_with_text_and_html_beside_them()
    {
        await using var stage = await MailStage.CreateAsync();
        await stage.QueueAsync(Ada);
        Assert.Equal(1, (await stage.Delivery.RunAsync(default)).Sent);
        var files = Directory.EnumerateFiles(stage.Outbox, "*", SearchOption.AllDirectories).Select(Path.GetExtension).Order(StringComparer.Ordinal);
        Assert.Equal([".eml", ".html", ".txt"], files);
        Assert.EndsWith(".eml", (await stage.MailOfAsync(Ada)).Answer, StringComparison.Ordinal);
    }

    private static SmtpSettings Settings(SmtpServer server) => new() { Host = "localhost", Port = server.Port, CaFile = server.CaFile, TimeoutSeconds = 5, MailsPerMinute = 60_000 };

    private static async Task TwoAsync(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        await using var stage = await MailStage.CreateAsync(server, kind: kind);
        var readers = Enumerable.Range(1, 30).Select(i => $"reader{i}@example.org").ToArray();
        await stage.QueueAsync(readers);
        var reports = await Task.WhenAll(stage.Delivery.RunAsync(default), stage.Another("test:2:2").Delivery.RunAsync(default));
        Assert.Equal(readers.Length, reports.Sum(report => report.Sent));
        Assert.Equal(readers.Order(StringComparer.Ordinal), server.Mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
    }
}

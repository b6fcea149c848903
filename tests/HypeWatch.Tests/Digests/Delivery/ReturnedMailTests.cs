using System.Text;
using HypeWatch.Digests.Subscribers;

namespace HypeWatch.Tests.Digests.Delivery;

public sealed class ReturnedMailTests
{
    private const string Ada = "ada@example.org";

    [Theory]
    [InlineData("failed", "5.1.1", SubscriberState.Bouncing, 1)]
    [InlineData("failed", "5.2.2", SubscriberState.Active, 1)]
    [InlineData("delayed", "4.4.1", SubscriberState.Active, 0)]
    public async Task A_report_of_failed_delivery_ends_the_subscription_of_an_address_that_does_not_exist(string action, string status, SubscriberState state, int bounces)
    {
        await using var stage = await MailStage.CreateAsync();
        await stage.QueueAsync(Ada);
        await ReadAsync(stage, Report(Ada, action, status));
        var reader = (await stage.Subscribers.FindByAddressAsync(Ada, default))!;
        Assert.Equal((state, bounces), (reader.State, reader.Bounces));
    }

    [Fact]
    public async Task The_third_refusal_in_a_row_ends_a_subscription_and_a_taken_mail_begins_anew()
    {
        await using var stage = await MailStage.CreateAsync();
        await stage.QueueAsync(Ada);
        for (var i = 0; i < 2; i++) await ReadAsync(stage, Report(Ada, "failed", "5.2.2"));
        await stage.Delivery.RunAsync(default);
        Assert.Equal(0, (await stage.Subscribers.FindByAddressAsync(Ada, default))!.Bounces);
        for (var i = 0; i < 3; i++) await ReadAsync(stage, Report(Ada, "failed", "5.2.2"));
        Assert.Equal(SubscriberState.Bouncing, (await stage.Subscribers.FindByAddressAsync(Ada, default))!.State);
    }

    [Fact]
    public async Task A_report_about_somebody_who_was_sent_nothing_changes_nothing()
    {
        await using var stage = await MailStage.CreateAsync();
        await stage.ReaderAsync(Ada);
        Assert.Empty(await ReadAsync(stage, Report(Ada, "failed", "5.1.1")));
        Assert.Equal(SubscriberState.Active, (await stage.Subscribers.FindByAddressAsync(Ada, default))!.State);
    }

    [Theory]
    [InlineData(true, SubscriberState.Unsubscribed)]
    [InlineData(false, SubscriberState.Active)]
    public async Task A_mail_unsubscribes_only_with_the_readers_own_token(bool isOwn, SubscriberState state)
    {
        await using var stage = await MailStage.CreateAsync();
        var (ada, eve) = (await stage.ReaderAsync(Ada), await stage.ReaderAsync("eve@example.org"));
        var token = stage.Tokens.Make(TokenScope.Reader, ada)!;
        if (!isOwn) token = ada.Id + stage.Tokens.Make(TokenScope.Reader, eve)![eve.Id.Length..];
        await ReadAsync(stage, $"From: {Ada}\r\nTo: watch@example.org\r\nSubject: Unsubscribe {token}\r\n\r\n\r\n");
        Assert.Equal(state, (await stage.Subscribers.FindByAddressAsync(Ada, default))!.State);
    }

    [Fact]
    public async Task Who_left_is_not_brought_back_by_a_list_but_by_asking_anew()
    {
        await using var stage = await MailStage.CreateAsync();
        await stage.Subscribers.UnsubscribeAsync(await stage.ReaderAsync(Ada), default);
        Assert.Equal(SubscriberState.Unsubscribed, (await stage.Subscribing.AddAsync(Ada, null, true, isAskedByReader: false, default)).State);
        Assert.Equal(SubscriberState.Pending, (await stage.Subscribing.AddAsync("Ada <ADA@example.org>", null, false, isAskedByReader: true, default)).State);
        Assert.Single(await stage.Subscribers.ListAsync(default));
    }

    private static Task<IReadOnlyList<Subscriber>> ReadAsync(MailStage stage, string mail) => stage.Returned.ReadAsync(Encoding.ASCII.GetBytes(mail), default);

    private static string Report(string address, string action, string status) => $"""
        From: MAILER-DAEMON@relay.example
        To: watch@example.org
        Subject: Undelivered
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example

        Final-Recipient: rfc822; {address}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 no

        --b--

        """.ReplaceLineEndings("\r\n");
}

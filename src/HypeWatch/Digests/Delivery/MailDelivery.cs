using HypeWatch.Digests.Subscribers;
using HypeWatch.Http;

namespace HypeWatch.Digests.Delivery;

/// <summary>What a delivery did.</summary>
/// <param name="Sent">Taken by the server or written to the folder.</param>
/// <param name="Later">To be tried again.</param>
/// <param name="Failed">Refused for good.</param>
/// <param name="Unknown">Of which nobody can know, those of processes that died included.</param>
/// <param name="Cancelled">Whose reader had left.</param>
/// <param name="Problem">Why nothing could leave; null when nothing stood in the way.</param>
public sealed record DeliveryReport(int Sent, int Later, int Failed, int Unknown, int Cancelled, string? Problem);

/// <summary>Sends what the ledger holds due. Any number of processes may do so at once.</summary>
public sealed class MailDelivery(
    MailLedger ledger, SubscriberStore subscribers, SmtpSettings smtp, DigestSettings digest, SmtpRoute server, FolderRoute folder, IHostLedger turns, TimeProvider time)
{
    private const int Batch = 100;

    // A busy or greylisting server is asked again soon, one in trouble less and less often; after these steps, some five days, a mail is given up.
    private static readonly TimeSpan[] Ladder =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
        TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(1),
    ];

    /// <summary>Sends until nothing more is due.</summary>
    public async Task<DeliveryReport> RunAsync(CancellationToken ct)
    {
        var report = new DeliveryReport(0, 0, 0, await ledger.SweepAsync(ct), 0, null);
        await using var open = new Sessions(smtp, server, folder);
        try
        {
            while (await ledger.DueAsync(Batch, ct) is { Count: > 0 } due)
            {
                var before = report;
                foreach (var mail in due) report = await DeliverAsync(mail, open, report, ct);
                // All were another process's: it sends them.
                if (report == before) break;
            }

            return report;
        }
        catch (RouteException closed)
        {
            return report with { Problem = closed.Message };
        }
    }

    private async Task<DeliveryReport> DeliverAsync(Mail mail, Sessions open, DeliveryReport report, CancellationToken ct)
    {
        if (await WhyNotAsync(mail, ct) is { } why) return await ledger.CancelAsync(mail, why, ct) ? report with { Cancelled = report.Cancelled + 1 } : report;
        var session = await open.ForAsync(mail, ct);
        if (smtp.Host is { } host && mail.Recipient != DigestSettings.Nobody) await PaceAsync(host, ct);
        // Twice the longest hand-over: whoever has not noted its end by then is dead.
        if (!await ledger.TakeAsync(mail, TimeSpan.FromSeconds(2 * smtp.TimeoutSeconds), ct)) return report;
        SendResult result;
        try
        {
            result = await session.SendAsync(mail, await ledger.MessageAsync(mail, CancellationToken.None), ct);
        }
        catch (RouteException closed)
        {
            await ledger.SettleAsync(mail, MailState.Queued, time.GetUtcNow() + Ladder[0], closed.Message);
            throw;
        }

        return await NoteAsync(mail, result, report);
    }

    private async Task<DeliveryReport> NoteAsync(Mail mail, SendResult result, DeliveryReport report)
    {
        var now = time.GetUtcNow();
        switch (result)
        {
            case SendResult.Taken:
                await ledger.SettleAsync(mail, MailState.Sent, now, result.Answer);
                await subscribers.AcceptedAsync(mail.Recipient, CancellationToken.None);
                return report with { Sent = report.Sent + 1 };
            case SendResult.Later when mail.Attempts < Ladder.Length:
                await ledger.SettleAsync(mail, MailState.Queued, now + Ladder[mail.Attempts], result.Answer);
                return report with { Later = report.Later + 1 };
            case SendResult.Unheard:
                await ledger.SettleAsync(mail, MailState.Unknown, now, result.Answer);
                return report with { Unknown = report.Unknown + 1 };
            default:
                await ledger.SettleAsync(mail, MailState.Failed, now, result.Answer);
                if (result is SendResult.Refused { IsRecipient: true } refused) await subscribers.BouncedAsync(mail.Recipient, refused.IsGone, CancellationToken.None);
                return report with { Failed = report.Failed + 1 };
        }
    }

    // The reader may have left since the mail was noted.
    private async Task<string?> WhyNotAsync(Mail mail, CancellationToken ct)
    {
        var reader = await subscribers.FindByAddressAsync(mail.Recipient, ct);
        if (mail.Kind is MailKind.Confirmation) return reader?.State is SubscriberState.Pending ? null : "nothing to confirm any more";
        if (reader is not null) return reader.State is SubscriberState.Active ? null : $"the reader is {reader.State.ToString().ToLowerInvariant()}";
        return mail.Recipient == DigestSettings.Nobody || digest.Recipients.Select(SubscriberStore.Bare).Contains(mail.Recipient) ? null : "no longer a recipient";
    }

    // The pace is the server's, over all processes: a turn in the database, as for every other host.
    private async Task PaceAsync(string host, CancellationToken ct)
    {
        var pause = TimeSpan.FromMinutes(1) / smtp.MailsPerMinute;
        var service = $"smtp {host.ToLowerInvariant()}";
        while (true)
        {
            var now = time.GetUtcNow();
            var (standing, isTaken) = await turns.TryTakeAsync(service, now, now.AddSeconds(10), ct);
            if (isTaken)
            {
                await turns.GiveBackAsync(service, now + pause, CancellationToken.None);
                return;
            }

            var left = standing.FreeAt - now;
            await Task.Delay(left < TimeSpan.FromMilliseconds(5) ? TimeSpan.FromMilliseconds(5) : left, time, ct);
        }
    }

    /// <summary>Connections, opened when the first mail needs them.</summary>
    private sealed class Sessions(SmtpSettings smtp, SmtpRoute server, FolderRoute folder) : IAsyncDisposable
    {
        private IMailSession? connection;

        public async Task<IMailSession> ForAsync(Mail mail, CancellationToken ct) =>
            smtp.Host is null || mail.Recipient == DigestSettings.Nobody ? folder : connection ??= await server.OpenAsync(ct);

        public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}

using HypeWatch.Digests;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Pipeline;

/// <summary>What a digest run did.</summary>
/// <param name="Period">The week.</param>
/// <param name="Issue">The digest with everything, as kept.</param>
/// <param name="Queued">Mails noted now; those of recipients who were noted before are not counted.</param>
/// <param name="Delivery">What became of the mails that were due.</param>
public sealed record PublishReport(DigestPeriod Period, DigestIssue Issue, int Queued, DeliveryReport Delivery);

/// <summary>
/// The map of a digest: gather once, compose for each group of readers who chose the same and had the same before, draw, note in the ledger, deliver. Run again,
/// it goes on where it stopped: what was composed for a period stays as it is.
/// </summary>
public sealed class PublishDigest(
    GatherDigest gather, PeriodQueries periods, DigestStore digests, SubscriberStore subscribers, DigestComposer composer, DigestDrawing drawing, MailWriter writer, MailLedger ledger,
    MailDelivery delivery, DigestSettings settings, TimeProvider time)
{
    // Mails noted in one transaction.
    private const int Batch = 50;

    private sealed record Reader(string Address, string Bare, Subscriber? Subscriber)
    {
        public ReaderPreferences Preferences { get; } = Subscriber?.Preferences ?? new();
    }

    /// <summary>The digest with everything: the kept one of a period, or else composed from what is known now without keeping it.</summary>
    public async Task<DigestIssue> PreviewAsync(DigestPeriod? period, CancellationToken ct)
    {
        var week = period ?? DigestPeriod.Of(time.GetUtcNow());
        return await digests.FindAsync(DigestStore.IdOf(week.ToString()), ct) ?? await ComposeAsync(week, ct);
    }

    /// <summary>Composes, notes and delivers the digest of a period.</summary>
    /// <param name="period">The week; null for the present one.</param>
    /// <param name="zone">Only readers of this time zone; null for all. Recipients of the settings belong to the schedule's own zone, the empty name.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<PublishReport> RunAsync(DigestPeriod? period, string? zone, CancellationToken ct)
    {
        var week = period ?? DigestPeriod.Of(time.GetUtcNow());
        var readers = await ReadersAsync(zone, ct);
        var generalId = DigestStore.IdOf(week.ToString());
        var history = new ReadingHistory(await digests.ShownAsync(week.ToString(), ct));
        DigestInput? input = null;

        var general = await digests.FindAsync(generalId, ct);
        if (general is null)
        {
            input = await gather.RunAsync(week, time.GetUtcNow(), ct);
            general = composer.Compose(await WithHistoryAsync(input, history.GeneralKeys, ct));
            await digests.SaveAsync(generalId, general, "", ct);
        }

        var queued = 0;
        var received = await digests.ReceivedAsync(ct);
        foreach (var group in readers.GroupBy(reader => (reader.Preferences.Edition, History: history.NameOf(received[reader.Bare]))))
        {
            var id = DigestStore.IdOf(week.ToString(), group.Key.Edition, group.Key.History);
            var issue = group.Key is { Edition: "", History: "" } ? general : await digests.FindAsync(id, ct);
            if (issue is null)
            {
                input ??= await gather.RunAsync(week, time.GetUtcNow(), ct);
                issue = composer.Compose(await WithHistoryAsync(input.For(group.First().Preferences) with { PageId = id }, history.KeysOf(received[group.First().Bare]), ct));
                await digests.SaveAsync(id, issue, group.Key.Edition.Length == 0 ? "all" : group.Key.Edition, ct);
            }

            if (issue.IsDue) queued += await QueueAsync(MailKind.Weekly, ReferenceEquals(issue, general) ? generalId : id, issue, group, ct);
        }

        return new(week, general, queued, await delivery.RunAsync(ct));
    }

    /// <summary>Tells the readers who asked for it of flags of severity 5 that were confirmed, at most once a day.</summary>
    public async Task<int> RunUrgentAsync(CancellationToken ct)
    {
        var readers = (await ReadersAsync(null, ct)).Where(reader => reader.Preferences.Urgent).ToList();
        if (readers.Count == 0) return 0;
        var now = time.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var name = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var id = DigestStore.IdOf(name);
        var issue = await digests.FindAsync(id, ct);
        if (issue is null)
        {
            issue = composer.ComposeUrgent(await gather.RunAsync(DigestPeriod.Of(now), now, ct) with { AlreadyShown = new ReadingHistory(await digests.ShownAsync(name, ct)).UrgentKeys }, day);
            if (!issue.IsDue) return 0;
            await digests.SaveAsync(id, issue, DigestStore.Urgent, ct);
        }

        return await QueueAsync(MailKind.Urgent, id, issue, readers, ct);
    }

    /// <summary>Sends a mail of the ledger again, drawn anew from the kept digest; false when it carries none, or is on its way.</summary>
    public async Task<bool> ResendAsync(Mail mail, CancellationToken ct)
    {
        if (mail.Digest is not { } id || await digests.FindAsync(id, ct) is not { } issue) return false;
        var drawn = await drawing.DrawAsync(issue);
        return await ledger.RequeueAsync(mail, writer.Write(mail.Kind, mail.Recipient, await subscribers.FindByAddressAsync(mail.Recipient, ct), drawn, time.GetUtcNow()).Message, ct);
    }

    private async Task<DigestIssue> ComposeAsync(DigestPeriod week, CancellationToken ct)
    {
        var history = new ReadingHistory(await digests.ShownAsync(week.ToString(), ct));
        return composer.Compose(await WithHistoryAsync(await gather.RunAsync(week, time.GetUtcNow(), ct), history.GeneralKeys, ct));
    }

    private async Task<int> QueueAsync(MailKind kind, string digest, DigestIssue issue, IEnumerable<Reader> readers, CancellationToken ct)
    {
        var drawn = await drawing.DrawAsync(issue);
        var queued = 0;
        foreach (var some in readers.Chunk(Batch))
            queued += await ledger.QueueAsync([.. some.Select(reader => writer.Write(kind, reader.Address, reader.Subscriber, drawn, issue.MadeAt) with { Digest = digest })], ct);
        return queued;
    }

    // Corrections go to whoever was shown the flag, whatever they chose since.
    private async Task<DigestInput> WithHistoryAsync(DigestInput input, HashSet<string> keys, CancellationToken ct)
    {
        var history = new ShownHistory(keys);
        var corrections = from flag in await periods.CorrectedAsync(ct)
                          where history.FlagIds.Contains(flag.Id)
                          select new DigestCorrection(KindOf(flag.Status), Words(flag), flag.Claim, flag.Url, $"correction|{flag.Id}|{flag.Status.ToCode()}");
        return input with { AlreadyShown = keys, Corrections = [.. corrections, .. input.Corrections] };
    }

    private static CorrectionKind KindOf(FlagStatus status) => status switch
    {
        FlagStatus.SupersededFixed => CorrectionKind.FixedByLaterVersion,
        FlagStatus.Reattributed => CorrectionKind.Reattributed,
        _ => CorrectionKind.Withdrawn,
    };

    private static string Words(CorrectedFlag flag) => (flag.Quote is { } quote ? $"“{quote}”" : "a release as a whole") + flag.Status switch
    {
        FlagStatus.Reattributed => $", shown in an earlier digest, is now put down to {flag.Asserter}.",
        FlagStatus.SupersededFixed => ", shown in an earlier digest, reads otherwise in a later version.",
        _ => ", shown in an earlier digest, is no longer flagged.",
    };

    private async Task<IReadOnlyList<Reader>> ReadersAsync(string? zone, CancellationToken ct)
    {
        var known = await subscribers.ListAsync(ct);
        var addresses = known.Select(subscriber => subscriber.Address).ToHashSet(StringComparer.Ordinal);
        var own = settings.Recipients.Select(address => new Reader(address, SubscriberStore.Bare(address), null)).Where(reader => !addresses.Contains(reader.Bare)).ToList();
        List<Reader> all = [.. own, .. known.Where(subscriber => subscriber.State is SubscriberState.Active).Select(subscriber => new Reader(subscriber.Address, subscriber.Address, subscriber))];
        if (all.Count == 0 && known.Count == 0) all.Add(new(DigestSettings.Nobody, DigestSettings.Nobody, null));
        return zone is null ? all : [.. all.Where(reader => (reader.Preferences.TimeZone ?? "") == zone)];
    }
}

using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Sources.Watching;
using HypeWatch.Storage;

namespace HypeWatch.Sources;

/// <summary>One day of a source.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Polls">Looks.</param>
/// <param name="Failures">Looks that failed.</param>
/// <param name="NewItems">Items announced for the first time.</param>
public sealed record SourceDay(DateOnly Day, int Polls, int Failures, int NewItems);

/// <summary>An event with its source and time.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Event">What happened.</param>
/// <param name="At">When it was seen.</param>
public sealed record StoredSourceEvent(string Source, SourceEvent Event, DateTimeOffset At);

/// <summary>Keeps how the sources have been doing, and what each announced.</summary>
public sealed class SourceHealthStore(Database database, TimeProvider time)
{
    // Longer than any look takes; a process that dies leaves its sources to others after it.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);
    private const int RememberedDays = 210;

    /// <summary>Takes sources for this process, so that no two look at one source at once.</summary>
    /// <param name="sources">The sources that are on.</param>
    /// <param name="asksAll">Whether their own times do not count.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>Those that were taken, each with what the last look left behind.</returns>
    public async Task<IReadOnlyList<SourceSettings>> TakeAsync(IReadOnlyList<SourceSettings> sources, bool asksAll, CancellationToken ct)
    {
        List<SourceSettings> taken = [];
        if (sources.Count == 0) return taken;
        var now = time.GetUtcNow();
        await database.WriteAsync(
            async scope =>
            {
                foreach (var source in sources)
                {
                    var rows = await scope.QueryAsync(
                        "sources/take-poll",
                        new { source.Name, source.Kind, source.Url, Now = Instant.Write(now), LeaseUntil = Instant.Write(now + Lease), AsksAll = asksAll ? 1 : 0 },
                        row => row.TextOrNull("settings_sha256") == Fingerprint(source)
                            ? new PollMemory(
                                row.TextOrNull("etag") is null && row.TextOrNull("last_modified") is null ? null : new(row.TextOrNull("etag"), row.TextOrNull("last_modified")), row.TextOrNull("body_sha256"))
                            : new PollMemory(null, null));
                    if (rows is [var memory, ..]) taken.Add(source with { Memory = memory });
                }
            },
            ct);
        return taken;
    }

    /// <summary>Gives sources back that were taken and not looked at.</summary>
    public Task GiveBackAsync(IEnumerable<SourceSettings> sources, CancellationToken ct) =>
        database.WriteAsync(scope => scope.ExecuteManyAsync("sources/give-poll-back", sources, source => new { source.Name }), ct);

    /// <summary>Notes a look: what it found against what was known, how the source is, and when the next look is due.</summary>
    /// <param name="source">The source as it was taken.</param>
    /// <param name="poll">How the look ended.</param>
    /// <param name="newItems">Items that were not known from any source before.</param>
    /// <param name="scope">The transaction.</param>
    /// <returns>What happened to the announced items.</returns>
    public async Task<IReadOnlyList<SourceEvent>> NoteAsync(SourceSettings source, SourcePoll poll, int newItems, WriteScope scope)
    {
        var now = time.GetUtcNow();
        var standing = await scope.QueryAsync("sources/find-standing", new { source.Name }, row => (Failures: row.Int("failures_in_row"), State: row.TextOrNull("state"), Reason: row.TextOrNull("state_reason")));
        var before = standing is [var known, ..] ? known : default;
        // An empty list of what passes the filters says nothing; that the source itself is empty does.
        var isTold = poll.IsWhole && (poll.State is PollState.Read || (poll.State is PollState.Empty && poll.Memory?.Held is null or 0));
        var look = isTold ? await CompareAsync(source, poll, now, scope) : new([], [], null);
        // What was not right about the last answer is not right about the same answer either.
        var suspicious = SourceStandingKind.Suspicious.ToCode();
        var doubt = look.Doubt ?? (poll.State is PollState.Unchanged && before.State == suspicious ? before.Reason : Canary(source, poll));

        var days = await scope.QueryAsync("sources/list-days", new { source.Name, From = DayText(now.AddDays(-RememberedDays)) }, MapDay);
        var windows = Windows(days, now);
        var isWhole = days is [var first, ..] && first.Day <= DateOnly.FromDateTime(now.UtcDateTime).AddDays(-SourceStanding.WindowDays);
        var (kind, reason) = SourceStanding.Of(poll, doubt, windows.Present + newItems, isWhole, SourceStanding.Band(source, windows.Past));
        var failures = poll.IsRead ? 0 : before.Failures + 1;
        var pause = PollCadence.Pause(source, isWhole ? (windows.Present + newItems) / (double)SourceStanding.WindowDays : null, failures, poll.RetryAfter, Jitter(source, now));
        await scope.ExecuteAsync("sources/note-poll", new
        {
            source.Name, source.Kind, source.Url, Succeeded = poll.IsRead ? 1 : 0, ItemCount = poll.State is PollState.Unchanged ? (int?)null : poll.Items.Count, Outcome = poll.Reason,
            poll.Memory?.Validators?.ETag, poll.Memory?.Validators?.LastModified, BodySha256 = poll.Memory?.Sha256, SettingsSha256 = Fingerprint(source), IsRemembered = poll.Memory is null ? 0 : 1,
            NewItems = newItems, NextAttemptAt = Instant.Write(now + pause), State = kind.ToCode(), StateReason = reason, IsEmpty = poll.State is PollState.Empty ? 1 : 0,
        });
        await scope.ExecuteAsync("sources/note-day", new { source.Name, Day = DayText(now), Succeeded = poll.IsRead ? 1 : 0, NewItems = newItems });
        return look.Events;
    }

    /// <summary>All sources that were ever polled.</summary>
    public Task<IReadOnlyList<SourceHealth>> ListAsync(CancellationToken ct) => database.QueryAsync(
        "sources/list-polls",
        null,
        row => new SourceHealth(
            row.Text("name"), row.Text("kind"), row.Text("url"), At(row, "last_polled_at"), At(row, "last_success_at"), row.IntOrNull("last_item_count") ?? 0,
            row.TextOrNull("last_outcome") ?? "", row.Int("failures_in_row"))
        {
            State = row.TextOrNull("state") is null ? null : row.Code<SourceStandingKind>("state"), StateReason = row.TextOrNull("state_reason"), LastNewAt = At(row, "last_new_at"),
            NextAttemptAt = At(row, "next_attempt_at"), EmptyInRow = row.Int("empty_in_row"),
        },
        ct);

    /// <summary>When a source is looked at next; null when it was never taken.</summary>
    public async Task<DateTimeOffset?> NextAttemptAsync(string source, CancellationToken ct) =>
        await database.FirstAsync("sources/find-next-attempt", new { Name = source }, row => At(row, "next_attempt_at"), ct);

    /// <summary>The last days of a source, oldest first.</summary>
    public Task<IReadOnlyList<SourceDay>> DaysAsync(string source, CancellationToken ct) =>
        database.QueryAsync("sources/list-days", new { Name = source, From = DayText(time.GetUtcNow().AddDays(-RememberedDays)) }, MapDay, ct);

    /// <summary>The last events, newest first.</summary>
    /// <param name="source">Of one source; null for all.</param>
    /// <param name="limit">Most that are given.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<IReadOnlyList<StoredSourceEvent>> EventsAsync(string? source, int limit, CancellationToken ct) => database.QueryAsync(
        "sources/list-events",
        new { Name = source, Limit = limit },
        row => new StoredSourceEvent(
            row.Text("source"), new(row.Code<SourceEventKind>("kind"), row.Text("key"), row.TextOrNull("before_text"), row.TextOrNull("after_text"), row.TextOrNull("reason") ?? ""), row.Instant("at")),
        ct);

    /// <summary>What is usual for a source.</summary>
    public static ItemBand? BandOf(SourceSettings source, IReadOnlyList<SourceDay> days, DateTimeOffset now) => SourceStanding.Band(source, Windows(days, now).Past);

    private static async Task<LookResult> CompareAsync(SourceSettings source, SourcePoll poll, DateTimeOffset now, WriteScope scope)
    {
        var known = await scope.QueryAsync(
            "sources/list-announcements",
            new { source.Name },
            row => new KnownItem(
                row.Text("key"), row.Text("title"), row.TextOrNull("dated"), row.Instant("first_seen_at"), row.TextOrNull("other_title"), At(row, "absent_since"), row.Int("absences"), At(row, "missing_since")));
        var look = IndexWatch.Compare(known, [.. poll.Items.Select(item => new ListedItem(item.Key, item.Metadata.Title ?? "", Instant.Write(item.Metadata.Published?.NotBefore)))], now);
        await scope.ExecuteManyAsync("sources/save-announcement", look.Changed, item => new
        {
            source.Name, item.Key, item.Title, item.Dated, FirstSeen = Instant.Write(item.FirstSeen), item.OtherTitle, AbsentSince = item.AbsentSince is { } since ? Instant.Write(since) : null, item.Absences,
            MissingSince = item.MissingSince is { } missing ? Instant.Write(missing) : null,
        });
        // Of the first look at a source nothing is news.
        var told = known.Count == 0 ? [] : look.Events.Where(happened => happened.Kind is not SourceEventKind.Added);
        await scope.ExecuteManyAsync("sources/save-event", told, happened => new
        {
            Id = ContentId.Of("sev", source.Name, happened.Key, happened.Kind.ToCode(), happened.Before ?? "", happened.After ?? "", Instant.Write(now)), source.Name, happened.Key, Kind = happened.Kind.ToCode(),
            happened.Before, happened.After, happened.Reason,
        });
        return look;
    }

    private static string? Canary(SourceSettings source, SourcePoll poll) =>
        source.Canary is not { Length: > 0 } canary || poll.State is not (PollState.Read or PollState.Empty) ||
        poll.Items.Any(item => item.Url.StartsWith(canary, StringComparison.OrdinalIgnoreCase) || item.Key.StartsWith(canary, StringComparison.OrdinalIgnoreCase))
            ? null
            : $"{canary} is not among what it announces (Canary)";

    // New items of the present window of 30 days, and of those before it as far as the source was watched for the whole of them.
    private static (int Present, IReadOnlyList<int> Past) Windows(IReadOnlyList<SourceDay> days, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
        if (days.Count == 0) return (0, []);
        var watched = (today - days[0].Day.DayNumber) / SourceStanding.WindowDays;
        var counts = days.GroupBy(day => (today - day.Day.DayNumber) / SourceStanding.WindowDays).ToDictionary(window => window.Key, window => window.Sum(day => day.NewItems));
        // The first window of all holds what was there when the watching began.
        return (counts.GetValueOrDefault(0), [.. Enumerable.Range(1, Math.Max(0, watched - 1)).Select(window => counts.GetValueOrDefault(window))]);
    }

    // Differs between sources and days, and is the same on every machine.
    private static double Jitter(SourceSettings source, DateTimeOffset now) =>
        Convert.ToInt32(ContentId.Sha256(source.Name + Instant.Write(now))[..4], 16) / (double)0x10000;

    // Filters change what counts as announced: with other settings the same bytes are read again.
    private static string Fingerprint(SourceSettings source) => ContentId.Sha256(string.Join('\n', [
        source.Kind, source.Url, source.Publisher ?? "", source.DocumentKind ?? "", source.Canary ?? "", source.Select.Item, source.Select.Link, source.Select.Title, source.Select.Date,
        .. source.Keywords, "|", .. source.Allow]));

    private static SourceDay MapDay(Row row) => new(Instant.ParseDay(row.Text("day"))!.Value, row.Int("polls"), row.Int("failures"), row.Int("new_items"));

    private static string DayText(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset? At(Row row, string column) => row.TextOrNull(column) is { } text ? Instant.Parse(text) : null;
}

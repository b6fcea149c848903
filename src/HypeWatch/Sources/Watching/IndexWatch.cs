using System.Globalization;

namespace HypeWatch.Sources.Watching;

/// <summary>
/// Compares what a source announces with what it announced before. Empty is not gone: one look without an item, or without any, deletes nothing. A new title counts
/// when it was seen twice, and not when many titles change at once, which is a new layout rather than an edit.
/// </summary>
public static class IndexWatch
{
    private const int LooksUntilMissing = 3;
    private const int FewestForLayout = 3;
    private const double ShareForLayout = 0.3;
    private static readonly TimeSpan TimeUntilMissing = TimeSpan.FromHours(24);

    /// <summary>Compares.</summary>
    /// <param name="known">What was announced before.</param>
    /// <param name="announced">What is announced now.</param>
    /// <param name="at">The time of the look.</param>
    public static LookResult Compare(IReadOnlyCollection<KnownItem> known, IReadOnlyList<ListedItem> announced, DateTimeOffset at)
    {
        var present = known.Count(item => item.AbsentSince is null);
        if (announced.Count == 0) return new([], [], present > 0 ? FormattableString.Invariant($"it is empty, and held {present} items before") : null);

        var before = known.ToDictionary(item => item.Key, StringComparer.Ordinal);
        List<KnownItem> changed = [];
        List<SourceEvent> events = [];
        List<(KnownItem Old, KnownItem New)> retitled = [];
        foreach (var item in announced.DistinctBy(item => item.Key, StringComparer.Ordinal))
        {
            if (!before.TryGetValue(item.Key, out var old))
            {
                changed.Add(new(item.Key, item.Title, Believable(item.Dated, null, at), at));
                events.Add(new(SourceEventKind.Added, item.Key, null, item.Title, "announced for the first time"));
                continue;
            }

            var now = Back(old, events);
            now = Dated(now, item, at, events);
            if (item.Title == old.Title || item.Title.Length == 0) now = now with { OtherTitle = null };
            else if (TitleChange.Artefact(old.Title, item.Title) is { } artefact)
            {
                // Told once, however long it lasts.
                if (old.OtherTitle != item.Title) events.Add(new(SourceEventKind.Suppressed, item.Key, old.Title, item.Title, artefact));
                now = TitleChange.IsCleaner(old.Title, item.Title) ? now with { Title = item.Title, OtherTitle = null } : now with { OtherTitle = item.Title };
            }
            else retitled.Add((old, now with { OtherTitle = item.Title }));
            if (old.OtherTitle is { } once && item.Title == old.Title && TitleChange.Artefact(old.Title, once) is null) events.Add(new(SourceEventKind.Suppressed, item.Key, once, old.Title, "it was seen once only"));
            if (now != old && (retitled.Count == 0 || retitled[^1].Old != old)) changed.Add(now);
        }

        var doubt = Retitle(retitled, announced.Count, changed, events);
        if (present >= FewestForLayout && !announced.Any(item => before.ContainsKey(item.Key))) doubt ??= FormattableString.Invariant($"none of the {present} items that it held before is left");
        Absent(known, announced, at, changed, events);
        return new(changed, events, doubt);
    }

    private static string? Retitle(List<(KnownItem Old, KnownItem New)> retitled, int announced, List<KnownItem> changed, List<SourceEvent> events)
    {
        var isLayout = retitled.Count >= FewestForLayout && retitled.Count >= ShareForLayout * announced;
        foreach (var (old, now) in retitled)
        {
            if (isLayout) events.Add(new(SourceEventKind.Suppressed, old.Key, old.Title, now.OtherTitle, "many titles changed at once: the layout changed"));
            else if (old.OtherTitle != now.OtherTitle) changed.Add(now);
            else
            {
                changed.Add(now with { Title = now.OtherTitle!, OtherTitle = null });
                events.Add(new(SourceEventKind.Retitled, old.Key, old.Title, now.OtherTitle, string.Equals(old.Title, now.OtherTitle, StringComparison.OrdinalIgnoreCase) ? "capitals only" : "seen twice"));
            }
        }

        return isLayout ? FormattableString.Invariant($"{retitled.Count} of {announced} titles changed at once") : null;
    }

    private static KnownItem Back(KnownItem old, List<SourceEvent> events)
    {
        if (old.AbsentSince is null) return old;
        events.Add(old.MissingSince is null
            ? new(SourceEventKind.Suppressed, old.Key, old.Title, old.Title, FormattableString.Invariant($"it was absent from {old.Absences} looks only"))
            : new(SourceEventKind.Returned, old.Key, old.Title, old.Title, FormattableString.Invariant($"missing since {old.MissingSince:yyyy-MM-dd}")));
        return old with { AbsentSince = null, Absences = 0, MissingSince = null };
    }

    // A date is never an event: it flips with time zones, and is invented where none is stated.
    private static KnownItem Dated(KnownItem old, ListedItem item, DateTimeOffset at, List<SourceEvent> events)
    {
        if (item.Dated is null || item.Dated == old.Dated) return old;
        if (Believable(item.Dated, old.Dated, at) is not { } believed || believed == old.Dated)
        {
            events.Add(new(SourceEventKind.Suppressed, item.Key, old.Dated, item.Dated, IsDayOf(item.Dated, at) ? "the date is that of the look" : "the date moved by a day"));
            return old;
        }

        if (old.Dated is not null) events.Add(new(SourceEventKind.Suppressed, item.Key, old.Dated, item.Dated, "the date changed"));
        return old with { Dated = believed };
    }

    private static string? Believable(string? dated, string? before, DateTimeOffset at)
    {
        if (dated is null) return before;
        if (before is null) return dated;
        if (IsDayOf(dated, at)) return before;
        return Day(dated) is { } now && Day(before) is { } then && Math.Abs(now.DayNumber - then.DayNumber) <= 1 ? before : dated;
    }

    private static void Absent(IReadOnlyCollection<KnownItem> known, IReadOnlyList<ListedItem> announced, DateTimeOffset at, List<KnownItem> changed, List<SourceEvent> events)
    {
        var here = announced.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        // A list that holds the newest only loses its oldest items in the ordinary course of things.
        var oldest = known.Where(item => here.Contains(item.Key)).Select(item => item.FirstSeen).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        foreach (var old in known.Where(item => !here.Contains(item.Key)))
        {
            if (old.MissingSince is not null || old.FirstSeen < oldest) continue;
            var now = old with { AbsentSince = old.AbsentSince ?? at, Absences = old.Absences + 1 };
            if (now.Absences >= LooksUntilMissing && at - now.AbsentSince >= TimeUntilMissing)
            {
                now = now with { MissingSince = now.AbsentSince };
                events.Add(new(SourceEventKind.Missing, old.Key, old.Title, null, FormattableString.Invariant($"absent from {now.Absences} looks since {now.AbsentSince:yyyy-MM-dd HH:mm}")));
            }

            changed.Add(now);
        }
    }

    private static bool IsDayOf(string dated, DateTimeOffset at) => Day(dated) is { } day && Math.Abs(day.DayNumber - DateOnly.FromDateTime(at.UtcDateTime).DayNumber) <= 1;

    private static DateOnly? Day(string dated) => DateOnly.TryParseExact(dated, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// What shows that a list is older than what it predicts: its hash kept here, and the time at which its post was archived. Either proves something only when it is older than the release or than
/// the day on which an outcome could be known; the day that a list states of itself proves nothing.
/// </summary>
public static class Precedence
{
    /// <summary>By what the list is shown to be older than its release; null when by nothing.</summary>
    public static string? ShownBy(PredictionSet set)
    {
        if (set.Bound?.Published.NotBefore is not { } release) return null;
        if (DayOf(set.ArchivedAt) < release) return "archive time";
        return Commitment.Holds(set) is true && DayOf(set.CommittedAt) < release ? "hash" : null;
    }

    /// <summary>One sentence for each thing that might show it, with whether it does.</summary>
    public static IEnumerable<string> Words(PredictionSet set)
    {
        yield return set.CommittedAt is { } kept && Commitment.Holds(set) is { } holds
            ? FormattableString.Invariant($"hash {set.Commitment}, kept here since {kept:yyyy-MM-dd HH:mm} UTC: {(holds ? "it still says what was registered" : "it was CHANGED since")}; {Against(set, kept)}")
            : "no hash was kept when it was registered";
        if (set.StatedCommittedAt is { } stated)
            yield return FormattableString.Invariant($"the file that it was imported from says that the hash was kept since {stated:yyyy-MM-dd HH:mm} UTC: its own word, seen by nobody here");
        yield return set.ArchivedAt is { } archived ? FormattableString.Invariant($"post {set.Source} archived here at {archived:yyyy-MM-dd HH:mm} UTC; {Against(set, archived)}")
            : set.Source is { } source ? $"post {source} is not archived here, so no archive time shows when the list was there (hypewatch add)"
            : "no post is named that holds the list, so there is no archive time (--source)";
    }

    private static string Against(PredictionSet set, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var (release, known) = (set.Bound?.Published.NotBefore, set.Items.Select(item => item.KnownAt).Min());
        string?[] parts = [release is { } since ? Beside(day, since, "the release") : null, known is { } first ? Beside(day, first, "the first known outcome") : null];
        return parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join("; ", said) : "no release is bound and no outcome's day is known, so there is nothing that it could precede";
    }

    private static string Beside(DateOnly day, DateOnly other, string what) => day < other
        ? FormattableString.Invariant($"that is before {what} ({other:yyyy-MM-dd})")
        : FormattableString.Invariant($"that is {(day == other ? "no earlier" : "later")} than {what} ({other:yyyy-MM-dd}) and proves nothing about before");

    private static DateOnly? DayOf(DateTimeOffset? at) => at is { } instant ? DateOnly.FromDateTime(instant.UtcDateTime) : null;
}

using HypeWatch.Digests.Subscribers;
using HypeWatch.Queries;

namespace HypeWatch.Digests;

/// <summary>What of a week a reader's choice leaves: flags and moves. Corrections, predictions and the health of the sources are everybody's.</summary>
public static class ReaderSelection
{
    /// <summary>The input of a reader's digest.</summary>
    public static DigestInput For(this DigestInput input, ReaderPreferences preferences) => preferences.Edition.Length == 0 ? input : input with
    {
        Flags = [.. input.Flags.Where(view => Wants(preferences, view))],
        WatchList = [.. input.WatchList.Where(view => Wants(preferences, view))],
        Moves = [.. input.Moves.Where(move => Wants(preferences, move))],
    };

    private static bool Wants(ReaderPreferences preferences, FlagView view) =>
        view.Flag.Severity >= preferences.MinSeverity
        && IsOf(preferences, view.Flag.Asserter, view.Document.Publisher)
        && IsAbout(preferences, view.Claim?.Claim.Quote, view.Document.Title, view.ReleaseTitle);

    private static bool Wants(ReaderPreferences preferences, DigestMove move) =>
        IsOf(preferences, move.Before.Claim.Asserter, move.Before.Document.Publisher, move.After.Claim.Asserter, move.After.Document.Publisher)
        && IsAbout(preferences, move.Before.Claim.Quote, move.After.Claim.Quote, move.Before.Document.Title, move.After.Document.Title);

    private static bool IsOf(ReaderPreferences preferences, params ReadOnlySpan<string?> names)
    {
        if (preferences.Organisations.Count == 0) return true;
        foreach (var name in names)
            if (name is not null && preferences.Organisations.Any(wanted => wanted.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }

    private static bool IsAbout(ReaderPreferences preferences, params ReadOnlySpan<string?> texts)
    {
        if (preferences.Topics.Count == 0) return true;
        foreach (var text in texts)
            if (text is not null && preferences.Topics.Any(topic => text.Contains(topic.Trim(), StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }
}

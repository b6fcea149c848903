using HypeWatch.Model;

namespace HypeWatch.Digests.Subscribers;

/// <summary>Where a subscription stands.</summary>
public enum SubscriberState
{
    /// <summary>Asked for, and not yet confirmed by whoever reads the address.</summary>
    Pending,
    /// <summary>Gets mail.</summary>
    Active,
    /// <summary>Gets none until resumed.</summary>
    Paused,
    /// <summary>Left; the row stays so that an import cannot bring the address back.</summary>
    Unsubscribed,
    /// <summary>The address does not take mail any more.</summary>
    Bouncing,
}

/// <summary>What a reader wants to see and when.</summary>
public sealed record ReaderPreferences
{
    /// <summary>Words of which one must stand in quote, document or release; empty for all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Asserters or publishers; empty for all.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>Least severity of flags, 1 to 5.</summary>
    public int MinSeverity { get; init; } = Flag.ShownSeverity;

    /// <summary>Whether a confirmed flag of severity 5 is told at once, at most once a day.</summary>
    public bool Urgent { get; init; }

    /// <summary>IANA name of the zone in which the schedule's hour is meant; null for the schedule's own.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What sets a digest apart: readers with the same choice share one. Empty for everything.</summary>
    public string Edition => Topics.Count == 0 && Organisations.Count == 0 && MinSeverity <= Flag.ShownSeverity ? ""
        : ContentId.Sha256(FormattableString.Invariant($"{Sorted(Topics)}\n{Sorted(Organisations)}\n{MinSeverity}"))[..16];

    private static string Sorted(IEnumerable<string> words) => string.Join('\t', words.Select(word => word.Trim().ToLowerInvariant()).Order(StringComparer.Ordinal));
}

/// <summary>A reader.</summary>
/// <param name="Id">Follows from the address.</param>
/// <param name="Address">Bare mail address, lower case.</param>
/// <param name="State">Where the subscription stands.</param>
/// <param name="Preferences">What the reader wants.</param>
/// <param name="AskedAt">When it was last asked for; a confirmation answers this request only.</param>
/// <param name="ConfirmedAt">When it was confirmed; null before.</param>
/// <param name="Bounces">Mails refused in a row.</param>
public sealed record Subscriber(
    string Id, string Address, SubscriberState State, ReaderPreferences Preferences, DateTimeOffset AskedAt, DateTimeOffset? ConfirmedAt, int Bounces);

namespace HypeWatch.Sources.Watching;

/// <summary>What happened to an announced thing between two looks.</summary>
public enum SourceEventKind
{
    /// <summary>It is announced for the first time.</summary>
    Added,
    /// <summary>Its title was changed at the same address.</summary>
    Retitled,
    /// <summary>It has been gone for a day and three looks or more.</summary>
    Missing,
    /// <summary>It is back after it was missing.</summary>
    Returned,
    /// <summary>It looks changed, and is not: what the reason says.</summary>
    Suppressed,
}

/// <summary>One event of a source.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Key">Key of the item.</param>
/// <param name="Before">What it said before; null when nothing.</param>
/// <param name="After">What it says now; null when nothing.</param>
/// <param name="Reason">Why it is judged so; for people.</param>
public sealed record SourceEvent(SourceEventKind Kind, string Key, string? Before, string? After, string Reason);

/// <summary>An item as a source announces it.</summary>
/// <param name="Key">Key of the item.</param>
/// <param name="Title">Words of its title.</param>
/// <param name="Dated">Its date as ISO 8601 day; null when none is stated.</param>
public sealed record ListedItem(string Key, string Title, string? Dated);

/// <summary>An item that a source announced before.</summary>
/// <param name="Key">Key of the item.</param>
/// <param name="Title">The title that counts.</param>
/// <param name="Dated">The date that counts.</param>
/// <param name="FirstSeen">When it was first announced.</param>
/// <param name="OtherTitle">Another title that was seen once, and counts when it is seen again; null when none.</param>
/// <param name="AbsentSince">Since when it is not announced; null when it is.</param>
/// <param name="Absences">Looks in a row without it.</param>
/// <param name="MissingSince">Since when its absence is believed; null when it is not.</param>
public sealed record KnownItem(
    string Key, string Title, string? Dated, DateTimeOffset FirstSeen, string? OtherTitle = null, DateTimeOffset? AbsentSince = null, int Absences = 0, DateTimeOffset? MissingSince = null);

/// <summary>What a look at a source means.</summary>
/// <param name="Changed">The items whose row changed, new ones included.</param>
/// <param name="Events">What happened, noise included.</param>
/// <param name="Doubt">Why the look as a whole is not believed; null when it is.</param>
public sealed record LookResult(IReadOnlyList<KnownItem> Changed, IReadOnlyList<SourceEvent> Events, string? Doubt);

namespace HypeWatch.Model;

/// <summary>What a date on a page says.</summary>
public enum DateRole
{
    /// <summary>The day on which the document became public.</summary>
    Published,
    /// <summary>The day on which it was last changed: it was public by then.</summary>
    Modified,
    /// <summary>A date near the document whose meaning the page does not say.</summary>
    Unclear,
}

/// <summary>
/// One date that a page states about itself. Pages contradict themselves; all statements are kept, the most trustworthy first, so that a doubt about an order of
/// events can be seen.
/// </summary>
/// <param name="Role">What it says.</param>
/// <param name="Date">The date in UTC, its precision, and the place on the page that states it.</param>
/// <param name="Day">The day as printed, in the author's own time zone; null when no day is stated.</param>
/// <param name="Printed">The statement as it stands on the page.</param>
public sealed record StatedDate(DateRole Role, PublicationDate Date, DateOnly? Day, string Printed);

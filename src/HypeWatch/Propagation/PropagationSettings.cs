using System.ComponentModel.DataAnnotations;

namespace HypeWatch.Propagation;

/// <summary>Settings of section <c>Propagation</c>.</summary>
public sealed record PropagationSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Propagation";

    /// <summary>A publisher's own text counts as promotion of a release from this many days before it (teasers) … 0 to 366.</summary>
    [Range(0, 366, ErrorMessage = "Propagation:PromotionDaysBefore must be 0 to 366 days")]
    public int PromotionDaysBefore { get; init; } = 14;

    /// <summary>… to this many days after it; a later text of the same publisher is a release of its own. 0 to 366.</summary>
    [Range(0, 366, ErrorMessage = "Propagation:PromotionDaysAfter must be 0 to 366 days")]
    public int PromotionDaysAfter { get; init; } = 60;
}

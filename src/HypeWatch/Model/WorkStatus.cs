namespace HypeWatch.Model;

/// <summary>In what state of publication a work is.</summary>
public enum PublicationState
{
    /// <summary>Public without review.</summary>
    Preprint,
    /// <summary>Submitted to a venue and under review there.</summary>
    UnderReview,
    /// <summary>Rejected after review.</summary>
    Rejected,
    /// <summary>At a workshop, where review is light.</summary>
    Workshop,
    /// <summary>In the proceedings of a conference.</summary>
    Conference,
    /// <summary>In a journal.</summary>
    Journal,
    /// <summary>Accepted after review at a venue that is not told.</summary>
    Accepted,
    /// <summary>Corrected after publication.</summary>
    Corrected,
    /// <summary>Withdrawn by its authors.</summary>
    Withdrawn,
    /// <summary>Retracted.</summary>
    Retracted,
}

/// <summary>A state of a work and since when it is known.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">From this day on; for a notice without a day, the day on which it was seen.</param>
/// <param name="Source">The service that says so.</param>
public sealed record WorkStatus(PublicationState State, DateOnly Since, string Source);

namespace HypeWatch.Model;

/// <summary>That somebody says how a prediction came out. Kept for ever; the newest that is no dispute counts.</summary>
/// <param name="Number">The prediction's number in its set.</param>
/// <param name="Resolution">How it came out.</param>
/// <param name="Fraction">For a partial outcome: how much of it happened, 0 to 1.</param>
/// <param name="Resolver">According to whom.</param>
/// <param name="Rationale">Why.</param>
/// <param name="KnownAt">When the outcome could be known, which is earlier than when it was written down; null when not said.</param>
/// <param name="Claims">The claims that show it.</param>
/// <param name="IsDispute">Whether it stands beside the outcome that counts, without replacing it.</param>
public sealed record StatedResolution(
    int Number, Resolution Resolution, double? Fraction, string Resolver, string? Rationale, DateOnly? KnownAt, IReadOnlyList<ClaimId> Claims, bool IsDispute)
{
    /// <summary>When it was written down; null before it is stored.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Whether another says the same outcome.</summary>
    public bool SaysSame(Resolution resolution, double? fraction) => (Resolution, Fraction) == (resolution, fraction);
}

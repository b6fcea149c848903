namespace HypeWatch.Model;

/// <summary>What sort of limit a caveat states (specification 1, caveat).</summary>
public enum CaveatKind
{
    /// <summary>It narrows the scope.</summary>
    Scope,
    /// <summary>It states uncertainty.</summary>
    Uncertainty,
    /// <summary>It names a weakness of the method.</summary>
    Method,
    /// <summary>It says that a test is missing.</summary>
    MissingTest,
    /// <summary>It reports a negative result.</summary>
    NegativeResult,
    /// <summary>It names another explanation.</summary>
    AlternativeExplanation,
    /// <summary>It leaves something to future work.</summary>
    FutureWork,
    /// <summary>It warns of misuse or over-reading.</summary>
    MisuseWarning,
    /// <summary>It takes something back.</summary>
    Retraction,
}

/// <summary>How near a caveat stands to a claim (specification 2.6); the integer value is the level.</summary>
public enum Proximity
{
    /// <summary>Same clause or sentence.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("P0")] SameSentence,
    /// <summary>Adjacent sentence or same paragraph.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("P1")] SameParagraph,
    /// <summary>Same section or same headline block.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("P2")] SameSection,
    /// <summary>Elsewhere in the same document.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("P3")] SameDocument,
    /// <summary>Another document of the release.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("P4")] SameRelease,
    /// <summary>Other documents.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("P5")] Elsewhere,
}

/// <summary>A passage that limits a claim. The quote always equals the version's text at <see cref="Span"/>.</summary>
public sealed record Caveat
{
    private Caveat()
    {
    }

    /// <summary>Follows from version and span.</summary>
    public required CaveatId Id { get; init; }
    /// <summary>The version whose text the span refers to.</summary>
    public required VersionId Version { get; init; }
    /// <summary>Where the quote stands.</summary>
    public required Span Span { get; init; }
    /// <summary>The words, verbatim.</summary>
    public required string Quote { get; init; }
    /// <summary>What sort of limit it states.</summary>
    public required CaveatKind Kind { get; init; }
    /// <summary>Whether it names the thing limited, as opposed to "more work is needed".</summary>
    public required bool IsSpecific { get; init; }
    /// <summary>In which part of the document.</summary>
    public required Place Place { get; init; }
    /// <summary>What made the record.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Cuts a caveat out of a version's text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is empty or lies outside the text.</exception>
    public static Caveat Cut(DocumentVersion version, Span span, CaveatKind kind, bool isSpecific, Place place, Provenance provenance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(span.Length, nameof(span));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, version.Text.Length, nameof(span));
        var id = ContentId.Of("cav", version.Id.Value, FormattableString.Invariant($"{span.Start}"), FormattableString.Invariant($"{span.End}"));
        return Restore(new(id), version.Id, span, span.Of(version.Text), kind, isSpecific, place, provenance);
    }

    /// <summary>Reads back a caveat that <see cref="Cut"/> made and a store kept.</summary>
    internal static Caveat Restore(CaveatId id, VersionId version, Span span, string quote, CaveatKind kind, bool isSpecific, Place place, Provenance provenance) => new()
    {
        Id = id, Version = version, Span = span, Quote = quote, Kind = kind, IsSpecific = isSpecific, Place = place, Provenance = provenance,
    };
}

/// <summary>That a caveat limits a claim, and how near it stands.</summary>
/// <param name="Claim">The limited claim.</param>
/// <param name="Caveat">The limit.</param>
/// <param name="Proximity">How near it stands.</param>
public sealed record CaveatLink(ClaimId Claim, CaveatId Caveat, Proximity Proximity);

/// <summary>What the claims stage found in a version, with a tally of what it dropped.</summary>
/// <param name="Version">The version.</param>
/// <param name="Claims">Claims in order of their spans.</param>
/// <param name="Caveats">Caveats in order of their spans.</param>
/// <param name="Tally">What was proposed, kept and dropped.</param>
public sealed record ClaimSet(VersionId Version, IReadOnlyList<Claim> Claims, IReadOnlyList<Caveat> Caveats, ExtractionTally Tally);

/// <summary>What an extraction proposed and what became of it.</summary>
/// <param name="Engine"><c>offline</c> or <c>model</c>.</param>
/// <param name="Proposed">Claims and caveats that the engine proposed.</param>
/// <param name="NotVerbatim">Proposals dropped because their words do not stand in the text.</param>
/// <param name="Malformed">Proposals or whole answers dropped because they did not follow the schema.</param>
/// <param name="InputTokens">Tokens sent to a language model.</param>
/// <param name="OutputTokens">Tokens received from it.</param>
/// <param name="Note">Why the model was not used or failed; null when nothing is to be said.</param>
/// <param name="AgainAfter">After which time the document is to be read anew, since the model failed for a reason that passes; null when the result stands. Not kept.</param>
/// <param name="Withdrawn">Claims dropped because a second reading found that their words make none.</param>
public sealed record ExtractionTally(
    string Engine, int Proposed, int NotVerbatim, int Malformed, long InputTokens, long OutputTokens, string? Note = null, TimeSpan? AgainAfter = null, int Withdrawn = 0);

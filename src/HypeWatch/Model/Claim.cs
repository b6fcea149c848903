namespace HypeWatch.Model;

/// <summary>A claim in the author's own words. The quote always equals the version's text at <see cref="Span"/>.</summary>
public sealed record Claim
{
    private Claim()
    {
    }

    /// <summary>Follows from version and span.</summary>
    public required ClaimId Id { get; init; }
    /// <summary>The version whose text the span refers to.</summary>
    public required VersionId Version { get; init; }
    /// <summary>The document of that version.</summary>
    public required DocumentId Document { get; init; }
    /// <summary>Where the quote stands.</summary>
    public required Span Span { get; init; }
    /// <summary>The words, verbatim.</summary>
    public required string Quote { get; init; }
    /// <summary>A one-sentence proposition in neutral words, never broader than the quote.</summary>
    public required string Normalised { get; init; }
    /// <summary>What sort of thing is said; the first is the main type.</summary>
    public required IReadOnlyList<ClaimType> Types { get; init; }
    /// <summary>How much is asserted.</summary>
    public required Strength Strength { get; init; }
    /// <summary>How sure it sounds.</summary>
    public required Certainty Certainty { get; init; }
    /// <summary>How far it reaches.</summary>
    public required Scope Scope { get; init; }
    /// <summary>Whether it affirms or denies.</summary>
    public required Polarity Polarity { get; init; }
    /// <summary>In what voice it stands.</summary>
    public required AssertMode Mode { get; init; }
    /// <summary>Who asserts it: the document's asserter, a comment's author, or a quoted person.</summary>
    public required string Asserter { get; init; }
    /// <summary>Whom a reporter or critic says said it; null when nobody.</summary>
    public string? AttributedTo { get; init; }
    /// <summary>In which part of the document.</summary>
    public required Place Place { get; init; }
    /// <summary>What it is compared to; null when not comparative.</summary>
    public string? ComparativeTo { get; init; }
    /// <summary>Sure of the extraction itself, 0 to 1.</summary>
    public required double ExtractionConfidence { get; init; }
    /// <summary>What made the record.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The main type.</summary>
    public ClaimType Type => Types[0];

    /// <summary>Whether it stands where attention is: title, abstract, key results, headline or lede (specification 1, <c>is_headline</c>).</summary>
    public bool IsHeadline => Place is Place.Title or Place.Abstract or Place.KeyResults or Place.Headline or Place.Lede;

    /// <summary>Whether one of the claim's types is among <paramref name="types"/>.</summary>
    public bool Is(params ReadOnlySpan<ClaimType> types)
    {
        foreach (var type in types)
            if (Types.Contains(type)) return true;
        return false;
    }

    /// <summary>
    /// Cuts a claim out of a version's text: the only way to make a new one, so that a quote cannot differ from the text.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is empty or lies outside the text.</exception>
    /// <exception cref="ArgumentException">No type is given.</exception>
    public static Claim Cut(DocumentVersion version, Span span, ClaimReading reading, Provenance provenance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(span.Length, nameof(span));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, version.Text.Length, nameof(span));
        if (reading.Types.Count == 0) throw new ArgumentException("a claim has at least one type", nameof(reading));
        var id = ContentId.Of("clm", version.Id.Value, FormattableString.Invariant($"{span.Start}"), FormattableString.Invariant($"{span.End}"));
        return Restore(new(id), version.Id, version.Document.Id, span, span.Of(version.Text), reading, provenance);
    }

    /// <summary>The same reading of other words: cut anew out of the text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is empty or lies outside the text.</exception>
    public Claim Recut(DocumentVersion version, Span span) => Cut(
        version, span,
        new(Types, Strength, Certainty, Scope, Asserter, Place, ExtractionConfidence, Normalised == Quote ? null : Normalised, Polarity, Mode, AttributedTo, ComparativeTo), Provenance);

    /// <summary>Reads back a claim that <see cref="Cut"/> made and a store kept.</summary>
    internal static Claim Restore(ClaimId id, VersionId version, DocumentId document, Span span, string quote, ClaimReading reading, Provenance provenance) => new()
    {
        Id = id, Version = version, Document = document, Span = span, Quote = quote, Normalised = reading.Normalised ?? quote,
        Types = reading.Types, Strength = reading.Strength, Certainty = reading.Certainty, Scope = reading.Scope, Polarity = reading.Polarity,
        Mode = reading.Mode, Asserter = reading.Asserter, AttributedTo = reading.AttributedTo, Place = reading.Place,
        ComparativeTo = reading.ComparativeTo, ExtractionConfidence = reading.Confidence, Provenance = provenance,
    };
}

/// <summary>What an engine reads out of a span; becomes a <see cref="Claim"/> only together with the text (see <see cref="Claim.Cut"/>).</summary>
/// <param name="Types">Main type first; not empty.</param>
/// <param name="Strength">How much is asserted.</param>
/// <param name="Certainty">How sure it sounds.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Asserter">Who asserts it.</param>
/// <param name="Place">In which part of the document.</param>
/// <param name="Confidence">Sure of the extraction itself, 0 to 1.</param>
/// <param name="Normalised">Neutral proposition; null takes the quote.</param>
/// <param name="Polarity">Whether it affirms or denies.</param>
/// <param name="Mode">In what voice it stands.</param>
/// <param name="AttributedTo">Whom a reporter says said it.</param>
/// <param name="ComparativeTo">What it is compared to.</param>
public sealed record ClaimReading(
    IReadOnlyList<ClaimType> Types, Strength Strength, Certainty Certainty, Scope Scope, string Asserter, Place Place, double Confidence,
    string? Normalised = null, Polarity Polarity = Polarity.Positive, AssertMode Mode = AssertMode.Asserts, string? AttributedTo = null, string? ComparativeTo = null);

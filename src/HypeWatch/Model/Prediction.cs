using System.Text.Json.Serialization;

namespace HypeWatch.Model;

/// <summary>How a prediction came out.</summary>
public enum Resolution
{
    /// <summary>Not decided yet.</summary>
    Open,
    /// <summary>It happened.</summary>
    True,
    /// <summary>It did not happen.</summary>
    False,
    /// <summary>It happened in part; see <see cref="Prediction.Fraction"/>.</summary>
    Partial,
    /// <summary>It cannot be decided.</summary>
    Void,
}

/// <summary>One registered prediction.</summary>
/// <param name="Number">Number in its set, from 1.</param>
/// <param name="Statement">What is predicted.</param>
/// <param name="Probability">0 to 1; null when unknown.</param>
/// <param name="Resolution">How it came out.</param>
/// <param name="Fraction">For <see cref="Resolution.Partial"/>: how much of it happened, 0 to 1.</param>
/// <param name="Rationale">Why it was resolved so.</param>
public sealed record Prediction(int Number, string Statement, double? Probability, Resolution Resolution = Resolution.Open, double? Fraction = null, string? Rationale = null)
{
    /// <summary>What it is about, in a word or two; null where its set says it, or nobody does.</summary>
    public string? Topic { get; init; }

    /// <summary>The day by which it is to have happened; null where its set says it, or none is set.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>How it is to be settled; null where its set says it, or nobody does.</summary>
    public string? Criteria { get; init; }

    /// <summary>The day on which the outcome that counts could be known; null when not said.</summary>
    public DateOnly? KnownAt { get; init; }
}

/// <summary>What is shown of the release that a set is about.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Published">When it was first public.</param>
public sealed record BoundRelease(string Title, PublicationDate Published);

/// <summary>Predictions made together by one forecaster before a release.</summary>
/// <param name="Id">Follows from forecaster, day and subject.</param>
/// <param name="Forecaster">Who made them.</param>
/// <param name="MadeOn">When, as the list or its post says.</param>
/// <param name="About">What release they are about, in words.</param>
/// <param name="Release">The release, once it exists.</param>
/// <param name="Document">The document in which they were registered.</param>
/// <param name="ReportedScore">The score that the forecaster reports; null when none.</param>
/// <param name="Items">The predictions.</param>
public sealed record PredictionSet(
    PredictionSetId Id, string Forecaster, DateOnly MadeOn, string About, ReleaseId? Release, DocumentId? Document,
    [property: JsonPropertyName("reported_expectation_score")] double? ReportedScore, IReadOnlyList<Prediction> Items)
{
    /// <summary>Hash of what was first registered under this id; null before it is stored.</summary>
    public string? Commitment { get; init; }

    /// <summary>When it was first stored here; null before.</summary>
    public DateTimeOffset? CommittedAt { get; init; }

    /// <summary>Since when the hash is kept according to the file that the list was imported from; nobody here saw it.</summary>
    public DateTimeOffset? StatedCommittedAt { get; init; }

    /// <summary>The release in the words of whoever registered the list: an id, an address or a title; null when nobody named one.</summary>
    public string? ReleaseNamed { get; init; }

    /// <summary>Title and date of <see cref="Release"/>, where it is stored.</summary>
    public BoundRelease? Bound { get; init; }

    /// <summary>The document whose list it is by its id, though that document may not be stored here.</summary>
    public string? Origin { get; init; }

    /// <summary>Address of the post that holds the list.</summary>
    public string? Source { get; init; }

    /// <summary>When that post was first fetched and kept.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>What the predictions are about, where they do not say it themselves.</summary>
    public string? Topic { get; init; }

    /// <summary>By when, where they do not say it themselves.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>How they are to be settled, where they do not say it themselves.</summary>
    public string? Criteria { get; init; }

    /// <summary>Every outcome that somebody stated, in order.</summary>
    public IReadOnlyList<StatedResolution> Stated { get; init; } = [];

    /// <summary>What <see cref="ReportedScore"/> is relative to; goes along wherever it is written.</summary>
    public string? ScoreIs => ReportedScore is null ? null : Score.Meaning;
}

/// <summary>How a release did against a forecaster's expectation; 0 means as expected (specification 8). Not a measure of quality.</summary>
/// <param name="Expectation">Sum of outcome minus probability over the decided predictions; null when a probability is missing.</param>
/// <param name="Brier">Mean squared difference of probability and outcome; null when nothing is decided or a probability is missing.</param>
/// <param name="Decided">Number of predictions that count.</param>
/// <param name="Happened">Sum of their outcomes.</param>
public sealed record Score(double? Expectation, double? Brier, int Decided, double Happened)
{
    /// <summary>What a score is relative to; stands wherever one is shown, since it is no measure of quality.</summary>
    public const string Meaning = "relative to this forecaster's expectation";

    /// <summary>
    /// Mean logarithm of the probability given to what happened (natural, 0 is best); null where <see cref="Brier"/> is, and where a certainty was wrong, for which it is
    /// not defined.
    /// </summary>
    public double? Log { get; init; }
}

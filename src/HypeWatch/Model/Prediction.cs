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
public sealed record Prediction(int Number, string Statement, double? Probability, Resolution Resolution = Resolution.Open, double? Fraction = null, string? Rationale = null);

/// <summary>Predictions made together by one forecaster before a release.</summary>
/// <param name="Id">Follows from forecaster, day and subject.</param>
/// <param name="Forecaster">Who made them.</param>
/// <param name="MadeOn">When.</param>
/// <param name="About">What release they are about, in words.</param>
/// <param name="Release">The release, once it exists.</param>
/// <param name="Document">The document in which they were registered.</param>
/// <param name="ReportedScore">The score that the forecaster reports; null when none.</param>
/// <param name="Items">The predictions.</param>
public sealed record PredictionSet(
    PredictionSetId Id, string Forecaster, DateOnly MadeOn, string About, ReleaseId? Release, DocumentId? Document, double? ReportedScore, IReadOnlyList<Prediction> Items)
{
    /// <summary>Hash of what was first registered under this id; null before it is stored.</summary>
    public string? Commitment { get; init; }

    /// <summary>When it was first stored here; null before.</summary>
    public DateTimeOffset? CommittedAt { get; init; }

    /// <summary>Every outcome that was stated by hand, in order.</summary>
    public IReadOnlyList<StatedResolution> Stated { get; init; } = [];
}

/// <summary>How a release did against a forecaster's expectation; 0 means as expected (specification 8). Not a measure of quality.</summary>
/// <param name="Expectation">Sum of outcome minus probability over the decided predictions; null when a probability is missing.</param>
/// <param name="Brier">Mean squared difference of probability and outcome; null when nothing is decided or a probability is missing.</param>
/// <param name="Decided">Number of predictions that count.</param>
/// <param name="Happened">Sum of their outcomes.</param>
public sealed record Score(double? Expectation, double? Brier, int Decided, double Happened)
{
    /// <summary>
    /// Mean logarithm of the probability given to what happened (natural, 0 is best); null where <see cref="Brier"/> is, and where a certainty was wrong, for which it is
    /// not defined.
    /// </summary>
    public double? Log { get; init; }
}

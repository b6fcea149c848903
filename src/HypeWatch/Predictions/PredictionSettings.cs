using System.ComponentModel.DataAnnotations;

namespace HypeWatch.Predictions;

/// <summary>Settings of section <c>Predictions</c>.</summary>
public sealed record PredictionSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Predictions";

    /// <summary>A list with fewer items that state a probability is not taken for registered predictions. 1 to 100.</summary>
    [Range(1, 100, ErrorMessage = "Predictions:MinimumItems must be 1 to 100")]
    public int MinimumItems { get; init; } = 3;
}

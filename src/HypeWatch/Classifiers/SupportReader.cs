namespace HypeWatch.Classifiers;

/// <summary>What a trained model makes of a claim beside a cited text.</summary>
public enum Bearing
{
    /// <summary>The text says so.</summary>
    Support,
    /// <summary>The text says otherwise.</summary>
    Contradict,
    /// <summary>The text does not settle it.</summary>
    Silent,
}

/// <summary>Reads whether a text bears a claim out, by the trained models <c>support-*</c>.</summary>
/// <param name="models">The trained models.</param>
/// <param name="features">What they see.</param>
public sealed class SupportReader(ClassifierSet models, PairFeatures features)
{
    /// <summary>Model for a plain claim beside an abstract (SciFact).</summary>
    public const string Abstracts = "support-abstract";

    /// <summary>Model for a citing sentence beside the likeliest sentences of the cited article (Citation-Integrity).</summary>
    public const string Passages = "support-passages";

    /// <summary>Labels of the models, in order.</summary>
    public static IReadOnlyList<Bearing> Labels { get; } = Enum.GetValues<Bearing>();

    /// <summary>How likely each label is, in the order of <see cref="Labels"/>; scores to compare, no frequencies.</summary>
    public IReadOnlyList<double> Read(string model, string claim, IReadOnlyList<string> sentences) => models[model].Probabilities(features.Of(claim, sentences));
}

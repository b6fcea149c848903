namespace HypeWatch.Classifiers;

/// <summary>What of a finding is certain or not (Pei and Jurgens, "Measuring sentence-level and aspect-level (un)certainty in science communications", EMNLP 2021).</summary>
public enum CertaintyAspect
{
    /// <summary>A number.</summary>
    Number,
    /// <summary>How far or how much.</summary>
    Extent,
    /// <summary>Whether it is so at all.</summary>
    Probability,
    /// <summary>Under which condition.</summary>
    Condition,
    /// <summary>What is advised.</summary>
    Suggestion,
    /// <summary>How the finding is framed.</summary>
    Framing,
}

/// <summary>How an aspect stands in a sentence.</summary>
public enum AspectCertainty
{
    /// <summary>The sentence does not speak of it.</summary>
    NotPresent,
    /// <summary>It is said for certain.</summary>
    Certain,
    /// <summary>It is said with doubt.</summary>
    Uncertain,
}

/// <summary>Reads how certain readers find a stated finding, as a whole and by aspect.</summary>
public sealed class CertaintyReader(ClassifierSet models, SentenceFeatures features)
{
    /// <summary>Name of the model of the whole.</summary>
    public const string Name = "certainty";
    private const double Least = 1;
    private const double Most = 6;

    /// <summary>Name of the model of an aspect.</summary>
    public static string NameOf(CertaintyAspect aspect) => $"{Name}-{aspect}";

    /// <summary>The certainty, 1 (least) to 6 (most).</summary>
    public double Score(string sentence) => Math.Clamp(models[Name].Score(features.Of(new(sentence)))[0], Least, Most);

    /// <summary>How an aspect stands in a sentence.</summary>
    public AspectCertainty Read(string sentence, CertaintyAspect aspect)
    {
        var scores = models[NameOf(aspect)].Score(features.Of(new(sentence)));
        return (AspectCertainty)Array.IndexOf(scores, scores.Max());
    }
}

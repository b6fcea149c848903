namespace HypeWatch.Classifiers;

/// <summary>Tells how likely a sentence is a limitation that authors admit of their own work.</summary>
public sealed class LimitationReader(ClassifierSet models, SentenceFeatures features)
{
    /// <summary>Name of the model; its second label is the limitation.</summary>
    public const string Name = "limitation";

    /// <summary>From this probability on a sentence counts as one: few sentences are, so the model's mean is low.</summary>
    public const double Threshold = 0.3;

    /// <summary>The probability, 0 to 1.</summary>
    public double Probability(SentenceInContext sentence) => models[Name].Probabilities(features.Of(sentence))[1];
}

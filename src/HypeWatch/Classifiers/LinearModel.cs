namespace HypeWatch.Classifiers;

/// <summary>A linear model over hashed features: for each label a bias and a weight per bucket. Small, fast, and the same on every machine.</summary>
/// <param name="Name">What it tells, such as <c>role</c>.</param>
/// <param name="Labels">The labels; a model of one label gives a number.</param>
/// <param name="Bias">A number per label.</param>
/// <param name="Weights">Per bucket a number per label; buckets without weight are absent.</param>
public sealed record LinearModel(string Name, IReadOnlyList<string> Labels, IReadOnlyList<float> Bias, IReadOnlyDictionary<int, float[]> Weights)
{
    /// <summary>The raw score of each label.</summary>
    public double[] Score(FeatureVector features)
    {
        var scores = new double[Labels.Count];
        for (var label = 0; label < scores.Length; label++) scores[label] = Bias[label];
        foreach (var (bucket, value) in features.Entries)
        {
            if (!Weights.TryGetValue(bucket, out var weights)) continue;
            for (var label = 0; label < scores.Length; label++) scores[label] += weights[label] * value;
        }

        return scores;
    }

    /// <summary>The probability of each label, by the logistic function.</summary>
    public double[] Probabilities(FeatureVector features)
    {
        var scores = Score(features);
        var most = scores.Max();
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++) sum += scores[i] = Math.Exp(scores[i] - most);
        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
        return scores;
    }

    /// <summary>The probability of one label.</summary>
    /// <exception cref="ArgumentException">The model does not know the label.</exception>
    public double Probability(FeatureVector features, string label)
    {
        for (var i = 0; i < Labels.Count; i++)
            if (Labels[i] == label) return Probabilities(features)[i];
        throw new ArgumentException($"model {Name} has no label {label}", nameof(label));
    }
}

using HypeWatch.Classifiers;

namespace HypeWatch.Evals.Training;

/// <summary>A sentence to learn from.</summary>
/// <param name="Features">What the model sees.</param>
/// <param name="Target">Number of the label, or the value where the model gives a number.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record TrainingItem(FeatureVector Features, double Target, double Weight = 1);

/// <summary>What decides a training besides the items.</summary>
/// <param name="Epochs">Passes over the items.</param>
/// <param name="Rate">First step.</param>
/// <param name="Decay">Pull of weights to 0 (L2).</param>
/// <param name="FewestItems">A feature that fewer items have is left out: it would be learnt by heart.</param>
internal sealed record TrainingSettings(int Epochs, double Rate, double Decay, int FewestItems = 2);

/// <summary>
/// Fits a linear model by stochastic gradient descent with a shrinking step and averages the ends of the later passes (Bottou, "Stochastic gradient descent
/// tricks", 2012). Decay is held in one factor for all weights. One thread, a fixed seed: the same items give the same weights.
/// </summary>
internal sealed class LinearTrainer
{
    private const int Seed = 20_260_101;
    private readonly int labels;
    private readonly TrainingSettings settings;
    private readonly float[] weights;
    private readonly double[] bias;
    private double scale = 1;
    private long steps;

    private LinearTrainer(int labels, TrainingSettings settings)
    {
        this.labels = labels;
        this.settings = settings;
        weights = new float[labels << FeatureVector.Bits];
        bias = new double[labels];
    }

    /// <summary>Fits a model; one with a single label gives a number.</summary>
    public static LinearModel Fit(string name, IReadOnlyList<string> labels, IReadOnlyList<TrainingItem> items, TrainingSettings settings)
    {
        var trainer = new LinearTrainer(labels.Count, settings);
        if (labels.Count == 1) trainer.bias[0] = items.Sum(item => item.Target * item.Weight) / items.Sum(item => item.Weight);
        return trainer.Run(name, labels, items);
    }

    private LinearModel Run(string name, IReadOnlyList<string> names, IReadOnlyList<TrainingItem> items)
    {
        var seen = items.SelectMany(item => item.Features.Entries).GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.Count());
        var entries = items.Select(item => item.Features.Entries.Where(entry => seen[entry.Key] >= settings.FewestItems).ToArray()).ToArray();
        var sums = new double[weights.Length];
        var biasSums = new double[labels];
        var order = Enumerable.Range(0, items.Count).ToArray();
        var random = new Random(Seed);
        var averaged = 0;
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var at in order) Step(entries[at], items[at]);
            if (epoch < settings.Epochs / 2) continue;
            averaged++;
            for (var i = 0; i < weights.Length; i++) sums[i] += weights[i] * scale;
            for (var label = 0; label < labels; label++) biasSums[label] += bias[label];
        }

        var kept = new Dictionary<int, float[]>();
        for (var bucket = 0; bucket < 1 << FeatureVector.Bits; bucket++)
        {
            var row = new float[labels];
            for (var label = 0; label < labels; label++) row[label] = (float)(sums[(bucket * labels) + label] / averaged);
            if (row.Any(weight => weight != 0)) kept.Add(bucket, row);
        }

        return new(name, names, [.. biasSums.Select(sum => (float)(sum / averaged))], kept);
    }

    private void Step(KeyValuePair<int, float>[] entries, TrainingItem item)
    {
        var rate = settings.Rate / (1 + (settings.Rate * settings.Decay * steps++));
        scale *= 1 - (rate * settings.Decay);
        var errors = Errors(entries, item);
        foreach (var (bucket, value) in entries)
            for (var label = 0; label < labels; label++) weights[(bucket * labels) + label] -= (float)(rate * errors[label] * value * item.Weight / scale);
        for (var label = 0; label < labels; label++) bias[label] -= rate * errors[label] * item.Weight * 0.1;
    }

    /// <summary>Predicted minus wished, per label.</summary>
    private double[] Errors(KeyValuePair<int, float>[] entries, TrainingItem item)
    {
        var scores = new double[labels];
        foreach (var (bucket, value) in entries)
            for (var label = 0; label < labels; label++) scores[label] += weights[(bucket * labels) + label] * value;
        for (var label = 0; label < labels; label++) scores[label] = (scores[label] * scale) + bias[label];
        if (labels == 1) return [scores[0] - item.Target];
        var most = scores.Max();
        var sum = 0.0;
        for (var i = 0; i < labels; i++) sum += scores[i] = Math.Exp(scores[i] - most);
        for (var i = 0; i < labels; i++) scores[i] = (scores[i] / sum) - (i == (int)item.Target ? 1 : 0);
        return scores;
    }
}

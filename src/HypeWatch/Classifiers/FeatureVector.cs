namespace HypeWatch.Classifiers;

/// <summary>
/// What a model sees of a sentence: hashed names of features and their values. Hashing keeps no dictionary of words beside the weights
/// (Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009).
/// </summary>
public sealed class FeatureVector
{
    /// <summary>Bits of a bucket's number: few enough for a small file, many enough that frequent features seldom meet.</summary>
    public const int Bits = 19;

    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;
    private readonly Dictionary<int, float> values = [];

    /// <summary>The buckets and their values.</summary>
    public IEnumerable<KeyValuePair<int, float>> Entries => values;

    /// <summary>Notes a feature; one that is noted again keeps its first value.</summary>
    /// <param name="name">Its name, in parts.</param>
    /// <param name="value">How much of it there is.</param>
    public void Add(ReadOnlySpan<string> name, float value = 1)
    {
        var hash = Offset;
        foreach (var part in name)
        {
            // FNV-1a over UTF-16: the same in every run and on every machine, which string.GetHashCode is not.
            foreach (var c in part) hash = (hash ^ c) * Prime;
            hash = (hash ^ '\u0001') * Prime;
        }

        hash ^= hash >> 15;
        hash *= 2246822519;
        hash ^= hash >> 13;
        values.TryAdd((int)(hash & ((1u << Bits) - 1)), value);
    }

    /// <summary>The same with all values scaled to length 1, so that long sentences weigh as much as short ones.</summary>
    public FeatureVector Normalised()
    {
        var scaled = new FeatureVector();
        if (values.Count == 0) return scaled;
        var length = MathF.Sqrt(values.Values.Sum(value => value * value));
        foreach (var (bucket, value) in values) scaled.values.Add(bucket, value / length);
        return scaled;
    }
}

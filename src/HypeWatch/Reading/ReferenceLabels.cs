using System.Buffers.Binary;

namespace HypeWatch.Reading;

/// <summary>
/// Labels the words of a reference by a linear chain: weights of what is seen at each word and of each change of label, and the best sequence by Viterbi.
/// The weights were trained by the averaged structured perceptron (Collins 2002) on the reference strings that AnyStyle publishes under a BSD-style licence
/// (res/parser/core.xml); <c>train references</c> of the evals makes the file anew.
/// </summary>
internal sealed class ReferenceLabels
{
    /// <summary>Number of labels.</summary>
    public const int Count = (int)ReferenceLabel.Note + 1;

    private readonly Dictionary<uint, int> rows;
    private readonly sbyte[] weights;
    private readonly int[] changes;

    private ReferenceLabels(Dictionary<uint, int> rows, sbyte[] weights, int[] changes) => (this.rows, this.weights, this.changes) = (rows, weights, changes);

    /// <summary>The weights that the product ships with.</summary>
    public static ReferenceLabels Shipped { get; } = Load();

    /// <summary>Reads weights: number of features; changes by break, old and new label (16 bit); then a hash and its weights (8 bit) a feature.</summary>
    public static ReferenceLabels Read(ReadOnlySpan<byte> file)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(file);
        file = file[4..];
        var ofChanges = new int[ReferenceFeatures.BreakKinds * Count * Count];
        for (var i = 0; i < ofChanges.Length; i++) ofChanges[i] = BinaryPrimitives.ReadInt16LittleEndian(file[(2 * i)..]);
        file = file[(2 * ofChanges.Length)..];
        var places = new Dictionary<uint, int>(count);
        var ofFeatures = new sbyte[count * Count];
        for (var row = 0; row < count; row++)
        {
            places[BinaryPrimitives.ReadUInt32LittleEndian(file)] = row * Count;
            for (var label = 0; label < Count; label++) ofFeatures[(row * Count) + label] = (sbyte)file[4 + label];
            file = file[(4 + Count)..];
        }

        return new(places, ofFeatures, ofChanges);
    }

    /// <summary>The label of each word.</summary>
    public ReferenceLabel[] Label(IReadOnlyList<ReferenceToken> tokens)
    {
        if (tokens.Count == 0) return [];
        var features = ReferenceFeatures.Of(tokens);
        var seen = new int[tokens.Count * Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            var here = seen.AsSpan(i * Count, Count);
            foreach (var feature in features[i])
            {
                if (!rows.TryGetValue(feature, out var row)) continue;
                for (var label = 0; label < Count; label++) here[label] += weights[row + label];
            }
        }

        return Array.ConvertAll(LabelChain.Best(seen, changes, ReferenceFeatures.Breaks(tokens), Count, (int)ReferenceLabel.Title), label => (ReferenceLabel)label);
    }

    private static ReferenceLabels Load()
    {
        using var stream = typeof(ReferenceLabels).Assembly.GetManifestResourceStream("reference_labels.bin")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Read(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }
}

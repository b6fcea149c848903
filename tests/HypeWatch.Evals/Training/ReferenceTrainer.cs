using System.Buffers.Binary;
using HypeWatch.Reading;

namespace HypeWatch.Evals.Training;

/// <summary>A reference whose words are labelled.</summary>
internal sealed record LabelledReference(IReadOnlyList<ReferenceToken> Tokens, ReferenceLabel[] Labels)
{
    private static readonly Dictionary<string, ReferenceLabel> Names = new(StringComparer.Ordinal)
    {
        ["citation-number"] = ReferenceLabel.Mark, ["author"] = ReferenceLabel.Author, ["title"] = ReferenceLabel.Title, ["date"] = ReferenceLabel.Date,
        ["journal"] = ReferenceLabel.Venue, ["container-title"] = ReferenceLabel.Venue, ["collection-title"] = ReferenceLabel.Venue, ["editor"] = ReferenceLabel.Editor,
        ["translator"] = ReferenceLabel.Editor, ["director"] = ReferenceLabel.Editor, ["producer"] = ReferenceLabel.Editor, ["publisher"] = ReferenceLabel.Publisher,
        ["location"] = ReferenceLabel.Publisher, ["volume"] = ReferenceLabel.Locator, ["pages"] = ReferenceLabel.Locator, ["edition"] = ReferenceLabel.Locator,
        ["isbn"] = ReferenceLabel.Locator, ["url"] = ReferenceLabel.Url, ["doi"] = ReferenceLabel.Doi, ["genre"] = ReferenceLabel.Note, ["note"] = ReferenceLabel.Note,
        ["source"] = ReferenceLabel.Note, ["medium"] = ReferenceLabel.Note,
    };

    /// <summary>Aligns the fields of a published reference with the words of its text, counting characters that are not white space.</summary>
    public static LabelledReference Of(string raw, IEnumerable<(string Field, string Text)> fields)
    {
        var ends = new List<(int End, ReferenceLabel Label)>();
        var sum = 0;
        foreach (var (field, words) in fields) ends.Add((sum += words.Count(c => !char.IsWhiteSpace(c)), Names.GetValueOrDefault(field, ReferenceLabel.Note)));
        var tokens = ReferenceTokens.Of(raw);
        var labels = new ReferenceLabel[tokens.Count];
        int seen = 0, at = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            while (at + 1 < ends.Count && ends[at].End <= seen) at++;
            labels[i] = ends[at].Label;
            seen += tokens[i].Span.Length;
        }

        return new(tokens, labels);
    }
}

/// <summary>The averaged structured perceptron (Collins 2002): decode, and where the sequence is wrong move the weights of the right one up and of the found one down.</summary>
internal sealed class ReferenceTrainer
{
    private const int Labels = ReferenceLabels.Count;
    private const int Epochs = 12;
    /// <summary>What was seen in fewer references is no rule.</summary>
    private const int FewestSeen = 2;

    private readonly Dictionary<uint, int> rows = [];
    private readonly int[] changes = new int[ReferenceFeatures.BreakKinds * Labels * Labels];
    private readonly long[] changeSums = new long[ReferenceFeatures.BreakKinds * Labels * Labels];
    private int[] weights = [];
    private long[] sums = [];
    private int step = 1;

    /// <summary>Trains on references and gives the file of weights.</summary>
    public byte[] Train(IReadOnlyList<LabelledReference> references)
    {
        var seen = references.Select(reference => (reference.Labels, Features: ReferenceFeatures.Of(reference.Tokens), Breaks: ReferenceFeatures.Breaks(reference.Tokens))).ToList();
        foreach (var feature in seen.SelectMany(reference => reference.Features.SelectMany(list => list).Distinct()).CountBy(feature => feature).Where(pair => pair.Value >= FewestSeen))
            rows[feature.Key] = rows.Count * Labels;
        (weights, sums) = (new int[rows.Count * Labels], new long[rows.Count * Labels]);
        var random = new Random(20240521);
        var order = Enumerable.Range(0, seen.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order) Learn(seen[i].Features, seen[i].Labels, seen[i].Breaks);
        }

        return Write();
    }

    private void Learn(List<uint>[] features, ReferenceLabel[] right, int[] breaks)
    {
        var found = Decode(features, breaks);
        for (var i = 0; i < right.Length; i++)
        {
            var (is_, was) = ((int)right[i], found[i]);
            if (is_ != was)
            {
                foreach (var feature in features[i])
                {
                    if (!rows.TryGetValue(feature, out var row)) continue;
                    Move(weights, sums, row + is_, 1);
                    Move(weights, sums, row + was, -1);
                }
            }

            var (before, wasBefore) = i == 0 ? (0, 0) : ((int)right[i - 1], found[i - 1]);
            if (is_ == was && before == wasBefore) continue;
            Move(changes, changeSums, (((breaks[i] * Labels) + before) * Labels) + is_, 1);
            Move(changes, changeSums, (((breaks[i] * Labels) + wasBefore) * Labels) + was, -1);
        }

        step++;
    }

    // The sum over all steps of a weight is its value times the steps minus what each move missed (Daume's trick).
    private void Move(int[] values, long[] missed, int at, int by)
    {
        values[at] += by;
        missed[at] += (long)by * step;
    }

    private int[] Decode(List<uint>[] features, int[] breaks)
    {
        var seen = new int[features.Length * Labels];
        for (var i = 0; i < features.Length; i++)
        {
            foreach (var feature in features[i])
            {
                if (!rows.TryGetValue(feature, out var row)) continue;
                for (var label = 0; label < Labels; label++) seen[(i * Labels) + label] += weights[row + label];
            }
        }

        return LabelChain.Best(seen, changes, breaks, Labels, (int)ReferenceLabel.Title);
    }

    private byte[] Write()
    {
        double Mean(int[] values, long[] missed, int at) => values[at] - ((double)missed[at] / step);
        var largest = Enumerable.Range(0, weights.Length).Max(at => Math.Abs(Mean(weights, sums, at)));
        var scale = 127 / largest;
        using var file = new MemoryStream();
        Span<byte> number = stackalloc byte[4];
        var kept = rows.Where(row => Enumerable.Range(0, Labels).Any(label => (sbyte)Math.Round(Mean(weights, sums, row.Value + label) * scale) != 0)).OrderBy(row => row.Key).ToList();
        BinaryPrimitives.WriteInt32LittleEndian(number, kept.Count);
        file.Write(number);
        for (var at = 0; at < changes.Length; at++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(number, (short)Math.Round(Mean(changes, changeSums, at) * scale));
            file.Write(number[..2]);
        }

        foreach (var (feature, row) in kept)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(number, feature);
            file.Write(number);
            for (var label = 0; label < Labels; label++) file.WriteByte((byte)(sbyte)Math.Round(Mean(weights, sums, row + label) * scale));
        }

        return file.ToArray();
    }
}

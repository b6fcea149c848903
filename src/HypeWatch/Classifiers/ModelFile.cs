using System.IO.Compression;

namespace HypeWatch.Classifiers;

/// <summary>
/// The file of weights: a mark, a format version, and per model its name, labels, biases, a scale per label and the rows by bucket, one signed byte per
/// label, all packed with Brotli. One byte a weight changes no decision that matters and keeps the file small.
/// </summary>
public static class ModelFile
{
    private const string Mark = "HypeWatch weights";
    private const int FormatVersion = 1;
    private const float Steps = 127;

    /// <summary>Writes models.</summary>
    public static void Write(Stream stream, IReadOnlyList<LinearModel> models)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed);
        writer.Write(Mark);
        writer.Write(FormatVersion);
        writer.Write(models.Count);
        foreach (var model in models) Write(writer, model);
    }

    /// <summary>Reads models.</summary>
    /// <exception cref="FormatException">The file is none, or of another format version.</exception>
    public static IReadOnlyList<LinearModel> Read(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(packed);
        if (reader.ReadString() != Mark) throw new FormatException("not a file of weights");
        var version = reader.ReadInt32();
        if (version != FormatVersion) throw new FormatException(FormattableString.Invariant($"weights of format {version}, expected {FormatVersion}"));
        var models = new LinearModel[reader.ReadInt32()];
        for (var i = 0; i < models.Length; i++) models[i] = ReadModel(reader);
        return models;
    }

    private static void Write(BinaryWriter writer, LinearModel model)
    {
        writer.Write(model.Name);
        writer.Write7BitEncodedInt(model.Labels.Count);
        foreach (var label in model.Labels) writer.Write(label);
        foreach (var bias in model.Bias) writer.Write(bias);
        var scales = Enumerable.Range(0, model.Labels.Count).Select(label => Math.Max(model.Weights.Values.Select(row => Math.Abs(row[label])).DefaultIfEmpty(0).Max(), float.Epsilon) / Steps).ToArray();
        foreach (var scale in scales) writer.Write(scale);
        var rows = model.Weights.OrderBy(row => row.Key)
            .Select(row => (row.Key, Bytes: row.Value.Select((weight, label) => (sbyte)MathF.Round(weight / scales[label])).ToArray()))
            .Where(row => row.Bytes.Any(value => value != 0)).ToList();
        writer.Write7BitEncodedInt(rows.Count);
        var last = 0;
        foreach (var (bucket, bytes) in rows)
        {
            writer.Write7BitEncodedInt(bucket - last);
            last = bucket;
            foreach (var value in bytes) writer.Write(value);
        }
    }

    private static LinearModel ReadModel(BinaryReader reader)
    {
        var name = reader.ReadString();
        var count = reader.Read7BitEncodedInt();
        var labels = Enumerable.Range(0, count).Select(_ => reader.ReadString()).ToArray();
        var bias = Enumerable.Range(0, count).Select(_ => reader.ReadSingle()).ToArray();
        var scales = Enumerable.Range(0, count).Select(_ => reader.ReadSingle()).ToArray();
        var rows = reader.Read7BitEncodedInt();
        var weights = new Dictionary<int, float[]>(rows);
        var bucket = 0;
        for (var row = 0; row < rows; row++)
        {
            bucket += reader.Read7BitEncodedInt();
            var values = new float[count];
            for (var label = 0; label < count; label++) values[label] = reader.ReadSByte() * scales[label];
            weights.Add(bucket, values);
        }

        return new(name, labels, bias, weights);
    }
}

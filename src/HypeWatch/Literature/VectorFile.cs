using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace HypeWatch.Literature;

/// <summary>
/// Vectors of unit length in one memory-mapped file, searched one by one: each as 32-bit floats and, in a quarter of the bytes, as bytes with a scale.
/// The file is derived from the database and is written anew as a whole.
/// </summary>
/// <remarks>
/// Layout, little-endian: magic (8 bytes), dimensions, count (32 bits each), stamp (64 bytes of text), floats, scales, bytes, then the names, each ended by a line feed.
/// Floats, scales and bytes each begin at a multiple of a cache line, so that a vector takes no more lines than it must.
/// </remarks>
public sealed class VectorFile : IDisposable
{
    internal const int HeaderBytes = 2 * Line;

    private const int StampBytes = 64;

    /// <summary>Bytes of a cache line.</summary>
    private const int Line = 64;

    /// <summary>Vectors between two looks at the file's bounds.</summary>
    private const int Chunk = 1024;

    /// <summary>Rough search keeps so many for each that is wanted, and compares these exactly: for ten of a million generated vectors all ten are found.</summary>
    private const int RescoreFactor = 4;

    private static readonly byte[] Magic = "HWVECT3\n"u8.ToArray();

    private readonly MappedBytes bytes;
    private readonly Lazy<string[]> names;

    private VectorFile(MappedBytes bytes)
    {
        this.bytes = bytes;
        Dimensions = bytes.Read<int>(Magic.Length, 1)[0];
        Count = bytes.Read<int>(Magic.Length + sizeof(int), 1)[0];
        Stamp = Encoding.ASCII.GetString(bytes.Read<byte>(Magic.Length + (2 * sizeof(int)), StampBytes)).TrimEnd('\0');
        names = new(ReadNames);
    }

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Number of vectors.</summary>
    public int Count { get; }

    /// <summary>What the file was made from, as its writer said.</summary>
    public string Stamp { get; }

    private long Scales => Lines(HeaderBytes + ((long)Count * Dimensions * sizeof(float)));

    private long Bytes => Lines(Scales + ((long)Count * sizeof(float)));

    private long Names => Bytes + ((long)Count * Dimensions);

    /// <summary>Opens a file; null when there is none, or when it is not whole.</summary>
    public static VectorFile? TryOpen(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < HeaderBytes) return null;
        var opened = new VectorFile(new(path));
        if (opened.bytes.Read<byte>(0, Magic.Length).SequenceEqual(Magic) && opened is { Dimensions: > 0, Count: >= 0 } && opened.bytes.Length >= opened.Names) return opened;
        opened.Dispose();
        return null;
    }

    /// <summary>Writes a file in the place of another, which readers keep until they open the new one.</summary>
    /// <param name="path">Where.</param>
    /// <param name="stamp">What the vectors were made from; at most 64 ASCII characters.</param>
    /// <param name="dimensions">Numbers in a vector.</param>
    /// <param name="vectors">Names, without line feeds, and vectors of any length but zero, which are scaled to unit length.</param>
    /// <exception cref="ArgumentException">A vector has other dimensions.</exception>
    public static void Write(string path, string stamp, int dimensions, IReadOnlyList<(string Name, float[] Vector)> vectors)
    {
        var draft = FormattableString.Invariant($"{path}.{Environment.ProcessId}.new");
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            writer.Write(Magic);
            writer.Write(dimensions);
            writer.Write(vectors.Count);
            var mark = new byte[StampBytes];
            Encoding.ASCII.GetBytes(stamp, mark);
            writer.Write(mark);
            Fill();
            var unit = new float[dimensions];
            var rough = new byte[dimensions];
            foreach (var (name, vector) in vectors)
            {
                if (vector.Length != dimensions) throw new ArgumentException($"the vector of {name} has {vector.Length} numbers, not {dimensions}", nameof(vectors));
                ToUnit(vector, unit);
                writer.Write(MemoryMarshal.AsBytes(unit.AsSpan()));
            }

            Fill();
            foreach (var (_, vector) in vectors)
            {
                ToUnit(vector, unit);
                writer.Write(RoughVector.Quantise(unit, rough));
            }

            Fill();
            foreach (var (_, vector) in vectors)
            {
                ToUnit(vector, unit);
                RoughVector.Quantise(unit, rough);
                writer.Write(rough);
            }

            foreach (var (name, _) in vectors) writer.Write(Encoding.UTF8.GetBytes(name + "\n"));

            void Fill()
            {
                writer.Flush();
                writer.Write(new byte[Lines(stream.Position) - stream.Position]);
            }
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>The nearest vectors by cosine, nearest first, every one compared exactly.</summary>
    public IReadOnlyList<(string Name, float Cosine)> Exact(ReadOnlySpan<float> query, int most)
    {
        ReadOnlySpan<float> asked = UnitOf(query);
        var best = new NearestList(most);
        Span<float> products = stackalloc float[Chunk];
        for (var first = 0; first < Count; first += Chunk)
        {
            var size = Math.Min(Chunk, Count - first);
            var chunk = bytes.Read<float>(FloatsOf(first), size * Dimensions);
            for (var i = 0; i < size; i++) products[i] = TensorPrimitives.Dot(asked, chunk.Slice(i * Dimensions, Dimensions));
            best.Offer(first, products[..size]);
        }

        return Named(best);
    }

    /// <summary>The nearest vectors by cosine, nearest first: all compared by their bytes, and the best of these exactly.</summary>
    public IReadOnlyList<(string Name, float Cosine)> Nearest(ReadOnlySpan<float> query, int most)
    {
        ReadOnlySpan<float> asked = UnitOf(query);
        var roughQuery = new RoughQuery(asked);
        var rough = new NearestList(most * RescoreFactor);
        Span<float> products = stackalloc float[Chunk];
        for (var first = 0; first < Count; first += Chunk)
        {
            var size = Math.Min(Chunk, Count - first);
            var chunk = bytes.Read<byte>(Bytes + ((long)first * Dimensions), size * Dimensions);
            var scales = bytes.Read<float>(Scales + ((long)first * sizeof(float)), size);
            var found = products[..size];
            roughQuery.Multiply(chunk, found);
            TensorPrimitives.Multiply(found, scales, found);
            rough.Offer(first, found);
        }

        var best = new NearestList(most);
        foreach (var (index, _) in rough.Sorted()) best.Offer(index, TensorPrimitives.Dot(asked, bytes.Read<float>(FloatsOf(index), Dimensions)));
        return Named(best);
    }

    /// <inheritdoc/>
    public void Dispose() => bytes.Dispose();

    /// <summary>A place, or the next one where a cache line begins.</summary>
    private static long Lines(long offset) => (offset + Line - 1) / Line * Line;

    private long FloatsOf(int index) => HeaderBytes + ((long)index * Dimensions * sizeof(float));

    private static void ToUnit(ReadOnlySpan<float> vector, Span<float> unit)
    {
        var length = TensorPrimitives.Norm(vector);
        if (length > 0) TensorPrimitives.Divide(vector, length, unit);
        else unit.Clear();
    }

    private float[] UnitOf(ReadOnlySpan<float> query)
    {
        if (query.Length != Dimensions) throw new ArgumentException($"the query has {query.Length} numbers, the file {Dimensions}", nameof(query));
        var unit = new float[Dimensions];
        ToUnit(query, unit);
        return unit;
    }

    private IReadOnlyList<(string Name, float Cosine)> Named(NearestList best) => [.. best.Sorted().Select(found => (names.Value[found.Index], found.Score))];

    private string[] ReadNames() => Encoding.UTF8.GetString(bytes.Read<byte>(Names, checked((int)(bytes.Length - Names)))).Split('\n')[..Count];
}

using HypeWatch.Literature;
using HypeWatch.Tests.Fakes;
using System.Numerics.Tensors;

namespace HypeWatch.Tests.Literature;

public sealed class VectorFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Path => System.IO.Path.Combine(folder.Path, "vectors");

    public void Dispose() => folder.Dispose();

    private static float[] Draw(Random random, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => (float)random.NextDouble() - 0.5F)];

    [Theory]
    [InlineData(384)]
    [InlineData(50)] // no multiple of a register
    [InlineData(3)]
    public void Both_searches_find_what_comparing_every_vector_finds(int dimensions)
    {
        var random = new Random(dimensions);
        var vectors = Enumerable.Range(0, 3000).Select(i => ($"work \u00E4 {i}", Draw(random, dimensions))).ToList();
        VectorFile.Write(Path, "stamp", dimensions, vectors);
        using var file = VectorFile.TryOpen(Path)!;
        var query = Draw(random, dimensions);
        var expected = vectors.OrderByDescending(vector => TensorPrimitives.CosineSimilarity(query, vector.Item2)).Take(10).Select(vector => vector.Item1).ToList();
        Assert.Equal(expected, file.Exact(query, 10).Select(found => found.Name));
        Assert.Equal(expected, file.Nearest(query, 10).Select(found => found.Name));
        Assert.Equal(TensorPrimitives.CosineSimilarity(query, vectors.First(vector => vector.Item1 == expected[0]).Item2), file.Exact(query, 1)[0].Cosine, 5);
    }

    [Fact]
    public void The_stamp_says_what_the_vectors_were_made_from_and_more_is_asked_than_there_is()
    {
        VectorFile.Write(Path, "model/1", 2, [("a", [1, 0]), ("zero", [0, 0])]);
        using var file = VectorFile.TryOpen(Path)!;
        Assert.Equal(("model/1", 2, 2), (file.Stamp, file.Dimensions, file.Count));
        Assert.Equal(["a", "zero"], file.Nearest([1, 1], 5).Select(found => found.Name));
    }

    [Fact]
    public void A_file_that_is_missing_cut_or_something_else_is_not_opened()
    {
        Assert.Null(VectorFile.TryOpen(Path));
        VectorFile.Write(Path, "s", 4, [("a", [1, 0, 0, 0]), ("b", [0, 1, 0, 0])]);
        var whole = File.ReadAllBytes(Path);
        File.WriteAllBytes(Path, whole[..100]);
        Assert.Null(VectorFile.TryOpen(Path));
        whole[0] ^= 1;
        File.WriteAllBytes(Path, whole);
        Assert.Null(VectorFile.TryOpen(Path));
    }

    [Fact]
    public void A_vector_of_other_dimensions_is_refused()
    {
        Assert.Throws<ArgumentException>(() => VectorFile.Write(Path, "s", 2, [("a", [1, 0, 0])]));
        VectorFile.Write(Path, "s", 2, [("a", [1, 0])]);
        using var file = VectorFile.TryOpen(Path)!;
        Assert.Throws<ArgumentException>(() => file.Exact([1, 0, 0], 1));
    }
}

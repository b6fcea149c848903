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
    [InlineData(130)] // two numbers more than four registers
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

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(129)]
    [InlineData(384)]
    [InlineData(1100)]
    public void The_products_of_rough_vectors_are_those_of_their_numbers(int dimensions)
    {
        var random = new Random(dimensions);
        var query = Draw(random, dimensions);
        var bytes = new byte[dimensions];
        RoughVector.Quantise(query, bytes);
        foreach (var count in (int[])[1, 3, 4, 9])
        {
            var others = new byte[count * dimensions];
            random.NextBytes(others);
            var products = new float[count];
            new RoughQuery(query).Multiply(others, products);
            var expected = Enumerable.Range(0, count).Select(i => (float)Enumerable.Range(0, dimensions).Sum(k => (bytes[k] - RoughVector.Middle) * (others[(i * dimensions) + k] - RoughVector.Middle)));
            Assert.Equal(expected, products);
        }
    }

    [Fact]
    public void Of_equals_the_first_are_kept_and_what_is_no_number_never()
    {
        var list = new NearestList(3);
        list.Offer(0, [.. Enumerable.Repeat(-2F, 70), float.NaN, 0F, -0F, 1F, -1F, float.NaN]);
        Assert.Equal([(73, 1F), (71, 0F), (72, -0F)], list.Sorted());
        var none = new NearestList(0);
        none.Offer(0, [1F]);
        Assert.Empty(none.Sorted());
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

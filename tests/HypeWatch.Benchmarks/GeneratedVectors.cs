using System.Collections;

namespace HypeWatch.Benchmarks;

/// <summary>Vectors around a thousand centres, made anew from their number each time, so that a million of them need no memory.</summary>
internal sealed class GeneratedVectors(int count, int seed) : IReadOnlyList<(string Name, float[] Vector)>
{
    public const int Dimensions = 384;

    private const int Centres = 1000;

    private const float Spread = 0.7F;

    private readonly float[][] centres = [.. Enumerable.Range(0, Centres).Select(i => Draw(new Random(seed + i)))];

    public int Count => count;

    public (string Name, float[] Vector) this[int index]
    {
        get
        {
            var random = new Random((seed * 31) + Centres + index);
            var centre = centres[random.Next(Centres)];
            var vector = Draw(random);
            for (var i = 0; i < Dimensions; i++) vector[i] = centre[i] + (Spread * vector[i]);
            return ($"work-{index}", vector);
        }
    }

    /// <summary>A vector near one of the centres that is none of these.</summary>
    public float[] Query(int number) => this[count + number].Vector;

    public IEnumerator<(string Name, float[] Vector)> GetEnumerator()
    {
        for (var i = 0; i < count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static float[] Draw(Random random)
    {
        var vector = new float[Dimensions];
        for (var i = 0; i < Dimensions; i++) vector[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        return vector;
    }
}

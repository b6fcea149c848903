using System.Numerics.Tensors;

namespace HypeWatch.Literature;

/// <summary>Vectors as bytes: each number over the largest, times 127, and 128 more, so that none is negative.</summary>
internal static class RoughVector
{
    /// <summary>What is added to each number.</summary>
    public const int Middle = 128;

    private const float Largest = 127;

    /// <summary>Makes the bytes of a vector.</summary>
    /// <returns>What a byte, less <see cref="Middle"/>, is to be multiplied by.</returns>
    public static float Quantise(ReadOnlySpan<float> vector, Span<byte> bytes)
    {
        var scale = TensorPrimitives.MaxMagnitude(vector) is var most && Math.Abs(most) > 0 ? Math.Abs(most) / Largest : 1;
        for (var i = 0; i < vector.Length; i++) bytes[i] = (byte)(Math.Round(vector[i] / scale) + Middle);
        return scale;
    }
}

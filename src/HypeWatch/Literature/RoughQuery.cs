using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HypeWatch.Literature;

/// <summary>A vector as signed bytes, to be compared with many of <see cref="RoughVector"/>.</summary>
internal sealed class RoughQuery
{
    private const int Lane = 32, FourLanes = 4 * Lane;

    private readonly sbyte[] bytes;
    private readonly short[] wide;

    /// <summary>What the middle of the others' bytes adds to each product.</summary>
    private readonly int excess;

    /// <summary>Makes the bytes of a vector.</summary>
    public RoughQuery(ReadOnlySpan<float> vector)
    {
        var rough = new byte[vector.Length];
        RoughVector.Quantise(vector, rough);
        bytes = Array.ConvertAll(rough, number => (sbyte)(number - RoughVector.Middle));
        wide = Array.ConvertAll(bytes, number => (short)number);
        excess = RoughVector.Middle * wide.Sum(number => number);
    }

    /// <summary>The inner products with vectors of the same length that stand one after the other.</summary>
    /// <param name="others">The bytes of all.</param>
    /// <param name="products">One a vector.</param>
    /// <exception cref="ArgumentException">There are not as many bytes as the vectors have numbers.</exception>
    public void Multiply(ReadOnlySpan<byte> others, Span<float> products)
    {
        if (others.Length != products.Length * bytes.Length) throw new ArgumentException($"{others.Length} bytes are not {products.Length} vectors of {bytes.Length}", nameof(others));
        for (var i = 0; i < products.Length; i++)
        {
            var other = others.Slice(i * bytes.Length, bytes.Length);
            products[i] = (AvxVnni.IsSupported ? DotVnni(other) : Avx2.IsSupported ? DotAvx2(other) : DotFrom(0, other)) - excess;
        }
    }

    private int DotVnni(ReadOnlySpan<byte> other)
    {
        // Four sums, since each addition waits for the one before it.
        Vector256<int> a = default, b = default, c = default, d = default;
        ref var left = ref MemoryMarshal.GetArrayDataReference(bytes);
        ref var right = ref MemoryMarshal.GetReference(other);
        var at = 0;
        for (; at <= other.Length - FourLanes; at += FourLanes)
        {
            a = Add(a, ref left, ref right, at);
            b = Add(b, ref left, ref right, at + Lane);
            c = Add(c, ref left, ref right, at + (2 * Lane));
            d = Add(d, ref left, ref right, at + (3 * Lane));
        }

        return Vector256.Sum(a + b + c + d) + DotFrom(at, other);
    }

    private static Vector256<int> Add(Vector256<int> sum, ref sbyte left, ref byte right, int at) =>
        AvxVnni.MultiplyWideningAndAdd(sum, Vector256.LoadUnsafe(ref right, (nuint)at), Vector256.LoadUnsafe(ref left, (nuint)at));

    private int DotAvx2(ReadOnlySpan<byte> other)
    {
        var sums = Vector256<int>.Zero;
        var left = MemoryMarshal.Cast<short, Vector256<short>>(wide);
        var right = MemoryMarshal.Cast<byte, Vector128<byte>>(other);
        for (var k = 0; k < right.Length; k++) sums += Avx2.MultiplyAddAdjacent(left[k], Avx2.ConvertToVector256Int16(right[k]));
        return Vector256.Sum(sums) + DotFrom(right.Length * Vector128<byte>.Count, other);
    }

    private int DotFrom(int first, ReadOnlySpan<byte> other)
    {
        var sum = 0;
        for (var at = first; at < other.Length; at++) sum += wide[at] * other[at];
        return sum;
    }
}

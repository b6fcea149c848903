using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HypeWatch.Literature;

/// <summary>A vector as signed bytes, to be compared with many of <see cref="RoughVector"/>.</summary>
internal sealed class RoughQuery
{
    private const int Lane = 32, FourLanes = 4 * Lane, Abreast = 4;

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
        var first = 0;
        if (AvxVnni.IsSupported)
            for (; first <= products.Length - Abreast; first += Abreast)
                MultiplyAbreast(others.Slice(first * bytes.Length, Abreast * bytes.Length), products.Slice(first, Abreast));
        for (; first < products.Length; first++)
        {
            var other = others.Slice(first * bytes.Length, bytes.Length);
            products[first] = (Avx2.IsSupported ? DotAvx2(other) : DotFrom(0, other)) - excess;
        }
    }

    /// <summary>Four vectors, one after the other as memory is read fastest, whose sums are folded together.</summary>
    private void MultiplyAbreast(ReadOnlySpan<byte> others, Span<float> products)
    {
        ref var first = ref MemoryMarshal.GetReference(others);
        var size = bytes.Length;
        var folded = Avx2.HorizontalAdd(
            Avx2.HorizontalAdd(SumsWith(ref first), SumsWith(ref Unsafe.Add(ref first, size))),
            Avx2.HorizontalAdd(SumsWith(ref Unsafe.Add(ref first, 2 * size)), SumsWith(ref Unsafe.Add(ref first, 3 * size))));
        var sums = folded.GetLower() + folded.GetUpper() - Vector128.Create(excess);
        var rest = size - (size % FourLanes);
        if (rest < size) sums += Vector128.Create(DotFrom(rest, others[..size]), DotFrom(rest, others[size..]), DotFrom(rest, others[(2 * size)..]), DotFrom(rest, others[(3 * size)..]));
        Vector128.ConvertToSingle(sums).CopyTo(products);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> SumsWith(ref byte right)
    {
        // Four sums, since each addition waits for the one before it.
        Vector256<int> a = default, b = default, c = default, d = default;
        ref var left = ref MemoryMarshal.GetArrayDataReference(bytes);
        for (var at = 0; at <= bytes.Length - FourLanes; at += FourLanes)
        {
            a = Add(a, ref left, ref right, at);
            b = Add(b, ref left, ref right, at + Lane);
            c = Add(c, ref left, ref right, at + (2 * Lane));
            d = Add(d, ref left, ref right, at + (3 * Lane));
        }

        return a + b + c + d;
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
        for (var at = first; at < wide.Length; at++) sum += wide[at] * other[at];
        return sum;
    }
}

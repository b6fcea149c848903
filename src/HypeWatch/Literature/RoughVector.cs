using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HypeWatch.Literature;

/// <summary>Vectors as signed bytes: each number over the largest, times 127.</summary>
internal static class RoughVector
{
    private const float Largest = 127;

    /// <summary>Makes the bytes of a vector.</summary>
    /// <returns>What a byte is to be multiplied by.</returns>
    public static float Quantise(ReadOnlySpan<float> vector, Span<sbyte> bytes)
    {
        var scale = TensorPrimitives.MaxMagnitude(vector) is var most && Math.Abs(most) > 0 ? Math.Abs(most) / Largest : 1;
        for (var i = 0; i < vector.Length; i++) bytes[i] = (sbyte)Math.Round(vector[i] / scale);
        return scale;
    }

    /// <summary>The inner product of a vector, widened once, and the bytes of another of the same length.</summary>
    public static int Dot(ReadOnlySpan<short> wide, ReadOnlySpan<sbyte> bytes)
    {
        var sum = 0;
        var done = 0;
        if (Avx512BW.IsSupported)
        {
            var (even, odd) = (Vector512<int>.Zero, Vector512<int>.Zero);
            var left = MemoryMarshal.Cast<short, Vector512<short>>(wide);
            var right = MemoryMarshal.Cast<sbyte, Vector256<sbyte>>(bytes);
            var k = 0;
            for (; k < right.Length - 1; k += 2)
            {
                even += Avx512BW.MultiplyAddAdjacent(left[k], Avx512BW.ConvertToVector512Int16(right[k]));
                odd += Avx512BW.MultiplyAddAdjacent(left[k + 1], Avx512BW.ConvertToVector512Int16(right[k + 1]));
            }

            if (k < right.Length) even += Avx512BW.MultiplyAddAdjacent(left[k], Avx512BW.ConvertToVector512Int16(right[k]));
            sum = Vector512.Sum(even + odd);
            done = right.Length * Vector256<sbyte>.Count;
        }
        else if (Avx2.IsSupported)
        {
            var sums = Vector256<int>.Zero;
            var left = MemoryMarshal.Cast<short, Vector256<short>>(wide);
            var right = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(bytes);
            for (var k = 0; k < right.Length; k++) sums += Avx2.MultiplyAddAdjacent(left[k], Avx2.ConvertToVector256Int16(right[k]));
            sum = Vector256.Sum(sums);
            done = right.Length * Vector128<sbyte>.Count;
        }

        for (; done < bytes.Length; done++) sum += wide[done] * bytes[done];
        return sum;
    }
}

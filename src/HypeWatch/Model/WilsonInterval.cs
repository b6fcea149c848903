namespace HypeWatch.Model;

/// <summary>The 95 % Wilson score interval of a share (Wilson 1927): sound for small counts, unlike the normal interval.</summary>
/// <param name="Low">Lower bound, 0 to 1.</param>
/// <param name="High">Upper bound, 0 to 1.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    /// <summary>Standard normal quantile of a 95 % interval.</summary>
    private const double Z = 1.959964;

    /// <summary>The interval of <paramref name="right"/> out of <paramref name="total"/>; 0 to 1 when there is nothing to count.</summary>
    public static WilsonInterval Of(int right, int total)
    {
        if (total == 0) return new(0, 1);
        double n = total, p = right / n, zz = Z * Z;
        var (middle, spread, scale) = (p + zz / (2 * n), Z * Math.Sqrt(p * (1 - p) / n + zz / (4 * n * n)), 1 + zz / n);
        return new(Math.Max(0, (middle - spread) / scale), Math.Min(1, (middle + spread) / scale));
    }
}

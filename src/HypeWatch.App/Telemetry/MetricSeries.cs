using System.Globalization;
using System.Text;

namespace HypeWatch.App.Telemetry;

/// <summary>One number that is counted, or one distribution; safe for many writers.</summary>
/// <param name="isHistogram">Whether values are counted by size.</param>
internal sealed class MetricSeries(bool isHistogram)
{
    private static readonly double[] Bounds = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120];

    private readonly Lock gate = new();
    private readonly long[] counts = new long[Bounds.Length + 1];
    private double sum;

    /// <summary>Adds a value.</summary>
    public void Add(double value)
    {
        lock (gate)
        {
            sum += value;
            if (isHistogram) counts[Array.FindIndex(Bounds, bound => value <= bound) is var at and >= 0 ? at : Bounds.Length]++;
        }
    }

    /// <summary>Replaces the value.</summary>
    public void Set(double value)
    {
        lock (gate) sum = value;
    }

    /// <summary>Writes it.</summary>
    public void Write(StringBuilder text, string name, string labels)
    {
        lock (gate)
        {
            if (!isHistogram)
            {
                Line(text, name, labels, sum);
                return;
            }

            long below = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                below += counts[i];
                var bound = i < Bounds.Length ? Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                Line(text, name + "_bucket", (labels.Length == 0 ? "" : labels + ",") + MetricsText.Label("le", bound), below);
            }

            Line(text, name + "_sum", labels, sum);
            Line(text, name + "_count", labels, below);
        }
    }

    /// <summary>Writes a line.</summary>
    public static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : "{" + labels + "}")} {value}\n");
}

using System.Globalization;
using HypeWatch.Predictions;

namespace HypeWatch.App.Drawings;

/// <summary>Draws a calibration table: what was given a probability against how often it happened; on the broken line both are equal.</summary>
internal static class CalibrationPlot
{
    private const double Left = 48, Top = 16, Side = 260, Right = 16, Bottom = 44;
    private const double LeastRadius = 3, MostRadius = 14;

    /// <summary>The drawing.</summary>
    public static string Of(IReadOnlyList<CalibrationRow> rows)
    {
        var words = string.Join("; ", rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"mean probability {row.MeanProbability:0.##}: {row.Happened:0.##} of {row.Count} happened")));
        var svg = new Svg("calibration", Left + Side + Right, Top + Side + Bottom, "Calibration: probability against what happened", words + ".");
        svg.Box(Left, Top, Side, Side, isHeavy: false);
        svg.Line(X(0), Y(0), X(1), Y(1), isDashed: true);
        foreach (var tick in (ReadOnlySpan<double>)[0, 0.5, 1])
        {
            svg.Words(X(tick), Top + Side + 18, tick.ToString("0 %", CultureInfo.InvariantCulture), "middle");
            svg.Words(Left - 6, Y(tick) + 4, tick.ToString("0 %", CultureInfo.InvariantCulture), "end");
        }

        svg.Words(Left + Side, Top + Side + 36, "probability given; numbers: how many decided", "end");
        foreach (var row in rows)
        {
            var (x, y) = (X(row.MeanProbability), Y(row.Happened / row.Count));
            var radius = Math.Clamp(LeastRadius * Math.Sqrt(row.Count), LeastRadius, MostRadius);
            svg.Disc(x, y, radius);
            svg.Words(x, y < Top + Side / 2 ? y + radius + 13 : y - radius - 4, row.Count.ToString(CultureInfo.InvariantCulture), "middle");
        }

        return svg.ToString();
    }

    private static double X(double share) => Left + (share * Side);

    private static double Y(double share) => Top + ((1 - share) * Side);
}

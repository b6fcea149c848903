using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.App.Drawings;

/// <summary>Draws scores by the day on which the predictions were made, and says of each what it is relative to.</summary>
internal static class ScorePlot
{
    private const double Left = 48, Top = 16, Width = 520, Height = 200, Right = 16, Bottom = 44;

    /// <summary>The drawing; null where no set has a score.</summary>
    public static string? Of(IReadOnlyList<PredictionSet> sets)
    {
        var scored = sets.Where(set => Registration.IsScored(set) && !PredictionScore.IsIncomplete(set)).Select(set => (Set: set, PredictionScore.Of(set).Expectation)).Where(pair => pair.Expectation is not null)
            .Select(pair => (pair.Set.MadeOn, pair.Set.Forecaster, Score: pair.Expectation!.Value)).OrderBy(pair => pair.MadeOn).ThenBy(pair => pair.Forecaster, StringComparer.Ordinal).ToList();
        if (scored.Count == 0) return null;
        var most = Math.Max(1, Math.Ceiling(scored.Max(pair => Math.Abs(pair.Score))));
        var (first, days) = (scored[0].MadeOn.DayNumber, Math.Max(1, scored[^1].MadeOn.DayNumber - scored[0].MadeOn.DayNumber));
        var left = sets.Count - scored.Count;
        var words = string.Join("; ", scored.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.MadeOn:yyyy-MM-dd}, {pair.Forecaster}: {pair.Score:+0.00;-0.00;0.00}")))
            + string.Create(CultureInfo.InvariantCulture, $"; each {PredictionScore.Meaning}.{(left > 0 ? $" {left} more without a score." : "")}");
        var svg = new Svg("scores", Left + Width + Right, Top + Height + Bottom, "Scores over time", words);
        svg.Line(Left, Y(0), Left + Width, Y(0), isDashed: true);
        svg.Line(Left, Top, Left, Top + Height);
        foreach (var tick in (ReadOnlySpan<double>)[-most, 0, most]) svg.Words(Left - 6, Y(tick) + 4, tick.ToString("+0;-0;0", CultureInfo.InvariantCulture), "end");
        svg.Words(Left, Top + Height + 18, Day(scored[0].MadeOn));
        if (scored[^1].MadeOn != scored[0].MadeOn) svg.Words(Left + Width, Top + Height + 18, Day(scored[^1].MadeOn), "end");
        svg.Words(Left + (Width / 2), Top + Height + 36, $"score, {PredictionScore.Meaning}", "middle");
        // Scores of different forecasters are relative to different expectations: no line joins them.
        var last = new Dictionary<string, (double X, double Y)>(StringComparer.Ordinal);
        foreach (var (day, forecaster, score) in scored)
        {
            var at = (X: Left + 28 + ((Width - 56) * (day.DayNumber - first) / days), Y: Y(score));
            if (last.TryGetValue(forecaster, out var before)) svg.Line(before.X, before.Y, at.X, at.Y);
            svg.Disc(at.X, at.Y, 4);
            svg.Words(at.X, score < 0 ? at.Y + 18 : at.Y - 8, score.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture), "middle");
            last[forecaster] = at;
        }

        return svg.ToString();

        double Y(double score) => Top + (Height / 2) - (score / most * (Height / 2 - 24));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using HypeWatch.Model;

namespace HypeWatch.App.Cli;

/// <summary>Prediction sets in the forms that <c>predict import</c> reads.</summary>
internal static class PredictExport
{
    public sealed record ExportedItem(int Number, string Statement, double? Probability, string Outcome, double? Fraction, string? Rationale);

    public sealed record ExportedSet(string Forecaster, DateOnly Made, string About, double? ReportedScore, string? Commitment, IReadOnlyList<ExportedItem> Predictions);

    public sealed record Exported(IReadOnlyList<ExportedSet> Sets);

    public static Exported Json(IEnumerable<PredictionSet> sets) => new(
    [
        .. sets.Select(set => new ExportedSet(
            set.Forecaster, set.MadeOn, set.About, set.ReportedScore, set.Commitment,
            [.. set.Items.Select(item => new ExportedItem(item.Number, item.Statement, item.Probability, item.Resolution.ToCode(), item.Fraction, item.Rationale))])),
    ]);

    public static string Markdown(IEnumerable<PredictionSet> sets)
    {
        var text = new StringBuilder();
        foreach (var set in sets)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {Line(set.About)}\n\nForecaster: {Line(set.Forecaster)}\nMade: {set.MadeOn:yyyy-MM-dd}\n");
            if (set.ReportedScore is { } reported) text.Append(CultureInfo.InvariantCulture, $"Reported score: {reported:0.######}\n");
            text.Append('\n');
            foreach (var item in set.Items)
            {
                var probability = item.Probability is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0.####}%") : "?";
                var fraction = item.Fraction is { } share ? string.Create(CultureInfo.InvariantCulture, $" {share:0.######}") : "";
                var why = item.Rationale is { } reason ? ": " + Line(reason).Replace(']', ')') : "";
                text.Append(CultureInfo.InvariantCulture, $"{item.Number}. ({probability}) {Line(item.Statement)} [{item.Resolution.ToCode()}{fraction}{why}]\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();
}

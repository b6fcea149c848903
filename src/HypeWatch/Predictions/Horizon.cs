using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>How far ahead a prediction looked: the days between when it was made and when its outcome could be known.</summary>
public static class Horizon
{
    /// <summary>Said where the day on which an outcome could be known is not.</summary>
    public const string Unknown = "not known";

    private static readonly (int Last, string Name)[] Ranges = [(30, "0-30 days"), (90, "31-90 days"), (365, "91-365 days"), (int.MaxValue, "over 365 days")];

    /// <summary>The names of the ranges, nearest first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Ranges.Select(range => range.Name), Unknown];

    /// <summary>The days; null where it is not known when the outcome could be.</summary>
    public static int? DaysOf(PredictionSet set, Prediction item) => item.KnownAt is { } known ? known.DayNumber - set.MadeOn.DayNumber : null;

    /// <summary>The range in which the days of a prediction lie.</summary>
    public static string NameOf(PredictionSet set, Prediction item) => DaysOf(set, item) is { } days ? Ranges.First(range => days <= range.Last).Name : Unknown;
}

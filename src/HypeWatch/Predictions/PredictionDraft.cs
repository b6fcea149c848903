using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>A list of predictions as a file states it, in words, before it is checked.</summary>
/// <param name="Forecaster">Who made them.</param>
/// <param name="Made">When, <c>yyyy-MM-dd</c>.</param>
/// <param name="About">What they are about.</param>
/// <param name="ReportedScore">The forecaster's own score.</param>
/// <param name="Items">The predictions.</param>
internal sealed record PredictionDraft(string? Forecaster, string? Made, string? About, string? ReportedScore, IReadOnlyList<PredictionDraftItem> Items)
{
    private const string UnknownStatement = "(wording not known)";

    /// <summary>Where the list begins.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>The checked list.</summary>
    /// <param name="defaults">What the command line says where the file says nothing.</param>
    /// <exception cref="HypeWatchException">Something is missing or makes no sense; the message names the line and what to write there.</exception>
    public PredictionSet ToSet(PredictionDefaults defaults)
    {
        var forecaster = Given(Forecaster) ?? defaults.Forecaster ?? throw Place.Wrong("the list names no forecaster; write one into the file, or say it with --forecaster");
        var made = Given(Made) is { } day
            ? DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : throw Place.Wrong($"'{day}' is no day on which the list was made; write it as yyyy-MM-dd")
            : defaults.Made ?? throw Place.Wrong("the list does not say when it was made; write the day into the file, or say it with --made");
        var about = Given(About) ?? defaults.About ?? throw Place.Wrong("the list does not say what it is about; write it into the file, or say it with --about");
        if (Items.Count == 0) throw Place.Wrong($"the list '{about}' has no prediction; write each as an item with its statement and probability");
        var items = new List<Prediction>();
        foreach (var (i, item) in Items.Index())
        {
            var prediction = Placed(item.Place, () => Read(item, i + 1));
            if (items.Exists(known => known.Number == prediction.Number)) throw item.Place.Wrong($"the list '{about}' has number {prediction.Number} twice; give each prediction a number of its own");
            items.Add(prediction);
        }

        var reported = Placed(Place, () => Number(ReportedScore, "reported score"));
        return new(new(ContentId.Of("prd", forecaster, made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), about)), forecaster, made, about, null, null, reported, items);
    }

    /// <summary>Reads an outcome: <c>true</c>, <c>false</c>, <c>partial 0.4</c>, <c>void</c>, <c>open</c>.</summary>
    /// <exception cref="HypeWatchException">The words are none of these.</exception>
    public static (Resolution Resolution, double? Fraction) Outcome(string? words, string? fraction = null)
    {
        var parts = (Given(words) ?? "open").ToLowerInvariant().Split([' ', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        Resolution? resolution = parts[0] switch
        {
            "true" or "yes" or "happened" => Resolution.True,
            "false" or "no" or "failed" => Resolution.False,
            "partial" or "partially" => Resolution.Partial,
            "void" => Resolution.Void,
            "open" or "unknown" or "?" => Resolution.Open,
            _ => null,
        };
        if (resolution is not { } known) throw new HypeWatchException($"'{words}' is no outcome; known: true, false, partial F (0 to 1), void, open");
        if (known != Resolution.Partial) return (known, null);
        var share = Number(parts.Length > 1 ? parts[1] : fraction, "fraction");
        return share is > 0 and < 1 ? (known, share) : throw new HypeWatchException("a partial outcome needs its fraction between 0 and 1, for example 'partial 0.4'");
    }

    private static T Placed<T>(FilePlace place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (HypeWatchException problem)
        {
            throw place.Wrong(problem.Message, problem);
        }
    }

    private static Prediction Read(PredictionDraftItem item, int place)
    {
        var number = Given(item.Number) is { } stated
            ? int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0 ? read : throw new HypeWatchException($"'{stated}' is no number of a prediction; they go from 1 on")
            : place;
        var (resolution, fraction) = Outcome(item.Outcome, item.Fraction);
        return new(number, Given(item.Statement) ?? UnknownStatement, Probability(item.Probability), resolution, fraction, Given(item.Rationale));
    }

    /// <summary>Reads a probability: 0 to 1, or a percentage; null for an empty field, <c>?</c> or <c>unknown</c>.</summary>
    /// <exception cref="HypeWatchException">It is neither.</exception>
    internal static double? Probability(string? words)
    {
        if (Given(words) is not { } text || text is "?" || text.Equals("unknown", StringComparison.OrdinalIgnoreCase)) return null;
        var isPercent = text.EndsWith('%');
        var value = Number(text.TrimEnd('%', ' '), "probability") / (isPercent ? 100 : 1);
        return value is >= 0 and <= 1 ? Math.Round(value.Value, 6) : throw new HypeWatchException($"'{words}' is no probability; it lies between 0 and 1, or 0% and 100%");
    }

    private static double? Number(string? words, string what) =>
        Given(words) is not { } text ? null
        : double.TryParse(text.Replace('\u2212', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw new HypeWatchException($"'{words}' is no {what}; write a number such as 0.25");

    private static string? Given(string? words) => string.IsNullOrWhiteSpace(words) || words.Trim() is "null" or "~" ? null : words.Trim();
}

/// <summary>One prediction as a file states it.</summary>
internal sealed record PredictionDraftItem(FilePlace Place, string? Number, string? Statement, string? Probability, string? Outcome, string? Fraction, string? Rationale);

/// <summary>What the command line says about lists that do not say it themselves.</summary>
/// <param name="Forecaster">Who made them.</param>
/// <param name="Made">When.</param>
/// <param name="About">What they are about.</param>
public sealed record PredictionDefaults(string? Forecaster = null, DateOnly? Made = null, string? About = null);

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

    /// <summary>The release, as an id, an address or a title.</summary>
    public string? Release { get; init; }

    /// <summary>Address of the post that holds the list.</summary>
    public string? Source { get; init; }

    /// <summary>Id of the document whose list it is.</summary>
    public string? Document { get; init; }

    /// <summary>What the predictions are about.</summary>
    public string? Topic { get; init; }

    /// <summary>By when.</summary>
    public string? Deadline { get; init; }

    /// <summary>How they are to be settled.</summary>
    public string? Criteria { get; init; }

    /// <summary>When the outcomes could be known, where an item does not say it.</summary>
    public string? KnownAt { get; init; }

    /// <summary>The hash of the list as it was registered elsewhere.</summary>
    public string? Hash { get; init; }

    /// <summary>Since when that hash is kept there.</summary>
    public string? HashKeptSince { get; init; }

    /// <summary>The checked list.</summary>
    /// <param name="defaults">What the command line says where the file says nothing.</param>
    /// <exception cref="HypeWatchException">Something is missing or makes no sense; the message names the line and what to write there.</exception>
    public PredictionSet ToSet(PredictionDefaults defaults)
    {
        var forecaster = OneLine(Given(Forecaster)) ?? defaults.Forecaster ?? throw Place.Wrong("the list names no forecaster; write one into the file, or say it with --forecaster");
        var made = Given(Made) is { } day
            ? DayOf(day) ?? throw Place.Wrong($"'{day}' is no day on which the list was made; write it as yyyy-MM-dd")
            : defaults.Made ?? throw Place.Wrong("the list does not say when it was made; write the day into the file, or say it with --made");
        if (defaults.Today is { } today && made > today)
            throw Place.Wrong(FormattableString.Invariant($"the list was made on {made:yyyy-MM-dd}, which is yet to come (today is {today:yyyy-MM-dd}, UTC); write the day on which it was made"));
        var about = Given(About) ?? defaults.About ?? throw Place.Wrong("the list does not say what it is about; write it into the file, or say it with --about");
        if (Items.Count == 0) throw Place.Wrong($"the list '{about}' has no prediction; write each as an item with its statement and probability");
        var (items, stated) = (new List<Prediction>(), new List<StatedResolution>());
        foreach (var (i, item) in Items.Index())
        {
            var prediction = Placed(item.Place, () => Read(item, i + 1));
            if (items.Exists(known => known.Number == prediction.Number)) throw item.Place.Wrong($"the list '{about}' has number {prediction.Number} twice; give each prediction a number of its own");
            Check(item.Place, prediction.KnownAt, made, defaults.Today);
            items.Add(prediction);
            foreach (var beside in item.Beside.OrderBy(statement => statement.IsDispute))
                if (!beside.IsDispute) stated.Add(Placed(beside.Place, () => beside.Of(prediction.Number, forecaster, null)));
            if (item.Own is { SaysMore: true } own) stated.Add(Placed(own.Place, () => own.Of(prediction.Number, forecaster, prediction)));
            foreach (var beside in item.Beside)
                if (beside.IsDispute) stated.Add(Placed(beside.Place, () => beside.Of(prediction.Number, forecaster, null)));
            foreach (var statement in stated.Where(statement => statement.Number == prediction.Number)) Check(item.Place, statement.KnownAt, made, defaults.Today);
        }

        return Checked(new(
            new(ContentId.Of("prd", forecaster, made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Given(Document) ?? OneLine(about)!)), forecaster, made, about, null,
            Given(Document) is { } document ? new DocumentId(document) : null, Placed(Place, () => Number(ReportedScore, "reported score")), items)
        {
            Stated = stated, ReleaseNamed = OneLine(Given(Release)) ?? defaults.Release, Source = Given(Source) ?? defaults.Source, Origin = Given(Document), Topic = OneLine(Given(Topic)) ?? defaults.Topic,
            Deadline = Placed(Place, () => Day(Deadline, "deadline")) ?? defaults.Deadline, Criteria = OneLine(Given(Criteria)) ?? defaults.Criteria,
            StatedCommittedAt = Placed(Place, () => PredictionDraftStatement.At(HashKeptSince, "time since which the hash is kept")),
        });
    }

    private PredictionSet Checked(PredictionSet set)
    {
        if (Given(Hash) is not { } hash || hash.Equals(Commitment.Of(set), StringComparison.OrdinalIgnoreCase)) return set;
        throw Place.Wrong($"the list was changed since its hash {hash} was kept: as it stands it has {Commitment.Of(set)}; restore its words and numbers, or take the hash out to register another list");
    }

    private static void Check(FilePlace place, DateOnly? known, DateOnly made, DateOnly? today)
    {
        if (known < made) throw place.Wrong(FormattableString.Invariant($"an outcome was known on {known:yyyy-MM-dd}, before the list was made ({made:yyyy-MM-dd}); correct one of the days"));
        if (today is { } now && known > now) throw place.Wrong(FormattableString.Invariant($"an outcome was known on {known:yyyy-MM-dd}, which is yet to come; write 'open' until then"));
    }

    /// <summary>Reads an outcome: <c>true</c>, <c>false</c>, <c>partial 0.4</c>, <c>void</c>, <c>open</c>.</summary>
    /// <exception cref="HypeWatchException">The words are none of these.</exception>
    public static (Resolution Resolution, double? Fraction) Outcome(string? words, string? fraction = null)
    {
        var parts = (Given(words) ?? "open").ToLowerInvariant().Split([' ', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        Resolution? resolution = (parts.Length > 0 ? parts[0] : "") switch
        {
            "true" or "yes" or "happened" => Resolution.True,
            "false" or "no" or "failed" => Resolution.False,
            "partial" or "partially" => Resolution.Partial,
            "void" => Resolution.Void,
            "open" or "unknown" or "?" => Resolution.Open,
            _ => null,
        };
        if (resolution is not { } known || (known != Resolution.Partial && parts.Length > 1)) throw new HypeWatchException($"'{words}' is no outcome; known: true, false, partial F (0 to 1), void, open");
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

    private Prediction Read(PredictionDraftItem item, int place)
    {
        var number = Given(item.Number) is { } stated
            ? int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0 ? read : throw new HypeWatchException($"'{stated}' is no number of a prediction; they go from 1 on")
            : place;
        var (resolution, fraction) = Outcome(item.Outcome, item.Fraction);
        return new(number, Given(item.Statement) ?? UnknownStatement, Probability(item.Probability), resolution, fraction, Given(item.Rationale))
        {
            Topic = OneLine(Given(item.Topic)), Deadline = Day(item.Deadline, "deadline"), Criteria = OneLine(Given(item.Criteria)),
            KnownAt = Day(item.Own?.KnownAt, "day on which the outcome was known") ?? (resolution is Resolution.Open ? null : Day(KnownAt, "day on which the outcomes were known")),
        };
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

    /// <summary>Reads a day; null for an empty field.</summary>
    /// <exception cref="HypeWatchException">It is none.</exception>
    internal static DateOnly? Day(string? words, string what) => Given(words) is not { } text ? null : DayOf(text) ?? throw new HypeWatchException($"'{text}' is no {what}; write it as yyyy-MM-dd");

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // A name that a file breaks over lines is the same name in every form that it is exported to.
    private static string? OneLine(string? words) => words?.ReplaceLineEndings(" ").Trim();

    /// <summary>What a field says; null for one that is empty or says null.</summary>
    internal static string? Given(string? words) => string.IsNullOrWhiteSpace(words) || words.Trim() is "null" or "~" ? null : words.Trim();
}

/// <summary>One prediction as a file states it.</summary>
internal sealed record PredictionDraftItem(FilePlace Place, string? Number, string? Statement, string? Probability, string? Outcome, string? Fraction, string? Rationale)
{
    /// <summary>What it is about.</summary>
    public string? Topic { get; init; }

    /// <summary>By when.</summary>
    public string? Deadline { get; init; }

    /// <summary>How it is to be settled.</summary>
    public string? Criteria { get; init; }

    /// <summary>Who says the outcome that counts, since when it was known, and by which claims; null when the file does not say.</summary>
    public PredictionDraftStatement? Own { get; init; }

    /// <summary>What else was said of the outcome.</summary>
    public IReadOnlyList<PredictionDraftStatement> Beside { get; init; } = [];
}

/// <summary>What the command line says about lists that do not say it themselves.</summary>
/// <param name="Forecaster">Who made them.</param>
/// <param name="Made">When.</param>
/// <param name="About">What they are about.</param>
public sealed record PredictionDefaults(string? Forecaster = null, DateOnly? Made = null, string? About = null)
{
    /// <summary>The day on which they are read; null to let any day be.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The release, as an id, an address or a title.</summary>
    public string? Release { get; init; }

    /// <summary>Address of the post that holds them.</summary>
    public string? Source { get; init; }

    /// <summary>What they are about, in a word or two.</summary>
    public string? Topic { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>How they are to be settled.</summary>
    public string? Criteria { get; init; }
}

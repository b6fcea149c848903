using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// Reads lists of predictions out of a file: YAML or JSON, CSV, or a Markdown list as in a forum post. Each form may hold several lists and their outcomes.
/// </summary>
public static class PredictionFile
{
    private const int MaxCharacters = 1_000_000;

    /// <summary>Extensions that can be read.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".yaml", ".yml", ".json", ".csv", ".md", ".markdown", ".txt"];

    /// <summary>Reads an outcome: <c>true</c>, <c>false</c>, <c>partial 0.4</c>, <c>void</c>, <c>open</c>.</summary>
    /// <exception cref="HypeWatchException">The words are none of these.</exception>
    public static (Resolution Resolution, double? Fraction) Outcome(string words) => PredictionDraft.Outcome(words);

    /// <summary>The lists of a file's text.</summary>
    /// <param name="name">The file's name; its extension tells the form.</param>
    /// <param name="text">Its text.</param>
    /// <param name="defaults">What holds where the file says nothing.</param>
    /// <exception cref="HypeWatchException">The text does not hold a list of predictions, or part of it makes no sense; nothing is taken in part.</exception>
    public static IReadOnlyList<PredictionSet> Read(string name, string text, PredictionDefaults defaults)
    {
        if (text.Length > MaxCharacters) throw new HypeWatchException($"{name} is longer than {MaxCharacters} characters");
        var drafts = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".yaml" or ".yml" or ".json" => PredictionYaml.Read(name, text),
            ".csv" => PredictionCsv.Read(name, text),
            ".md" or ".markdown" or ".txt" => PredictionMarkdown.Read(name, text),
            var other => throw new HypeWatchException($"{name}: a file '{other}' is not read; known: {string.Join(", ", Extensions)}"),
        };
        List<PredictionSet> sets = [.. drafts.Select(draft => draft.ToSet(defaults))];
        return sets.Count > 0 ? sets : throw new HypeWatchException($"{name} holds no list of predictions; {Remedy(Path.GetExtension(name).ToLowerInvariant())}");
    }

    private static string Remedy(string extension) => extension switch
    {
        ".csv" => "below a line that names the columns statement and probability, write a line for each",
        ".yaml" or ".yml" or ".json" => "write 'predictions:' and below it '- {statement: ..., probability: 0.9}' for each",
        _ => "write each as a line such as '1. (90%) they compare with a baseline'",
    };
}

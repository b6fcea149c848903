using System.Collections.Frozen;
using System.Globalization;
using HypeWatch.Lexicons;

namespace HypeWatch.Propagation;

/// <summary>One meaning that genres word differently.</summary>
/// <param name="Name">Its name; a plain word is its own stem.</param>
/// <param name="Weight">How much sharing it says, 0 to 1: that two texts both speak of models, or of researchers, says little or nothing.</param>
/// <param name="IsOpposite">Whether the word says the contrary: "lower" is the contrary of "higher", and "not lower" comes to the same.</param>
internal readonly record struct Concept(string Name, double Weight, bool IsOpposite);

/// <summary>
/// The words by which papers, posts and newspapers say the same: "fires on", "reacts to"; "lies", "deception". Read from <c>paraphrases.tsv</c>; what is not
/// listed is its own stem.
/// </summary>
internal sealed class Paraphrases
{
    private readonly FrozenDictionary<string, Concept> byWord;

    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">A line is malformed; the message names it.</exception>
    public Paraphrases()
    {
        using var stream = typeof(Paraphrases).Assembly.GetManifestResourceStream("paraphrases.tsv")!;
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, Concept>(StringComparer.Ordinal);
        reader.ReadLine();
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            var columns = line.Split('\t');
            if (columns.Length < 4 || !double.TryParse(columns[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight))
                throw new FormatException($"paraphrases.tsv, line {number}: expected concept, weight, words and opposites");
            Add(columns[2], new("~" + columns[0], weight, false));
            Add(columns[3], new("~" + columns[0], weight, true));
        }

        byWord = words.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string list, Concept concept)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries)) words.TryAdd(word, concept);
        }
    }

    /// <summary>The concept of a lower-case word; null when it carries no content.</summary>
    public Concept? Of(string word) =>
        char.IsDigit(word[0]) ? null :
        byWord.TryGetValue(word, out var concept) ? concept.Weight > 0 ? concept : null
        : ContentWords.StemOf(word) is { Length: > 2 } stem ? new(stem, 1, false) : null;
}

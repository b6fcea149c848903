using System.Collections.Frozen;
using HypeWatch.Lexicons;
using HypeWatch.Storage;

namespace HypeWatch.Literature;

/// <summary>The words by which works are looked for: what a text says once the words that every text holds are left out.</summary>
internal static class WorkWords
{
    /// <summary>A query asks for so many words at most, those that come first: a whole abstract has about a hundred and fifty.</summary>
    private const int MostWords = 200;

    /// <summary>Words without a subject of their own. Unlike <see cref="ContentWords"/>, words of results and methods stay: works are told apart by them.</summary>
    private static readonly FrozenSet<string> Common =
        """
        a an the of in on at to for from by with and or not is are was were be been being has have had do does did this that these those it its as than then but if into over under
        between among during through can could may might will would should also such which who whom whose what when where why how there their they them we our us you your i he she his
        her him all any both each more most other some no nor only own same so too very s t just
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a text in order, in lower case; runs of letters and digits, as the databases' tokenizers cut them.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        for (var at = 0; Next(text, ref at) is { IsEmpty: false } word;) words.Add(word.ToString().ToLowerInvariant());
        return words;
    }

    /// <summary>The next run of letters and digits; empty at the end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to look from; afterwards the run's end.</param>
    public static ReadOnlySpan<char> Next(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
        var start = at;
        while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
        return text[start..at];
    }

    /// <summary>A query in the database's language that any of the telling words answers; null when the text has no word.</summary>
    public static string? AnyOf(string text, DatabaseKind kind)
    {
        var all = Of(text);
        var telling = all.Where(IsTelling).ToList();
        var asked = (telling.Count > 0 ? telling : all).Distinct(StringComparer.Ordinal).Take(MostWords).Select(word => $"\"{word}\"").ToList();
        return asked.Count == 0 ? null : string.Join(kind == DatabaseKind.Sqlite ? " OR " : " or ", asked);
    }

    /// <summary>Whether a lower-case word says anything about a text's subject.</summary>
    public static bool IsTelling(string word) => !Common.Contains(word);
}

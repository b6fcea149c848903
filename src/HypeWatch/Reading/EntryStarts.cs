using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>
/// Says where in a printed reference list a line begins a new entry. Numbers and labels in brackets say it; else a line that begins with names, behind an entry
/// that has its year and has come to an end. Hanging indents are no help: layout programs lose them between columns.
/// </summary>
internal static partial class EntryStarts
{
    private const int LongestWithoutYear = 700;

    /// <summary>Words with which venues begin: such lines look like names.</summary>
    private static readonly FrozenSet<string> NoNames = new[]
    {
        "Nature", "Science", "Journal", "Proceedings", "Advances", "Transactions", "Association", "International", "Conference", "Neural", "Computational", "Linguistics", "Springer", "Press", "University",
        "CoRR", "Technical", "Distill", "Neuron", "Cell", "Cognition", "Cognitive", "Psychological", "Frontiers", "Trends", "Annual", "IEEE", "ACM", "PMLR", "OpenReview", "Cambridge", "Oxford", "MIT",
        "In", "URL", "Available", "Accessed", "Online", "Main", "Long", "Volume", "Language", "Human", "Machine", "Learning", "Transformer", "Alignment", "Papers", "Curran", "Morgan", "Elsevier", "Wiley", "Preprint",
        "ArXiv", "Bangkok", "New", "San", "Findings", "Empirical", "Methods", "European", "American", "North", "Anthropic", "Blog",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a new entry begins with a line.</summary>
    /// <param name="entry">The entry so far.</param>
    /// <param name="line">The line.</param>
    /// <param name="afterBlank">Whether a blank line stands between.</param>
    public static bool Between(string entry, string line, bool afterBlank)
    {
        if (Marked().IsMatch(line)) return true;
        if (Marked().IsMatch(entry) || char.IsLower(line[0]) || !HasEnded(entry)) return false;
        var isWhole = Year().IsMatch(entry) || entry.Length > LongestWithoutYear;
        var names = !NoNames.Contains(FirstWord(line)) && Names().IsMatch(line);
        return names ? isWhole || afterBlank : afterBlank && isWhole && !NoNames.Contains(FirstWord(line));
    }

    /// <summary>Whether a line, with the next one, reads like the beginning of an entry wherever it stands: names, then a year of their own or initials.</summary>
    public static bool Opens(string line, string next) =>
        !NoNames.Contains(FirstWord(line)) && Names().IsMatch(line) && (YearBehindNames().IsMatch(line + " " + next) || InitialsBehindNames().IsMatch(line));

    private static bool HasEnded(string entry)
    {
        var end = entry.TrimEnd();
        if (end.Length == 0) return true;
        if (end[^1] is '.' or '!' or '?' or ')' or ']' or '"' or '\u201d' || char.IsAsciiDigit(end[^1])) return true;
        return end[(end.LastIndexOf(' ') + 1)..].Contains('/', StringComparison.Ordinal) && end[^1] is not ('/' or '-');
    }

    private static string FirstWord(string line)
    {
        var end = 0;
        while (end < line.Length && char.IsLetter(line[end])) end++;
        return line[..end];
    }

    [GeneratedRegex(@"^(?:\[\d{1,4}\]|\[[A-Z][A-Za-z+]{0,12}\d{2,4}[a-z]?\]|\d{1,3}\.\s{1,4}\p{Lu})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"(?<!\d)(?:19[3-9]\d|20[0-4]\d)(?!\d)|n\.\s?d\.|forthcoming|in press", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"^[^.]{4,160}(?:\.[^.]{1,40}){0,4}\.\s(?:19|20)\d\d[a-z]?\.\s|^[^.()]{4,160}\((?:\w{3,4}\.?\s)?(?:19|20)\d\d[a-z]?\)\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearBehindNames();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'\u2019-]{1,25},\s\p{Lu}\.(?:\s?\p{Lu}\.)?(?:,\s(?:and\s)?|\sand\s|\s&\s)\p{Lu}[\p{L}'\u2019-]{1,25},\s\p{Lu}\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InitialsBehindNames();

    /// <summary>A family name and what stands for a given name; or two names and more before a comma, a stop, another name or a year.</summary>
    [GeneratedRegex(
        @"^(?:(?:van|von|de|der|den|di|del|della|la|le|el|al|bin|dos|da|du|ten|ter)\s+){0,3}(?:
            \p{Lu}[\p{L}\u2019'\u00b4\u00a8`~^\u02d8-]{0,25}(?:\s+\p{Lu}?[\p{L}\u2019'-]{1,25}){0,2},\s+\p{Lu}(?:\.|[\p{L}\u2019'-]{1,25}(?:[,;]|\s\p{Lu}|\s?\(|\sand\s|\.\s))
          | \p{Lu}[\p{L}\u2019'\u00b4\u00a8`~^.-]{0,25}(?:\s+(?:(?:van|von|de|der|den|di|del|la|le|el|al|bin|dos|da|du)\s+){0,3}\p{Lu}[\p{L}\u2019'\u00b4\u00a8`~^.-]{0,25}){1,4}(?:,\s|\s+and\s|\s+et\sal|\.\s|\.$|,$|\s\()
          | \p{Lu}[\p{L}-]{1,25}(?:\s\p{Lu}?[\p{L}-]{1,25}){0,3}\.?\s\(?(?:19|20)\d\d[a-z]?[.)]
          )",
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Names();
}

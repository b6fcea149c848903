using System.Text.RegularExpressions;

namespace HypeWatch.Queries;

/// <summary>
/// Whether a statement gives a name of its own the ending of the views. SQLite's authorizer is told the name of a common table expression as if it were that of a view, so that one called
/// <c>x_v</c> could read every table.
/// </summary>
internal static partial class DefinedViews
{
    private static readonly char[] Quotes = ['"', '\'', '`', '[', ']'];

    /// <summary>Looks through the words of a statement, without its comments.</summary>
    public static bool Has(string sql)
    {
        List<string> words = [.. WordPattern().Matches(sql).Select(match => match.Value).Where(word => !word.StartsWith("--", StringComparison.Ordinal) && !word.StartsWith("/*", StringComparison.Ordinal))];
        for (var i = 0; i < words.Count; i++)
            if (words[i].Trim(Quotes).EndsWith("_v", StringComparison.OrdinalIgnoreCase) && IsDefined(words, i + 1)) return true;
        return false;
    }

    // name [(columns)] AS [[NOT] MATERIALIZED] (
    private static bool IsDefined(List<string> words, int at)
    {
        if (at < words.Count && words[at] == "(")
        {
            while (at < words.Count && words[at] != ")") at++;
            at++;
        }

        if (!Is(words, at++, "AS")) return false;
        if (Is(words, at, "NOT")) at++;
        if (Is(words, at, "MATERIALIZED")) at++;
        return Is(words, at, "(");
    }

    private static bool Is(List<string> words, int at, string word) => at < words.Count && words[at].Equals(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""--[^\n]*|/\*.*?(?:\*/|\z)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[\w$]+|\S""", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex WordPattern();
}

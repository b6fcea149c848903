namespace HypeWatch.Reading;

/// <summary>
/// Reads what stands in braces and brackets behind a command. Braces that never close cost a search each; the budget ends these, so that hostile source takes no
/// longer than its length allows.
/// </summary>
/// <param name="budget">Characters that may be looked at in all.</param>
internal sealed class LatexArguments(long budget)
{
    /// <summary>Characters of the longest group, and of the longest formula.</summary>
    public const int LongestGroup = 12_000;

    private const int LongestOption = 400;

    private long left = budget;

    /// <summary>The words in the braces that follow; null when there are none. Braces that never close are found by a bounded search.</summary>
    public string? Group(string text, ref int i)
    {
        var at = i;
        while (at < text.Length && at - i < 10 && char.IsWhiteSpace(text[at])) at++;
        if (at >= text.Length || text[at] != '{' || left < 0) return null;
        var depth = 0;
        var limit = Math.Min(text.Length, at + LongestGroup);
        for (var end = at; end < limit; end++)
        {
            if (text[end] == '\\') end++;
            else if (text[end] == '{') depth++;
            else if (text[end] == '}' && --depth == 0)
            {
                left -= end - at;
                i = end + 1;
                return text[(at + 1)..end];
            }
        }

        left -= limit - at;
        i = at + 1;
        return null;
    }

    /// <summary>The words in the brackets that follow; null when there are none.</summary>
    public static string? Optional(string text, ref int i)
    {
        if (i >= text.Length || text[i] != '[') return null;
        var end = text.IndexOf(']', i, Math.Min(LongestOption, text.Length - i));
        if (end < 0) return null;
        var words = text[(i + 1)..end];
        i = end + 1;
        return words;
    }
}

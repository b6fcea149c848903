using System.Globalization;
using System.Text;

namespace HypeWatch.Literature;

/// <summary>Titles and names as they are compared: lower case, without accents, letters and digits only, single spaces.</summary>
internal static class TitleKey
{
    /// <summary>A title shorter than this many letters and spaces is not telling enough to be looked for in running text.</summary>
    public const int TellingLength = 20;

    public static string Of(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '\u2019') continue;
            if (char.IsLetterOrDigit(c)) builder.Append(char.ToLowerInvariant(c));
            else if (builder.Length > 0 && builder[^1] != ' ') builder.Append(' ');
        }

        return builder.ToString().TrimEnd();
    }

    /// <summary>Whether a key contains another as whole words.</summary>
    public static bool Contains(string key, string part)
    {
        for (var at = key.IndexOf(part, StringComparison.Ordinal); at >= 0; at = key.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            var end = at + part.Length;
            if ((at == 0 || key[at - 1] == ' ') && (end == key.Length || key[end] == ' ')) return true;
        }

        return false;
    }
}

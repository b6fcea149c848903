using System.Globalization;
using System.Text;

namespace HypeWatch.Model;

/// <summary>
/// The normalisation that every stored offset refers to (specification 1, version): CRLF to LF, Unicode NFC, each space separator replaced
/// one-to-one by U+0020, zero-width characters removed, lone surrogates replaced by U+FFFD, NUL removed (PostgreSQL stores none); nothing is collapsed.
/// </summary>
public static class NormalizedText
{
    /// <summary>Normalises a text. Applying it twice gives the same as applying it once.</summary>
    public static string From(string text)
    {
        var wellFormed = WellFormed(text);
        var builder = new StringBuilder(wellFormed.Length);
        for (var i = 0; i < wellFormed.Length; i++)
        {
            var c = wellFormed[i];
            if (c == '\r')
            {
                if (i + 1 < wellFormed.Length && wellFormed[i + 1] == '\n') continue;
                builder.Append('\n');
            }
            else if (IsDropped(c)) continue;
            else builder.Append(IsSpaceSeparator(c) ? ' ' : c);
        }

        var replaced = builder.ToString();
        return replaced.IsNormalized(NormalizationForm.FormC) ? replaced : replaced.Normalize(NormalizationForm.FormC);
    }

    private static bool IsDropped(char c) => c is '\0' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff';

    private static bool IsSpaceSeparator(char c) => c > '\u007f' && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    private static string WellFormed(string text)
    {
        var bad = false;
        for (var i = 0; i < text.Length && !bad; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else bad = char.IsSurrogate(text[i]);
        }

        return bad ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
    }
}

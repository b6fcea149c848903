using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Characters that a reader does not see but a language model reads (threats 21): Unicode tags, bidirectional controls, zero-width characters.</summary>
internal static class HiddenCharacters
{
    private const int MaxShown = 500;

    /// <summary>Whether a surrogate pair of the Unicode tag block (U+E0000 to U+E007F) starts here.</summary>
    public static bool IsTag(ReadOnlySpan<char> text, int at) =>
        text[at] == '\udb40' && at + 1 < text.Length && text[at + 1] is >= '\udc00' and <= '\udc7f';

    /// <summary>Whether the character only turns the writing direction.</summary>
    public static bool IsBidiControl(char c) => c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';

    private static readonly System.Buffers.SearchValues<char> Reported = System.Buffers.SearchValues.Create("\udb40\u202d\u202e\u200b\u2060");

    private static int Next(string text, int from) => from < text.Length && text.AsSpan(from).IndexOfAny(Reported) is var at and >= 0 ? from + at : text.Length;

    /// <summary>Reports what of this kind stands in a raw text; a few zero-width characters are typography and stay unmentioned.</summary>
    public static IEnumerable<PageFinding> In(string text)
    {
        var tags = new StringBuilder();
        int bidi = 0, zeroWidth = 0;
        for (var i = Next(text, 0); i < text.Length; i = Next(text, i + 1))
        {
            if (IsTag(text, i))
            {
                var c = (char)(text[i + 1] - '\udc00');
                if (tags.Length < MaxShown && c is >= ' ' and <= '~') tags.Append(c);
                i++;
            }
            else if (text[i] is '\u202d' or '\u202e') bidi++;
            else if (text[i] is '\u200b' or '\u2060') zeroWidth++;
        }

        if (tags.Length > 0) yield return new(InjectionCues.Match(tags.ToString()) is null ? "unicode_tags" : InjectionCues.Kind, tags.ToString());
        if (bidi > 0) yield return new("bidi_control", FormattableString.Invariant($"{bidi} overrides of the writing direction"));
        if (zeroWidth > 20) yield return new("zero_width", FormattableString.Invariant($"{zeroWidth} zero-width characters"));
    }
}

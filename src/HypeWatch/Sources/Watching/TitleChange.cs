using System.Text;
using System.Text.RegularExpressions;

namespace HypeWatch.Sources.Watching;

/// <summary>Tells a publisher's retitling from what the reading of an index does to titles: lost encodings, glued dates and categories, cut ends.</summary>
internal static partial class TitleChange
{
    private const int ShortestWhole = 8;
    private const int LongestGlue = 600;

    /// <summary>Why a changed title is no retitling; null when it may be one.</summary>
    public static string? Artefact(string before, string after)
    {
        var (old, now) = (Spaced(before), Spaced(after));
        if (old == now) return "only its spaces differ";
        if (Spaced(Repaired(old)) == Spaced(Repaired(now))) return "its characters were decoded wrongly";
        if (IsCut(old, now) || IsCut(now, old)) return "its end is cut off";
        return IsGlued(old, now) || IsGlued(now, old) ? "a date or category beside it ran into it" : null;
    }

    /// <summary>Whether, of two titles that differ by an artefact, the later one is the cleaner.</summary>
    public static bool IsCleaner(string before, string after)
    {
        var (old, now) = (Spaced(before), Spaced(after));
        if (IsCut(now, old) || IsGlued(now, old)) return true;
        return Repaired(now) == now && Repaired(old) != old;
    }

    /// <summary>Characters that are the UTF-8 bytes of others, read as Windows-1252, put right again.</summary>
    private static string Repaired(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\uFFFF')) return text;
        var western = (Encoding)CodePagesEncodingProvider.Instance.GetEncoding(1252)!.Clone();
        western.EncoderFallback = EncoderFallback.ExceptionFallback;
        try
        {
            return new UTF8Encoding(false, true).GetString(western.GetBytes(text));
        }
        catch (Exception exception) when (exception is EncoderFallbackException or DecoderFallbackException)
        {
            // Read as Latin-1, the bytes 80 to 9F became control characters, which the cleaning of titles leaves out: what remains is compared without them.
            return Broken().Replace(text, "\uFFFD");
        }
    }

    private static bool IsCut(string whole, string cut)
    {
        var end = cut.EndsWith('…') ? cut[..^1].TrimEnd() : cut.EndsWith("...", StringComparison.Ordinal) ? cut[..^3].TrimEnd() : null;
        return end is { Length: >= ShortestWhole } && whole.StartsWith(end, StringComparison.Ordinal);
    }

    // The whole old title stands in the new one, and what is more is a date, with at most a word or two of a category.
    private static bool IsGlued(string title, string glued)
    {
        if (title.Length < ShortestWhole || glued.Length <= title.Length || glued.Length - title.Length > LongestGlue) return false;
        var at = glued.IndexOf(title, StringComparison.Ordinal);
        if (at < 0) return false;
        var more = glued[..at] + " " + glued[(at + title.Length)..];
        return StatedDate.Find(more, "title") is not null || (at > 0 && glued[at - 1] is not ' ' && char.IsLetterOrDigit(glued[at - 1])) ||
            (at + title.Length < glued.Length && char.IsLetterOrDigit(glued[at + title.Length]));
    }

    private static string Spaced(string text) => Spaces().Replace(text.Normalize(NormalizationForm.FormKC), " ").Trim();

    [GeneratedRegex(@"[\s\u200B\u00AD]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("[\u00C2\u00C3\u00E2][\u0080-\u00BF\u20AC\u201A-\u2122]{0,2}|[\u2010-\u2027\u00A0-\u00FF\uFFFD]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Broken();
}

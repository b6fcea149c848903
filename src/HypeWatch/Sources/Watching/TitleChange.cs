using System.Text;
using System.Text.RegularExpressions;

namespace HypeWatch.Sources.Watching;

/// <summary>Tells a publisher's retitling from what the reading of an index does to titles: lost encodings, glued dates and categories, cut ends.</summary>
internal static partial class TitleChange
{
    private const int ShortestWhole = 8;
    private const int FurthestDate = 60;
    private const int FurthestJoint = 45;
    private const string WronglyDecoded = "its characters were decoded wrongly";
    private const string CutOff = "its end is cut off";
    private const string Glued = "a date or category beside it ran into it";

    /// <summary>Why a changed title is no retitling; null when it may be one.</summary>
    public static string? Artefact(string before, string after)
    {
        var (old, now) = (Spaced(before), Spaced(after));
        if (old == now) return "only its spaces differ";
        if (Repaired(now) == old || Repaired(old) == now || (IsBroken(old) != IsBroken(now) && Masked(old) == Masked(now))) return WronglyDecoded;
        if (IsCut(old, now) || IsCut(now, old)) return CutOff;
        return IsGlued(old, now) || IsGlued(now, old) || IsSameCore(old, now) ? Glued : null;
    }

    /// <summary>Whether, of two titles that differ by an artefact, the later one is the cleaner.</summary>
    public static bool IsCleaner(string before, string after)
    {
        var (old, now) = (Spaced(before), Spaced(after));
        return IsCut(now, old) || (IsGlued(now, old) && !IsCut(old, now)) || (IsBroken(old) && !IsBroken(now)) || (Core(old) != old && Core(now) == now);
    }

    // Characters that are the UTF-8 bytes of others, read as Windows-1252, put right again; null when they are none.
    private static string? Repaired(string text)
    {
        var western = (Encoding)CodePagesEncodingProvider.Instance.GetEncoding(1252)!.Clone();
        western.EncoderFallback = EncoderFallback.ExceptionFallback;
        try
        {
            return new UTF8Encoding(false, true).GetString(western.GetBytes(text));
        }
        catch (Exception exception) when (exception is EncoderFallbackException or DecoderFallbackException)
        {
            return null;
        }
    }

    // Read as Latin-1, the bytes 80 to 9F became control characters, which the cleaning of titles leaves out: the letter before them remains.
    private static bool IsBroken(string text) => text.AsSpan().IndexOfAny("âÃÂ\uFFFD") >= 0;

    private static string Masked(string text) => Foreign().Replace(text, "\uFFFD");

    private static bool IsCut(string whole, string cut)
    {
        var end = cut.EndsWith('…') ? cut[..^1].TrimEnd() : cut.EndsWith("...", StringComparison.Ordinal) ? cut[..^3].TrimEnd() : null;
        return end is { Length: >= ShortestWhole } && whole.StartsWith(end, StringComparison.Ordinal);
    }

    // The whole old title stands in the new one, and what is more is a date, or runs into it without a space.
    private static bool IsGlued(string title, string glued)
    {
        if (title.Length < ShortestWhole || glued.Length <= title.Length) return false;
        var at = glued.IndexOf(title, StringComparison.Ordinal);
        if (at < 0) return false;
        var end = at + title.Length;
        return DateInWords.Find(glued[..at] + " " + glued[end..], "title") is not null || (at > 0 && char.IsLetterOrDigit(glued[at - 1])) || (end < glued.Length && char.IsLetterOrDigit(glued[end]));
    }

    // Both carry something beside the title, in another order or of another sort: what remains without it counts.
    private static bool IsSameCore(string old, string now)
    {
        var (a, b) = (Core(old), Core(now));
        if (a == old && b == now) return false;
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return shorter.Length >= ShortestWhole && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    // "Mar 5, 2026Economic ResearchLabor market impacts": behind the date, and behind a word that the next one runs into.
    private static string Core(string title)
    {
        if (GluedDate().Match(title) is not { Success: true } date || date.Index > FurthestDate) return title;
        var rest = title[(date.Index + date.Length)..].TrimStart();
        // Where the category stands before the date, the title follows at once.
        if (date.Index > 0) return rest;
        var joint = Joint().Match(rest.Length > FurthestJoint ? rest[..FurthestJoint] : rest);
        return joint.Success ? rest[(joint.Index + 1)..] : rest;
    }

    private static string Spaced(string text) => Spaces().Replace(text.Normalize(NormalizationForm.FormC), " ").Trim();

    [GeneratedRegex(@"[\s\u200B\u00AD]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("[^\u0000-\u007F]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"(?:(?<=\p{Ll})|^)(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? [0-9]{1,2}, [0-9]{4}(?=\p{L})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GluedDate();

    [GeneratedRegex(@"\p{Ll}(?=\p{Lu}\p{Ll}|\p{Lu} )", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();
}

using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// Where the quote of a claim ends that is a part of a sentence: at its last word. Marks that belong to the sentence around it, and quotation marks whose other half lies outside, are left off;
/// a whole sentence keeps its own.
/// </summary>
internal static class QuoteEdges
{
    private const string FullStops = ".!\u2026";
    private const string Pauses = ",;:";
    private const string Opening = "\u201c\u2018\"'(";
    private const string Closing = "\u201d\u2019\"')";

    /// <summary>The claim with its edges drawn in; the claim itself where nothing is to be left off.</summary>
    public static Claim Trim(DocumentVersion version, Claim claim)
    {
        var span = claim.Span;
        if (version.PassageAt(span) is { } passage && passage.Span.Start == span.Start && EndsWithPassage(version, span)) return claim;
        var text = version.Text;
        var (start, end) = (span.Start, span.End);
        while (start < end - 1 && (char.IsWhiteSpace(text[start]) || IsHalf(text, start, end, text[start], Opening, Closing))) start++;
        while (end > start + 1 && (char.IsWhiteSpace(text[end - 1]) || IsOuterMark(text, end) || IsHalf(text, start, end, text[end - 1], Closing, Opening))) end--;
        return start == span.Start && end == span.End ? claim : claim.Recut(version, new(start, end));
    }

    // The full stop of a quoted sentence stands inside its quotation marks and is its own.
    private static bool IsOuterMark(string text, int end) => Pauses.Contains(text[end - 1], StringComparison.Ordinal)
        || (FullStops.Contains(text[end - 1], StringComparison.Ordinal) && !(end < text.Length && Closing.Contains(text[end], StringComparison.Ordinal)));

    private static bool EndsWithPassage(DocumentVersion version, Span span) => version.Passages.Any(passage => passage.Span.End == span.End);

    // A mark of the one sort with nothing of the other sort inside; straight marks are both, and are halves when their number is odd.
    private static bool IsHalf(string text, int start, int end, char mark, string sort, string other)
    {
        var place = sort.IndexOf(mark, StringComparison.Ordinal);
        if (place < 0) return false;
        var (own, partner) = (0, 0);
        foreach (var found in text.AsSpan(start, end - start))
        {
            if (found == mark) own++;
            if (found == other[place] && other[place] != mark) partner++;
        }

        return mark == other[place] ? own % 2 == 1 : own > partner;
    }
}

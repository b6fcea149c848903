using HypeWatch.Model;

namespace HypeWatch.Queries;

/// <summary>A piece of a text: plain, or the words of a claim.</summary>
/// <param name="Words">The words.</param>
/// <param name="Mark">The claim; null for plain words.</param>
public sealed record TextPiece(string Words, TextMark? Mark);

/// <summary>Cuts a text at its claims, so that each can be marked. Nothing is left out or said twice: the pieces joined are the text.</summary>
public static class TextPieces
{
    /// <summary>The pieces of a part of a text. Where claims overlap, the words belong to the one that begins first.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="marks">Its claims, by place.</param>
    /// <param name="part">The part.</param>
    public static IReadOnlyList<TextPiece> Of(string text, IReadOnlyList<TextMark> marks, Span part)
    {
        var (pieces, at, end) = (new List<TextPiece>(), Math.Clamp(part.Start, 0, text.Length), Math.Clamp(part.End, 0, text.Length));
        foreach (var mark in marks)
        {
            var (start, stop) = (Math.Max(mark.Span.Start, at), Math.Min(mark.Span.End, end));
            if (start >= stop) continue;
            if (start > at) pieces.Add(new(text[at..start], null));
            pieces.Add(new(text[start..stop], mark));
            at = stop;
        }

        if (at < end) pieces.Add(new(text[at..end], null));
        return pieces;
    }

    /// <summary>The surroundings of a place: its paragraph, and at most so many characters on either side, cut between words.</summary>
    public static Span Around(string text, Span place, int most)
    {
        var (start, end) = (Math.Clamp(place.Start, 0, text.Length), Math.Clamp(place.End, 0, text.Length));
        var from = text.LastIndexOf('\n', Math.Max(0, start - 1), Math.Max(0, start)) + 1;
        var to = text.IndexOf('\n', end) is var stop && stop < 0 ? text.Length : stop;
        if (start - from > most) from = text.IndexOf(' ', start - most) is var gap && gap >= 0 && gap < start ? gap + 1 : start;
        if (to - end > most) to = text.LastIndexOf(' ', Math.Min(text.Length - 1, end + most)) is var gap && gap > end ? gap : end;
        return new(Math.Min(from, start), Math.Max(to, end));
    }

    /// <summary>A text in parts of about so many characters, cut between paragraphs where it has any.</summary>
    public static IReadOnlyList<Span> Parts(string text, int size)
    {
        var parts = new List<Span>();
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(text.Length, at + size);
            if (end < text.Length && text.LastIndexOf('\n', end - 1, size / 2) is var line && line > at) end = line + 1;
            else if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            parts.Add(new(at, end));
            at = end;
        }

        return parts.Count > 0 ? parts : [new(0, 0)];
    }
}

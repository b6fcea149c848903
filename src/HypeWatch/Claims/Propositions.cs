using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// Cuts a sentence into the stretches that each hold a proposition: without leading connectives and first-person frames, split where a contrast, a dash
/// or a semicolon opens an independent clause, and without a trailing clause that only comments. A stretch that is the whole sentence keeps its final stop;
/// a shorter one ends before it.
/// </summary>
internal sealed partial class Propositions(ClaimCues cues)
{
    private const int FewestWords = 4;

    /// <summary>The stretches of a sentence, in order.</summary>
    public IEnumerable<Span> In(string text, Span sentence)
    {
        foreach (var part in Split(text, sentence))
        {
            var cut = Tail(text, Head(text, part), sentence);
            if (cut.Length > 0 && cut != sentence) cut = WithoutFinalMarks(text, cut);
            if (Words.In(text, cut).Count >= FewestWords) yield return cut;
        }
    }

    private static IEnumerable<Span> Split(string text, Span sentence)
    {
        var start = sentence.Start;
        foreach (Match match in SplitPattern().Matches(sentence.Of(text)))
        {
            var at = sentence.Start + match.Index;
            if (QuotedWords.Covers(text, sentence, at) || InParentheses(text, sentence.Start, at)) continue;
            if (Words.In(text, new(start, at)).Count < FewestWords) continue;
            yield return new(start, at);
            start = at + match.Length;
        }

        yield return new(start, sentence.End);
    }

    private static bool InParentheses(string text, int start, int at)
    {
        var depth = 0;
        for (var i = start; i < at; i++) depth += text[i] == '(' ? 1 : text[i] == ')' && depth > 0 ? -1 : 0;
        return depth > 0;
    }

    // Connectives go only where a comma closes them; "Meanwhile today," holds two.
    private Span Head(string text, Span part)
    {
        var start = SkipSpace(text, part.Start, part.End);
        for (var moved = true; moved;)
        {
            moved = false;
            var at = start;
            while (cues["connective"].Find(text, new(at, Math.Min(part.End, at + 40))).FirstOrDefault() is { Term: not null } hit && hit.Span.Start == at)
            {
                at = SkipSpace(text, hit.Span.End, part.End);
                if (at >= part.End || text[at] != ',') continue;
                start = SkipSpace(text, at + 1, part.End);
                moved = true;
                break;
            }

            if (FramePattern().Match(text, start, part.End - start) is { Success: true } frame && frame.Index == start)
            {
                start = SkipSpace(text, frame.Index + frame.Length, part.End);
                moved = true;
            }
        }

        return new(start, part.End);
    }

    private static Span Tail(string text, Span part, Span sentence)
    {
        foreach (var match in TailPattern().EnumerateMatches(text.AsSpan(part.Start, part.Length)))
        {
            var at = part.Start + match.Index;
            if (QuotedWords.Covers(text, sentence, at) || InParentheses(text, part.Start, at) || Words.In(text, new(part.Start, at)).Count < FewestWords) continue;
            return new(part.Start, at);
        }

        return part;
    }

    private static Span WithoutFinalMarks(string text, Span span)
    {
        var end = span.End;
        while (end > span.Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or ',' or ';' or ':' or '!')) end--;
        return new(span.Start, end);
    }

    private static int SkipSpace(string text, int i, int limit)
    {
        while (i < limit && char.IsWhiteSpace(text[i])) i++;
        return i;
    }

    [GeneratedRegex(@", (?:but|yet) | [-\u2013\u2014] (?=(?:it|this|that|these|they|we|i|he|she|the|our|their|but)\b)|; (?:and |but )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex SplitPattern();

    [GeneratedRegex(@"\G(?:it seems to me that|i (?:think|believe|feel|claim) that|we (?:think|believe) that|my (?:view|impression|assessment) is that) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex FramePattern();

    [GeneratedRegex(@", (?:claiming|saying|suggesting|arguing|noting|implying|meaning|adding|insisting) | (?:like|such as) (?=[\u201c\u2018""])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex TailPattern();
}

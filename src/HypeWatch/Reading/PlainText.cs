using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Reads plain text. Nothing is removed: the text is the whole normalised file, and passages skip what is furniture. Only text that was printed from
/// a PDF in columns is put into reading order.
/// </summary>
internal static class PlainText
{
    private const string Method = "text/1";
    private const int LongestHeading = 80;

    public static Extraction Read(string raw)
    {
        if (LayoutText.LooksLikeLayout(raw)) return LayoutText.Read(raw);
        var text = NormalizedText.From(raw);
        var lines = Lines(text);
        var words = lines.ConvertAll(line => line.Of(text));
        var thread = CommentThread.In(words);
        var comments = new ThreadComments();
        var blocks = Blocks(text, lines, words, thread, comments);
        var first = blocks.Count > 0 && blocks[0].Role is { Kind: BlockKind.Heading, IsComment: false } ? blocks[0].Span.Of(text) : null;
        return new(Method, text, blocks, [], [.. HiddenCharacters.In(raw), .. InjectionCues.In(text)], new() { Title = first }, [])
        {
            Discussion = thread is null ? Discussion.None : new(thread.Stated, comments.All),
        };
    }

    private static List<Span> Lines(string text)
    {
        var lines = new List<Span>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            lines.Add(new(start, end));
            start = end + 1;
        }

        return lines;
    }

    private static List<Block> Blocks(string text, List<Span> lines, List<string> words, CommentThread? thread, ThreadComments comments)
    {
        var width = WrapWidth(words);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(words[i])) continue;
            var inThread = thread?.Covers(i) == true;
            var speaker = inThread ? thread!.SpeakerOf(words[i]) : null;
            if (inThread && speaker is null) continue;

            var last = i;
            while (last + 1 < lines.Count && Continues(words[last], words[last + 1], width)) last++;
            var span = Trim(text, new(lines[i].Start, lines[last].End));
            var alone = i == last && (i == 0 || string.IsNullOrWhiteSpace(words[i - 1])) && (i + 1 >= lines.Count || string.IsNullOrWhiteSpace(words[i + 1]));
            var kind = IsListItem(words[i]) ? BlockKind.ListItem : CaptionLine.Opens(span.Of(text)) ? BlockKind.Caption : !inThread && alone && IsHeading(span.Of(text)) ? BlockKind.Heading : BlockKind.Paragraph;
            blocks.Add(new(span, new(kind, kind == BlockKind.Heading ? 2 : 0, speaker, inThread)));
            if (inThread) comments.Add(thread!, speaker!, span);
            i = last;
        }

        return blocks;
    }

    /// <summary>The width at which an editor wrapped the text; null when each line is a paragraph.</summary>
    private static int? WrapWidth(List<string> lines)
    {
        var lengths = lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Length).Order().ToList();
        if (lengths.Count < 4) return null;
        var wide = lengths[lengths.Count * 95 / 100];
        return wide is >= 40 and <= 140 && lengths.Count(length => length * 4 >= wide * 3) * 5 >= lengths.Count * 2 ? wide : null;
    }

    private static bool Continues(string line, string next, int? width) =>
        width is { } wide && !string.IsNullOrWhiteSpace(next) && line.Length * 10 >= wide * 6 && !IsListItem(next);

    private static bool IsListItem(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        return trimmed is ['\u2022' or '\u25e6' or '\u2013' or '-' or '*', ' ', ..];
    }

    private static bool IsHeading(string line) =>
        line.Length <= LongestHeading && !char.IsLower(line[0]) && line.Any(char.IsLetter) && line[^1] is not ('.' or '!' or '?' or ':' or ';' or ',' or '\u3002' or '"' or '\u201d') &&
        line.Count(c => c == ' ') < 12;

    private static Span Trim(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }
}

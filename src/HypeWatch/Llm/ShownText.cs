using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Llm;

/// <summary>
/// A piece of text as a model is shown it: on one line, each run of white space as one space, without control characters. Remembers where each character
/// comes from, so that words found in it name an exact span of the source.
/// </summary>
internal sealed class ShownText
{
    /// <summary>No sentence is longer, in characters. What is (a minified script, a table without stops) is left to the rules.</summary>
    public const int LongestSentence = 4_000;

    /// <summary>Characters of a document in one request: a paper of usual length goes out whole, since the prompt is paid for with each request; replies to much larger ones get cut off.</summary>
    public const int MostOfRequest = 60_000;

    private readonly List<int> offsets = [];

    /// <summary>Prepares a part of a text.</summary>
    public ShownText(string source, Span within)
    {
        var line = new StringBuilder(within.Length);
        for (var i = within.Start; i < within.End; i++)
        {
            var c = source[i];
            var isSpace = char.IsWhiteSpace(c);
            if (isSpace && (line.Length == 0 || line[^1] == ' ')) continue;
            if (!isSpace && (char.IsControl(c) || c is '\ufffe' or '\uffff')) continue;
            line.Append(isSpace ? ' ' : c);
            offsets.Add(i);
        }

        if (line.Length > 0 && line[^1] == ' ') line.Length--;
        Line = line.ToString();
    }

    /// <summary>The text on one line, without white space at its ends.</summary>
    public string Line { get; }

    /// <summary>A text of ours, or of a reply, in the same form, after the normalisation that stored texts had.</summary>
    public static string Of(string text)
    {
        var normalized = NormalizedText.From(text);
        return new ShownText(normalized, new(0, normalized.Length)).Line;
    }

    /// <summary>The same, and no more than so many characters of it.</summary>
    public static string Of(string text, int most) => Of(text) is var line && line.Length <= most ? line : line[..most];

    /// <summary>A whole text.</summary>
    public static ShownText Whole(string text) => new(text, new(0, text.Length));

    /// <summary>The span of the source that a part of the line stands for.</summary>
    /// <param name="start">First character in the line.</param>
    /// <param name="length">Number of characters, 1 or more.</param>
    public Span Source(int start, int length) => new(offsets[start], offsets[start + length - 1] + 1);

    /// <summary>Where words occur in the line as whole words.</summary>
    public IEnumerable<int> Find(string words)
    {
        for (var at = Line.IndexOf(words, StringComparison.Ordinal); at >= 0; at = Line.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (!CutsWord(at) && !CutsWord(at + words.Length)) yield return at;
    }

    /// <summary>Where words of a reply stand in the source, the first time; null when they do not, as whole words, or are none.</summary>
    public Span? SpanOf(string? quote)
    {
        var words = Of(quote ?? "");
        return words.Length > 0 && Find(words).Select(at => (int?)at).FirstOrDefault() is { } start ? Source(start, words.Length) : null;
    }

    private bool CutsWord(int at) => at > 0 && at < Line.Length && IsOfWord(Line[at - 1]) && IsOfWord(Line[at]);

    /// <summary>Chinese, Japanese and Korean (from U+2E80) do not part words, or glue particles to them: any place may be cut there.</summary>
    private static bool IsOfWord(char c) => c < '\u2e80' && char.IsLetterOrDigit(c);
}

using System.Buffers;
using System.Text;

namespace HypeWatch.Reading;

/// <summary>
/// Bounds the marks of emphasis, links and instructions in one paragraph. A parser of Markdown compares each open mark with the others, so that a paragraph of a hundred thousand of them
/// would take minutes; those beyond the bound are text. No paragraph that people write comes near it.
/// </summary>
internal static class MarkdownMarks
{
    private const int MostInParagraph = 2_000;
    private const int DeepestIndent = 3;
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_~^=[<");

    /// <summary>The same text, in which the marks beyond the bound are written as text.</summary>
    public static string Bound(string text)
    {
        var all = 0;
        for (var rest = text.AsSpan(); all <= MostInParagraph && rest.IndexOfAny(Marks) is >= 0 and var next; rest = rest[(next + 1)..]) all++;
        return all > MostInParagraph ? Bounded(text) : text;
    }

    private static string Bounded(string text)
    {
        var bounded = new StringBuilder(text.Length + 64);
        var inParagraph = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if ((i == 0 || text[i - 1] == '\n') && BeginsParagraph(text.AsSpan(i))) inParagraph = 0;
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] != '\n')
            {
                bounded.Append(text[i]).Append(text[++i]);
                continue;
            }

            if (IsMark(text, i) && ++inParagraph > MostInParagraph) bounded.Append('\\');
            bounded.Append(text[i]);
        }

        return bounded.ToString();
    }

    // An empty line, an item of a list or a heading, which end a paragraph wherever they stand; a deeper indent may go on with it.
    private static bool BeginsParagraph(ReadOnlySpan<char> rest)
    {
        var line = rest[..(rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length)];
        if (line.IsWhiteSpace()) return true;
        var words = line.TrimStart(' ');
        return line.Length - words.Length <= DeepestIndent && ((words.Length > 2 && words[0] is '-' or '*' or '+' && words[1] == ' ' && words[2] is not (' ' or '-' or '*' or '+')) || words.StartsWith("# ") || words.StartsWith("## "));
    }

    private static bool IsMark(string text, int at) => text[at] switch
    {
        '*' or '~' or '^' or '[' => true,
        // Within a word it is a part of a name.
        '_' => at == 0 || at + 1 == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]),
        '=' => at + 1 < text.Length && text[at + 1] == '=',
        '<' => at + 1 < text.Length && text[at + 1] is '?' or '!',
        _ => false,
    };
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>
/// Finds the comment thread in a forum page that was copied as text: <c>New Comment</c>, <c>16 comments, sorted by ...</c>, then heads such as
/// <c>[-]name&#937;7159</c> (name, Alignment Forum mark, karma).
/// </summary>
internal sealed partial class CommentThread
{
    /// <summary>The speaker where the copy lost the author's name: somebody else than the document's author.</summary>
    public const string Unnamed = "unnamed commenter";

    private readonly int start;
    private readonly bool lostNames;
    private string speaker = Unnamed;
    private int sinceHead;
    private int heads;

    private CommentThread(int start, int stated, bool lostNames) => (this.start, Stated, this.lostNames) = (start, stated, lostNames);

    /// <summary>How many comments the page says there are.</summary>
    public int Stated { get; }

    /// <summary>Number of the comment whose words <see cref="SpeakerOf"/> took last, from 0; null where the copy lost whose they are.</summary>
    public int? Comment { get; private set; }

    /// <summary>Looks for a thread in the lines of a text; null when there is none.</summary>
    public static CommentThread? In(IReadOnlyList<string> lines)
    {
        // From the end, so that the below below a line are counted once.
        var below = 0;
        CommentThread? found = null;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (HeadLine().IsMatch(lines[i])) below++;
            var count = below > 0 ? CountLine().Match(lines[i]) : Match.Empty;
            if (!count.Success) continue;
            var first = i > 0 && IsFormLine(lines[i - 1]) ? i - 1 : i;
            var stated = int.Parse(count.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
            found = new(first, stated, below < stated);
        }

        return found;
    }

    /// <summary>A text in which each line that steers its thread is a paragraph of its own; the text itself where there is no thread.</summary>
    public static string Separated(string text)
    {
        var lines = text.Split('\n');
        if (In(lines) is not { } thread) return text;
        return string.Join('\n', lines.Select((line, i) => thread.Covers(i) && (IsFormLine(line) || CountLine().IsMatch(line) || HeadLine().IsMatch(line)) ? $"\n{line.Trim()}\n" : line));
    }

    /// <summary>Whether a line lies in the thread.</summary>
    public bool Covers(int line) => line >= start;

    /// <summary>
    /// Takes a line of the thread: null when it is a head or a control, else who says it. Where the copy shows fewer heads than it announces comments,
    /// only the first paragraph below a head is certain to be its author's: nobody is made to say what another wrote.
    /// </summary>
    public string? SpeakerOf(string line)
    {
        if (CountLine().IsMatch(line) || IsFormLine(line)) return null;
        var head = HeadLine().Match(line);
        if (head.Success)
        {
            (speaker, sinceHead) = (head.Groups["name"].Value.Trim(), 0);
            heads++;
            return null;
        }

        var isLost = heads == 0 || (lostNames && sinceHead++ > 0);
        Comment = isLost ? null : heads - 1;
        return isLost ? Unnamed : speaker;
    }

    private static bool IsFormLine(string line) => line.AsSpan().Trim() is "New Comment" or "Submit" or "Reply";

    [GeneratedRegex(@"^\s{0,4}(?<n>\d{1,5}) comments?(?:,? sorted by.{0,80})?\s{0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CountLine();

    [GeneratedRegex(@"^\s{0,4}\[[-+\u2212]\]\s{0,3}(?<name>[^\n]{1,60}?)(?:\u03a9[-\d]{1,12}|[-\d]{1,10})\s{0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeadLine();
}

using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Follows the marks of a list that was run together into one block: <c>1) ... 2) ...</c>. A block that does not begin with a mark has none, which is
/// seen at its first characters; else the next mark is the same with the next number or letter.
/// </summary>
internal ref struct ListMarks
{
    private readonly ReadOnlySpan<char> text;
    private readonly int end;
    private readonly char bullet;
    private readonly bool isLettered;
    private readonly string closing = "";
    private int number;

    public ListMarks(ReadOnlySpan<char> text, Span block)
    {
        this.text = text;
        end = block.End;
        var at = block.Start;
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        if (at >= end) return;
        if (text[at] is '\u2022' or '\u2043' or '\u25e6' or '\u25aa' or '\u2023')
        {
            bullet = text[at];
            return;
        }

        var first = at;
        while (at < end && at - first < 2 && char.IsAsciiDigit(text[at])) at++;
        if (at == first && char.IsAsciiLetterLower(text[at])) (isLettered, at) = (true, at + 1);
        if (at == first) return;
        closing = at + 2 < end && text[at] == '.' && text[at + 1] == ')' && text[at + 2] == ' ' ? ".) " : at + 1 < end && text[at] is ')' or '.' && text[at + 1] == ' ' ? text[at] == ')' ? ") " : ". " : "";
        if (closing.Length == 0) return;
        number = isLettered ? text[first] - 'a' + 1 : int.Parse(text[first..at], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Where the item after the one that begins here begins; -1 when there is none.</summary>
    public int NextItem(int start)
    {
        if (bullet != '\0')
        {
            var next = text[(start + 1)..end].IndexOf(bullet);
            return next > 0 && char.IsWhiteSpace(text[start + next]) ? start + 1 + next : -1;
        }

        if (number == 0 || number > 25) return -1;
        Span<char> mark = stackalloc char[8];
        mark[0] = ' ';
        var length = 2;
        if (isLettered) mark[1] = (char)('a' + number);
        else
        {
            (number + 1).TryFormat(mark[1..], out var digits, default, CultureInfo.InvariantCulture);
            length = 1 + digits;
        }

        closing.CopyTo(mark[length..]);
        var found = text[start..end].IndexOf(mark[..(length + closing.Length)]);
        if (found < 0)
        {
            number = 0;
            return -1;
        }

        var item = start + found + 1;
        var after = item + length - 1 + closing.Length;
        if (after >= end || !char.IsUpper(text[after]) || IsLabel(start, item - 1)) return -1;
        number++;
        return item;
    }

    /// <summary><c>in Section 2. The</c> is no second item.</summary>
    private readonly bool IsLabel(int start, int space)
    {
        var from = space;
        while (from > start && char.IsLetter(text[from - 1])) from--;
        return from < space && char.IsUpper(text[from]) && from > start;
    }
}

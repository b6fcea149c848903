using System.Text;

namespace HypeWatch.Reading;

/// <summary>A paragraph that is put together from the lines that print wrapped it into.</summary>
/// <param name="vocabulary">The words of the whole document, by which hyphens are judged.</param>
internal sealed class WrappedText(Vocabulary vocabulary)
{
    private const int LongestWord = 40;

    private readonly StringBuilder text = new();

    /// <summary>Whether there is no line yet.</summary>
    public bool IsEmpty => text.Length == 0;

    /// <summary>The paragraph.</summary>
    public override string ToString() => text.ToString();

    /// <summary>Begins the next one.</summary>
    public void Clear() => text.Clear();

    /// <summary>Adds a line; a hyphen at the end of the one before is mended.</summary>
    public void Join(string line)
    {
        if (text.Length == 0)
        {
            text.Append(line);
            return;
        }

        if (text[^1] == '-' && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLower(line[0]))
        {
            if (!KeepsHyphen(line)) text.Length--;
        }
        else text.Append(' ');

        text.Append(line);
    }

    /// <summary>A break inside a word loses its hyphen; one in a compound that the document writes with a hyphen elsewhere keeps it.</summary>
    private bool KeepsHyphen(string line)
    {
        var start = text.Length - 1;
        while (start > 0 && text.Length - start < LongestWord && (char.IsLetter(text[start - 1]) || text[start - 1] == '-')) start--;
        var first = text.ToString(start, text.Length - 1 - start);
        var end = 0;
        while (end < line.Length && char.IsLetter(line[end])) end++;
        var second = line[..end];
        var (joined, compound) = (vocabulary[first + second], vocabulary[first + "-" + second]);
        return compound > joined || (joined == 0 && first.Contains('-', StringComparison.Ordinal));
    }

    /// <summary>Whether the next line begins a sentence, as far as the marks tell.</summary>
    public bool EndsSentence()
    {
        if (text.Length == 0) return true;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] is ')' or '"' or '\u201d' or ']' or '\u2019') continue;
            return text[i] is '.' or '!' or '?' or ':';
        }

        return true;
    }
}

using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// The words of a text, hashed one after the other without allocation: runs of letters and digits, case folded. Scripts that set no spaces between words give a word
/// for each character.
/// </summary>
internal ref struct WordStream(ReadOnlySpan<char> text)
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>Hash of the word found last (FNV-1a).</summary>
    public ulong Hash { get; private set; }

    /// <summary>Where the word found last stands.</summary>
    public Span Span { get; private set; }

    /// <summary>Goes to the next word.</summary>
    public bool MoveNext()
    {
        var i = at;
        while (i < text.Length && !IsWord(text[i])) i++;
        if (i >= text.Length) return false;
        var start = i;
        var hash = Offset;
        do
        {
            var c = text[i];
            hash = (hash ^ (char.IsAsciiLetterUpper(c) ? (uint)(c | 0x20) : c < 0x80 ? c : char.ToLowerInvariant(c))) * Prime;
            i++;
            if (IsDense(c)) break;
        }
        while (i < text.Length && IsWord(text[i]) && !IsDense(text[i]));
        (at, Hash, Span) = (i, hash, new(start, i));
        return true;
    }

    private static bool IsWord(char c) => c < 0x80 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    private static bool IsDense(char c) => c is >= '\u2e80' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}

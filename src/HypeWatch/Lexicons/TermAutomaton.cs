using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HypeWatch.Model;

namespace HypeWatch.Lexicons;

/// <summary>
/// One table that finds all terms of several lists in one pass over a text, one step a character (Aho and Corasick 1975), with two changes: characters that no term
/// tells apart share a column, and terms begin at the beginning of a word only, so that inside other words the search rests in one state.
/// </summary>
internal sealed class TermAutomaton
{
    private const int Outside = 0, InWord = 1;
    private const byte OtherMark = 0, OtherLetter = 1;

    private readonly byte[] columns = new byte[char.MaxValue + 1];
    private readonly ushort[] next;
    private readonly int shift;
    private readonly int firstEnding;
    private readonly int[] endings;
    private readonly Entry[] entries;

    /// <summary>Makes the table of some lists; the place of a list is its number.</summary>
    public TermAutomaton(IReadOnlyList<IReadOnlyList<LexiconTerm>> lists)
    {
        var letters = lists.SelectMany(list => list).SelectMany(term => term.Term).Distinct().Order().ToList();
        if (letters.Count > 250) throw new FormatException($"terms use {letters.Count} different characters, more than 250");
        var column = letters.Select((c, i) => (c, Column: (byte)(i + 2))).ToDictionary(pair => pair.c, pair => pair.Column);
        for (var c = 0; c <= char.MaxValue; c++)
            columns[c] = column.TryGetValue(Fold((char)c), out var own) ? own : IsWord((char)c) ? OtherLetter : OtherMark;

        var trie = new Trie(letters.Count + 2);
        for (var list = 0; list < lists.Count; list++)
        {
            foreach (var term in lists[list]) trie.Add(term, (byte)list, columns);
        }

        shift = trie.Width <= 64 ? 6 : trie.Width <= 128 ? 7 : 8;
        (next, firstEnding, endings, entries) = trie.Compile(shift, [false, true, .. letters.Select(IsWord)]);
    }

    /// <summary>Whether a character belongs to a word.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c);

    /// <summary>The entry of a hit.</summary>
    public LexiconTerm this[in RawHit hit] => entries[hit.Entry].Term;

    /// <summary>Adds what stands in a part of a text, sorted by place: by start, then the longest first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="within">The part; characters around it are looked at only to see whether a word begins or ends there.</param>
    /// <param name="only">The list to find terms of; -1 for all.</param>
    /// <param name="found">Takes what is found.</param>
    public void Scan(ReadOnlySpan<char> text, Span within, int only, RawHits found)
    {
        int state = within.Start > 0 && IsWord(text[within.Start - 1]) ? InWord : Outside;
        var part = text[within.Start..within.End];
        // A step is one load that waits for the one before, so the checks of the bounds would be a good part of it. There is a column for every
        // character, and a row for every state that a row names: Compile makes both.
        ref var table = ref MemoryMarshal.GetArrayDataReference(next);
        ref var classes = ref MemoryMarshal.GetArrayDataReference(columns);
        var (ending, bits) = (firstEnding, shift);
        for (var i = 0; i < part.Length; i++)
        {
            state = Unsafe.Add(ref table, (state << bits) + Unsafe.Add(ref classes, part[i]));
            if (state >= ending) Take(text, within, within.Start + i, endings[state - ending], endings[state - ending + 1], only, found);
        }
    }

    private void Take(ReadOnlySpan<char> text, Span within, int i, int first, int last, int only, RawHits found)
    {
        var endsWord = i + 1 == text.Length || !IsWord(text[i + 1]) || !IsWord(text[i]);
        for (var at = first; at < last; at++)
        {
            ref readonly var entry = ref entries[at];
            if ((!endsWord && !entry.IsStem) || (only >= 0 && entry.List != only)) continue;
            var end = i + 1;
            if (entry.IsStem)
            {
                while (end < within.End && IsWord(text[end])) end++;
            }

            found.Insert(new(i + 1 - entry.Length, end, at, entry.Length, entry.List, entry.IsStem));
        }
    }

    private static char Fold(char c) => c switch
    {
        '\u2019' => '\'',
        '\u2010' or '\u2011' => '-',
        '\n' => ' ',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>A term of a list.</summary>
    internal readonly record struct Entry(LexiconTerm Term, byte List)
    {
        public short Length { get; } = (short)Term.Term.Length;

        public bool IsStem { get; } = Term.IsStem;
    }
}

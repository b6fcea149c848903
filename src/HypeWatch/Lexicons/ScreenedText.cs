using HypeWatch.Model;

namespace HypeWatch.Lexicons;

/// <summary>
/// What all word lists find in a part of a text, in one pass. It is made once and filled again for each part, so that a screen of a whole library allocates nothing.
/// </summary>
public sealed class ScreenedText
{
    private readonly TermAutomaton automaton;
    private readonly int[] ends;
    private readonly RawHits hits = new();

    internal ScreenedText(TermAutomaton automaton, int lists) => (this.automaton, ends) = (automaton, new int[lists]);

    /// <summary>Number of terms found, overlaps inside a list resolved as <see cref="Lexicon.Find(string, Span)"/> does.</summary>
    public int Count => hits.Count;

    /// <summary>A term that was found.</summary>
    public LexiconHit this[int index] => new(automaton[hits[index]], new(hits[index].Start, hits[index].End));

    /// <summary>The list of a term that was found: its place in <see cref="LexiconSet.All"/>.</summary>
    public int ListOf(int index) => hits[index].List;

    /// <summary>Looks through a part of a text; what was found before is forgotten.</summary>
    public void Read(ReadOnlySpan<char> text, Span within)
    {
        hits.Clear();
        automaton.Scan(text, within, -1, hits);
        hits.Resolve(ends);
    }
}

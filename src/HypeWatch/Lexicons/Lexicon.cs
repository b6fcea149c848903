using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Lexicons;

/// <summary>One entry of a lexicon.</summary>
/// <param name="Term">The words, lower case; without the trailing <c>*</c> of a stem.</param>
/// <param name="Category">For example <c>hedge</c>.</param>
/// <param name="Subcategory">For example <c>modal</c>.</param>
/// <param name="Weight">1 or more; its meaning is the lexicon's.</param>
/// <param name="IsStem">Whether any ending may follow.</param>
public sealed record LexiconTerm(string Term, string Category, string Subcategory, int Weight, bool IsStem);

/// <summary>A term found in a text.</summary>
/// <param name="Term">The entry.</param>
/// <param name="Span">Where it stands in the searched text; for a stem the whole word.</param>
public readonly record struct LexiconHit(LexiconTerm Term, Span Span);

/// <summary>
/// A list of terms, matched ignoring case on word boundaries, the longest match first, without overlaps (specification 11).
/// </summary>
public sealed class Lexicon
{
    private readonly TermAutomaton automaton;
    private readonly byte number;

    /// <summary>Makes a lexicon of terms.</summary>
    public Lexicon(IReadOnlyList<LexiconTerm> terms)
        : this(terms, new([terms]), 0)
    {
    }

    /// <summary>Makes a lexicon that shares its table with others.</summary>
    internal Lexicon(IReadOnlyList<LexiconTerm> terms, TermAutomaton automaton, byte number) => (Terms, this.automaton, this.number) = (terms, automaton, number);

    /// <summary>The entries, in file order.</summary>
    public IReadOnlyList<LexiconTerm> Terms { get; }

    /// <summary>Reads a lexicon: a header line, then term, category, subcategory and weight, separated by tabs; more columns are ignored.</summary>
    /// <exception cref="FormatException">A line has fewer than four columns or no whole number as weight; the message names the line.</exception>
    public static Lexicon Parse(string name, TextReader reader) => new(ParseTerms(name, reader));

    /// <summary>All terms in a part of a text, in order; spans refer to the whole text.</summary>
    public IEnumerable<LexiconHit> Find(string text, Span within)
    {
        var hits = new RawHits();
        automaton.Scan(text, within, number, hits);
        var last = within.Start;
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            if (hit.Start < last) continue;
            last = hit.End;
            yield return new(automaton[hit], new(hit.Start, hit.End));
        }
    }

    /// <summary>All terms of a text, in order.</summary>
    public IEnumerable<LexiconHit> Find(string text) => Find(text, new(0, text.Length));

    /// <summary>The entries of a file.</summary>
    internal static IReadOnlyList<LexiconTerm> ParseTerms(string name, TextReader reader)
    {
        var terms = new List<LexiconTerm>();
        reader.ReadLine();
        for (var at = 2; reader.ReadLine() is { } line; at++)
        {
            if (line.Length == 0) continue;
            var columns = line.Split('\t');
            if (columns.Length < 4 || !int.TryParse(columns[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight))
                throw new FormatException($"lexicon {name}, line {at}: expected term, category, subcategory and a whole weight");
            var isStem = columns[0].EndsWith('*');
            terms.Add(new(columns[0].TrimEnd('*').ToLowerInvariant(), columns[1], columns[2], weight, isStem));
        }

        return terms;
    }
}

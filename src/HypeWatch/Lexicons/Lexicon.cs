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
    private readonly Node root = new();

    /// <summary>Makes a lexicon of terms.</summary>
    public Lexicon(IReadOnlyList<LexiconTerm> terms)
    {
        Terms = terms;
        foreach (var term in terms) Add(term);
    }

    /// <summary>The entries, in file order.</summary>
    public IReadOnlyList<LexiconTerm> Terms { get; }

    /// <summary>Reads a lexicon: a header line, then term, category, subcategory and weight, separated by tabs; more columns are ignored.</summary>
    /// <exception cref="FormatException">A line has fewer than four columns or no whole number as weight; the message names the line.</exception>
    public static Lexicon Parse(string name, TextReader reader)
    {
        var terms = new List<LexiconTerm>();
        reader.ReadLine();
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            var columns = line.Split('\t');
            if (columns.Length < 4 || !int.TryParse(columns[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight))
                throw new FormatException($"lexicon {name}, line {number}: expected term, category, subcategory and a whole weight");
            var isStem = columns[0].EndsWith('*');
            terms.Add(new(columns[0].TrimEnd('*').ToLowerInvariant(), columns[1], columns[2], weight, isStem));
        }

        return new(terms);
    }

    /// <summary>All terms in a part of a text, in order; spans refer to the whole text.</summary>
    public IEnumerable<LexiconHit> Find(string text, Span within)
    {
        for (var i = within.Start; i < within.End;)
        {
            if (!StartsWord(text, i) || Longest(text, i, within.End) is not { } hit)
            {
                i++;
                continue;
            }

            yield return hit;
            i = hit.Span.End;
        }
    }

    /// <summary>All terms of a text, in order.</summary>
    public IEnumerable<LexiconHit> Find(string text) => Find(text, new(0, text.Length));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);

    private static bool StartsWord(string text, int i) => i == 0 || !IsWord(text[i - 1]) || !IsWord(text[i]);

    private static bool EndsWord(string text, int end) => end == text.Length || !IsWord(text[end]) || !IsWord(text[end - 1]);

    private static char Fold(char c) => c switch
    {
        '\u2019' => '\'',
        '\u2010' or '\u2011' => '-',
        '\n' => ' ',
        _ => char.ToLowerInvariant(c),
    };

    private LexiconHit? Longest(string text, int start, int limit)
    {
        LexiconHit? best = null;
        var node = root;
        for (var i = start; i < limit && node.Next.TryGetValue(Fold(text[i]), out node!); i++)
        {
            if (node.Whole is { } whole && EndsWord(text, i + 1)) best = new(whole, new(start, i + 1));
            else if (node.Stem is { } stem) best = new(stem, new(start, WordEnd(text, i + 1, limit)));
        }

        return best;
    }

    private static int WordEnd(string text, int i, int limit)
    {
        while (i < limit && IsWord(text[i])) i++;
        return i;
    }

    private void Add(LexiconTerm term)
    {
        var node = root;
        foreach (var c in term.Term)
        {
            if (!node.Next.TryGetValue(c, out var next)) node.Next[c] = next = new();
            node = next;
        }

        if (term.IsStem) node.Stem ??= term;
        else node.Whole ??= term;
    }

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];
        public LexiconTerm? Whole { get; set; }
        public LexiconTerm? Stem { get; set; }
    }
}

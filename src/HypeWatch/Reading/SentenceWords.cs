using System.Collections.Frozen;

namespace HypeWatch.Reading;

/// <summary>The words that a full stop belongs to, and the words that usually open a sentence.</summary>
internal static class SentenceWords
{
    /// <summary>No abbreviation below is longer.</summary>
    private const int Longest = 6;

    /// <summary>Never at the end of a sentence: a name, a number or an example follows.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bound = Words(
        """
        e.g i.e cf vs viz fig figs eq eqs eqn eqns mr mrs ms dr prof mt messrs mme mlle hon rev approx resp w.r.t a.k.a i.i.d ca esp incl excl eg ie n° nº §
        """);

    /// <summary>At the end of a sentence only when a word follows that usually opens one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Free = Words(
        """
        al etc inc ltd corp co llc plc bros dept univ assn u.s u.k e.u d.c a.m p.m ph.d m.d b.a m.a b.s m.s jr sr no nos p pp vol vols ed eds st ave blvd rd ft
        sec secs sect sects tab tabs app apps ref refs thm lem def defs prop props cor alg algs ch chap ver v supp suppl gen sen rep gov lt col sgt capt cmdr adm maj
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ext tel est art nr op cit loc trans int proc conf symp natl intl
        """);

    /// <summary>A number behind them is their label, and a stop behind that belongs to the label: <c>Figure 3. Loss ...</c></summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labelled =
        Words("figure fig table box algorithm listing theorem lemma definition proposition corollary example remark appendix no");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Opening = Words(
        """
        the this these that those we our us it its they their them he his she her i my me you your a an another each every all some many most few several both none no such one two three
        in on at for to by with from of as into about after before during since until while when where why how what who which whose if although though because unless whether once
        however but and or so yet thus then hence therefore moreover furthermore additionally also still instead meanwhile otherwise overall finally first second third next last
        here there now today yesterday tomorrow recently currently note let please see consider given using is are was were do does did has have had can could will would should may might must
        not only just even perhaps maybe well yes ok okay oh thanks thank hi hello dear more less any anyone everyone everything nothing something people mr mrs ms dr
        i'm i've i'll i'd it's that's there's we're we've we'll they're they've you're you've you'll he's she's don't doesn't didn't isn't can't won't let's what's who's how's
        """);

    /// <summary>Whether a word, without its stop, never ends a sentence.</summary>
    public static bool IsBound(ReadOnlySpan<char> word) => word.Length <= Longest && Bound.Contains(word);

    /// <summary>Whether a word, without its stop, ends a sentence only before an opening word. Single letters between stops (<c>U.S.A</c>) are such words.</summary>
    public static bool IsFree(ReadOnlySpan<char> word)
    {
        if (word.Length <= Longest && Free.Contains(word)) return true;
        if (word.Length < 3 || word[1] != '.' || word.Length % 2 == 0) return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        }

        return true;
    }

    /// <summary>Whether a number behind this word is its label.</summary>
    public static bool TakesLabel(ReadOnlySpan<char> word) => Labelled.Contains(word);

    /// <summary>Whether sentences often begin with this word.</summary>
    public static bool Opens(ReadOnlySpan<char> word) => Opening.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

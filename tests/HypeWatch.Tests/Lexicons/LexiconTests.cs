using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Tests.Lexicons;

public sealed class LexiconTests
{
    private static readonly Lexicon Words = Lexicon.Parse("test", new StringReader("term\tcategory\tsub\tweight\nfirst\tx\ta\t1\nfirst ever\tx\tb\t2\nfor the first time\tx\tc\t3\ninterpret*\tx\td\t1\ninterpretable\tx\te\t1\nstate-of-the-art\tx\tf\t1\n"));

    [Theory]
    [InlineData("The first ever pond", "first ever")]
    [InlineData("for the first time ever", "for the first time")]
    [InlineData("FOR THE\nFIRST TIME", "FOR THE\nFIRST TIME")]
    [InlineData("firsts and headfirst", "")]
    [InlineData("interpretability, interpretable", "interpretability|interpretable")]
    [InlineData("state\u2010of\u2011the-art", "state\u2010of\u2011the-art")]
    [InlineData("a first, first-ever first ever.", "first|first|first ever")]
    [InlineData("", "")]
    public void Terms_are_found_on_word_boundaries_the_longest_first(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Words.Find(text).Select(hit => hit.Span.Of(text))));

    [Fact]
    public void A_whole_word_goes_before_a_stem_of_the_same_place() =>
        Assert.Equal("e", Words.Find("interpretable").Single().Term.Subcategory);

    [Fact]
    public void A_part_of_a_text_is_searched_with_the_letters_around_it_in_view()
    {
        const string text = "xfirst firsty first";
        Assert.Empty(Words.Find(text, new(1, 12)));
        Assert.Equal(new Span(14, 19), Words.Find(text, new(8, 19)).Single().Span);
    }

    [Fact]
    public void One_pass_over_all_lists_finds_what_each_list_finds()
    {
        var set = new LexiconSet();
        var screen = set.Screen();
        var random = new Random(7);
        var terms = set.All.SelectMany(list => list.Terms).Select(term => term.Term).ToList();
        string[] glue = [" ", "-", ". ", "", "s ", "\n", ", not "];
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 30).Select(_ => terms[random.Next(terms.Count)] + glue[random.Next(glue.Length)]));
            var from = random.Next(text.Length / 2);
            var within = new Span(from, from + random.Next(text.Length - from));
            screen.Read(text, within);
            for (var list = 0; list < set.All.Count; list++)
            {
                var found = Enumerable.Range(0, screen.Count).Where(i => screen.ListOf(i) == list).Select(i => screen[i]);
                Assert.Equal(new Lexicon(set.All[list].Terms).Find(text, within), found);
                Assert.Equal(Slowly(set.All[list].Terms, text, within), found);
            }
        }
    }

    [Fact]
    public void A_screen_of_many_sentences_allocates_nothing()
    {
        var screen = new LexiconSet().Screen();
        const string text = "We show, for the first time, that the pond may be interpretable and safe in all models.";
        screen.Read(text, new(0, text.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) screen.Read(text, new(0, text.Length));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>The rule as it is written: at each beginning of a word the longest term that ends with a word, or stem; then on behind it.</summary>
    private static IEnumerable<LexiconHit> Slowly(IReadOnlyList<LexiconTerm> terms, string text, Span within)
    {
        static char Fold(char c) => c switch { '\u2019' => '\'', '\u2010' or '\u2011' => '-', '\n' => ' ', _ => char.ToLowerInvariant(c) };
        var folded = string.Concat(text.Select(Fold));
        for (var i = within.Start; i < within.End; i++)
        {
            if (i > 0 && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i])) continue;
            var best = terms.Where(term => i + term.Term.Length <= within.End && string.CompareOrdinal(folded, i, term.Term, 0, term.Term.Length) == 0)
                .Where(term => term.IsStem || i + term.Term.Length == text.Length || !char.IsLetterOrDigit(text[i + term.Term.Length]) || !char.IsLetterOrDigit(text[i + term.Term.Length - 1]))
                .OrderByDescending(term => term.Term.Length).ThenBy(term => term.IsStem).FirstOrDefault();
            if (best is null) continue;
            var end = i + best.Term.Length;
            while (best.IsStem && end < within.End && char.IsLetterOrDigit(text[end])) end++;
            yield return new(best, new(i, end));
            i = end - 1;
        }
    }
}

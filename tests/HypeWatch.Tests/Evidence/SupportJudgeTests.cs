using HypeWatch.Classifiers;
using HypeWatch.Evidence;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Tests.Evidence;

public class SupportJudgeTests
{
    private static readonly LexiconSet Lexicons = new();
    private readonly SupportJudge judge = new(new SupportReader(new ClassifierSet(), new PairFeatures(Lexicons)), Lexicons, new RelationReader());

    private static CitedText Text(params string[] sentences)
    {
        var spans = new List<Span>();
        foreach (var sentence in sentences)
        {
            var start = spans.Count == 0 ? 0 : spans[^1].End + 1;
            spans.Add(new(start, start + sentence.Length));
        }

        return new(string.Join(' ', sentences), spans, CitedTextKind.Abstract);
    }

    [Fact]
    public void Without_a_text_nothing_is_said() =>
        Assert.Equal(new CitedVerdict(SupportVerdict.NotAvailable), judge.Judge("Sparse probes find the harbour feature.", null));

    [Fact]
    public void An_abstract_that_speaks_of_something_else_is_no_finding()
    {
        var said = judge.Judge("Ablating the harbour feature lowers accuracy on navigation.", Text("Bread rises faster in a warm kitchen.", "We baked forty loaves."));
        Assert.Equal((SupportVerdict.Neutral, null, null), (said.Verdict, said.Quote, said.Span));
    }

    [Fact]
    public void What_says_the_same_bears_the_claim_out_with_its_words_as_they_stand()
    {
        var text = Text("Seven models were studied.", "Insulin treatment reduces inflammation in obese mice.", "The mice were fed for ten weeks.");
        var said = judge.Judge("Insulin treatment reduces inflammation in obese mice (Quimby, 2020).", text);
        Assert.Equal(SupportVerdict.Entails, said.Verdict);
        Assert.Equal(said.Quote, said.Span!.Value.Of(text.Text));
        Assert.StartsWith("Insulin treatment", said.Quote, StringComparison.Ordinal);
    }

    private static CitedText Whole(params string[] sentences) =>
        Text([.. Enumerable.Range(0, 40).Select(i => $"Cage {i} held mice that ate oats on day {i}."), .. sentences]) with { Kind = CitedTextKind.Whole, Version = new("ver-1") };

    [Theory]
    [InlineData("Attribution graphs are faithful in all models [2].", "Attribution graphs are unfaithful in two of five models.")]
    [InlineData("Attribution graphs change the behaviour of models on 10 of 10 invented tasks [2].", "Attribution graphs change the behaviour of models on 3 of 10 invented tasks.")]
    public void The_opposite_of_a_word_and_another_share_bear_nothing_out(string claim, string sentence) =>
        Assert.NotEqual(SupportVerdict.Entails, judge.Judge(claim, Text(sentence, "We traced forty prompts.")).Verdict);

    [Fact]
    public void A_whole_work_bears_a_claim_out_by_the_sentence_that_says_it()
    {
        var said = judge.Judge("Insulin treatment reduces inflammation in obese mice (Quimby et al., 2020).", Whole("Insulin treatment reduces inflammation in obese mice."));
        Assert.Equal((SupportVerdict.Entails, "Insulin treatment reduces inflammation in obese mice.", new VersionId("ver-1")), (said.Verdict, said.Quote, said.Version));
    }

    [Theory]
    [InlineData("Insulin lowers the weight of mice that ate barley (Quimby et al., 2020).")]
    [InlineData("Quimby et al. (2020)")]
    [InlineData("Both have been applied to mice (Quimby et al., 2020).")]
    public void Of_a_whole_work_a_sentence_that_shares_only_its_common_words_decides_nothing(string claim) =>
        Assert.Equal(SupportVerdict.Neutral, judge.Judge(claim, Whole("Quimby and colleagues thank the keepers of the mice.")).Verdict);

    [Fact]
    public void A_turned_direction_or_a_denial_never_bears_a_claim_out()
    {
        const string Claim = "Insulin treatment reduces inflammation in obese mice.";
        Assert.NotEqual(SupportVerdict.Entails, judge.Judge(Claim, Text("Insulin treatment increases inflammation in obese mice.")).Verdict);
        Assert.NotEqual(SupportVerdict.Entails, judge.Judge(Claim, Text("Insulin treatment does not change inflammation in obese mice.")).Verdict);
    }

    [Theory]
    [InlineData("The probe reduces error.", "The probe increases error.", true)]
    [InlineData("The probe reduces error.", "The probe does not reduce error.", true)]
    [InlineData("The probe finds 40 features.", "The probe finds 90 features.", true)]
    [InlineData("The probe finds 40 features [3].", "The probe finds 40 features.", false)]
    [InlineData("The probe reduces error.", "The probe lowers error.", false)]
    public void Denials_directions_and_numbers_make_a_contrary(string claim, string sentence, bool expected) => Assert.Equal(expected, PairFeatures.IsContrary(claim, sentence));

    [Fact]
    public void A_text_that_hedges_says_less_than_a_claim_that_does_not() =>
        Assert.Equal(SupportVerdict.Weaker, judge.Judge("Insulin treatment reduces inflammation in obese mice.", Text("Insulin treatment may possibly reduce inflammation in obese mice.")).Verdict);

    [Fact]
    public void An_abstract_is_never_held_against_a_claim_for_what_it_leaves_out() =>
        Assert.NotEqual(SupportVerdict.Weaker, judge.Judge("Ablating the harbour feature in every layer of seven models lowers accuracy by 40 percent.", Text("We study the harbour feature in models.")).Verdict);
}

using HypeWatch.Classifiers;
using HypeWatch.Lexicons;

namespace HypeWatch.Tests.Classifiers;

public sealed class ReadersTests
{
    private static readonly ClassifierSet Models = new();
    private static readonly SentenceFeatures Features = new(new LexiconSet());

    [Theory]
    [InlineData("Steering with the latent reduces refusals in all three models.", Relation.Causal)]
    [InlineData("Steering with the latent may reduce refusals.", Relation.Conditional)]
    [InlineData("Latent activity is associated with refusals.", Relation.Correlational)]
    [InlineData("Refusals were more frequent in the larger model than in the smaller one.", Relation.Correlational)]
    [InlineData("Further studies are needed to explore why.", Relation.None)]
    [InlineData("The probe has twelve layers.", Relation.None)]
    public void A_relation_is_read_as_strong_as_it_is_worded(string sentence, Relation relation) => Assert.Equal(relation, new RelationReader().Read(sentence));

    [Theory]
    [InlineData("The company cut 400 jobs last year and paid 2 million dollars.", "I hope we can do better, and I believe we will.")]
    [InlineData("He voted against the bill three times in 2004.", "Good evening and thank you.")]
    [InlineData("Unemployment was 8 percent in March.", "Was unemployment high?")]
    public void A_fact_is_more_worth_checking_than_a_wish_or_a_question(string fact, string other) =>
        Assert.True(CheckWorthiness.Score(fact) > CheckWorthiness.Threshold && CheckWorthiness.Score(fact) > CheckWorthiness.Score(other));

    [Fact]
    public void The_sentences_of_an_abstract_are_told_apart_by_what_they_do()
    {
        var roles = new RoleReader(Models, Features).Read(
        [
            "Language models are widely used, but their inner workings are poorly understood.",
            "In this paper, we aim to find the parts of a model that recall facts.",
            "We train a linear probe on the activations of each layer and ablate the parts that it selects.",
            "Our results show that the middle layers matter most and that the probe outperforms the baseline by 12%.",
        ]);
        Assert.Equal([SentenceRole.Background, SentenceRole.Objective, SentenceRole.Method, SentenceRole.Result], roles);
    }

    [Fact]
    public void No_sentences_have_no_roles() => Assert.Empty(new RoleReader(Models, Features).Read([]));

    [Fact]
    public void A_hedged_finding_reads_as_less_certain_than_the_same_one_asserted()
    {
        var reader = new CertaintyReader(Models, Features);
        Assert.True(reader.Score("Exercise might perhaps improve sleep in some adults.") + 0.5 < reader.Score("Exercise improves sleep in adults."));
    }

    [Fact]
    public void An_admitted_limitation_is_likelier_one_than_a_result_of_the_same_section()
    {
        var reader = new LimitationReader(Models, Features);
        var admitted = reader.Probability(new("This study has limitations: the sample size was small, and data on the controls were lacking.", "Our study has several limitations.", "Second, the follow-up was short.", Section: "Discussion"));
        var result = reader.Probability(new("The second group recovered faster in all centres.", "Patients were enrolled in spring.", "The first group was older.", Section: "Results"));
        Assert.True(admitted >= LimitationReader.Threshold, $"{admitted}");
        Assert.True(result < LimitationReader.Threshold, $"{result}");
    }

    [Fact]
    public void A_post_that_links_to_a_paper_refers_to_research_and_one_about_a_game_does_not()
    {
        var posts = new PostReader(Models, Features, new RelationReader());
        Assert.True(posts.Probability("New study: sleep reduces stress in students", ["https://doi.org/10.1000/1"], PostTrait.Reference) >= PostReader.Threshold);
        Assert.True(posts.Probability("what a game last night lol", [], PostTrait.Reference) < PostReader.Threshold);
        Assert.True(posts.Probability("Drinking coffee lowers the risk of heart disease", [], PostTrait.Claim) >= PostReader.Threshold);
    }

    [Fact]
    public void A_disputed_statement_about_an_office_comes_before_a_routine_bulletin()
    {
        var posts = new PostReader(Models, Features, new RelationReader());
        Assert.True(posts.CheckWorthiness("The ministry lied about the shortage and hid the reports of its own experts.") > posts.CheckWorthiness("Update: 12 new cases confirmed today."));
    }

    [Fact]
    public void Names_of_people_and_sites_leave_no_feature_of_their_own()
    {
        static int[] Buckets(string text) => [.. Features.Of(new(text)).Entries.Select(entry => entry.Key).Order()];
        Assert.Equal(Buckets("@alder says https://alder.example/a is wrong"), Buckets("@birch says https://birch.example/b?c=d is wrong"));
    }
}

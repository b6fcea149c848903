using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>Pairs that differ in what matters alone: one is flagged, its twin is fair. All sentences are invented.</summary>
public class FairTwinTests
{
    private static DossierBuilder Post(Action<DocumentBuilder> write) => new DossierBuilder().With(Coverage.Unknown).Add(DocumentKind.Blog, DocumentRelation.Primary, "Lab A", write);

    [Theory]
    [InlineData("Researchers have solved interpretability.", ClaimType.Completeness, Strength.Closure, Certainty.Emphatic, true)]
    [InlineData("The riddle of how networks reason is answered in full.", ClaimType.Completeness, Strength.Closure, Certainty.Plain, true)]
    [InlineData("Ours is the first method to prove that models think.", ClaimType.Novelty, Strength.Regularity, Certainty.Absolute, true)]
    [InlineData("Here is the proof that networks have beliefs.", ClaimType.Descriptive, Strength.Regularity, Certainty.Absolute, true)]
    [InlineData("We have solved addition in a toy network.", ClaimType.Completeness, Strength.Closure, Certainty.Emphatic, false)]
    [InlineData("Whether interpretability is solved, nobody knows.", ClaimType.Completeness, Strength.Closure, Certainty.Plain, false)]
    [InlineData("We prove the bound under mild assumptions.", ClaimType.Descriptive, Strength.Regularity, Certainty.Absolute, false)]
    [InlineData("We propose a method that reads some features.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, false)]
    public void A_post_that_closes_a_matter_with_nothing_behind_it_is_flagged_openly(string claim, ClaimType type, Strength strength, Certainty certainty, bool flagged) =>
        Assert.Equal(flagged, Post(post => post.States(Place.Body, claim, type, strength, certainty).Say(Place.Body, "Come and see us in May.")).Raised("OC01").Any(flag => flag.Status == FlagStatus.Open));

    [Fact]
    public void A_hope_to_close_a_matter_is_fair() => Assert.Empty(Post(post => post
        .States(Place.Body, "We hope to solve interpretability.", ClaimType.Aspiration, Strength.Aspiration, Certainty.Plain, mode: AssertMode.Aspires)).Raised());

    [Theory]
    [InlineData("Editing facts in language models", false)]
    [InlineData("Language models store facts in the middle layers", true)]
    public void The_title_of_a_paper_that_names_a_topic_claims_no_scope(string title, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper =>
    {
        paper.States(Place.Title, title, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, new(5, null, null, null, Generic: true));
        paper.Break().Say(Place.Method, "We used one layer of one 2B model.");
        for (var i = 0; i < 45; i++) paper.Break().Say(Place.Results, $"In run {i} we edited facts about rivers and hills in the middle layer.");
    }).Raised("OC01").Count == 1);

    [Theory]
    [InlineData("Networks store tenses in their early blocks.", true)]
    [InlineData("We prove that networks of this class store tenses injectively.", false)]
    [InlineData("As Ferro has shown, networks store tenses in their early blocks.", false)]
    public void A_theorem_and_the_work_of_others_exceed_no_test(string claim, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, new(6, null, null, null, Generic: true))
        .Say(Place.Results, "We looked for tenses in the early blocks of one 2B model, in 300 sentences.")).Raised("OC01").Count == 1);

    [Theory]
    [InlineData("Networks store tenses in their early blocks.", true)]
    [InlineData("Every network stores all tenses in its early blocks.", false)]
    public void Only_a_plural_without_a_quantifier_tolerates_exceptions(string claim, bool tolerated) => Assert.Equal(tolerated, Assert.Single(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, new(6, null, null, null, Generic: true))
        .Say(Place.Results, "We looked for tenses in the early blocks of one 2B model, in 300 sentences.")).Raised("OC01")).Exculpations.Any(found => found.Text.Contains("bare plural", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Clamping the unit clearly and certainly removes rhymes.", "Clamping the unit removes rhymes, perhaps.", true)]
    [InlineData("Clamping the unit removed rhymes completely.", "Clamping the unit removed rhymes in each of 40 verses.", false)]
    public void How_much_is_not_how_sure(string headline, string body, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, headline, ClaimType.CausalEffect, Strength.ControlledEffect, Certainty.Absolute)
        .States(Place.Results, body, ClaimType.CausalEffect, Strength.ControlledEffect, flagged ? Certainty.Speculative : Certainty.Emphatic)).Raised("OC02").Count == 1);

    [Theory]
    [InlineData("Our lens lays open the whole reasoning of the tagger.", "What the lens gives is a ranking of tokens.", true)]
    [InlineData("The inner workings of the tagger are now fully transparent.", "It fails on every sentence with a subordinate clause in the tagger.", true)]
    [InlineData("Every decision of the tagger can be read.", "Strictly speaking we list the three most active units of the tagger.", true)]
    [InlineData("The tagger is an open book.", "We do not claim to know how the tagger arrives at a tag.", true)]
    [InlineData("Our filter eliminates slurs.", "Only 61 of 200 slurs were caught by the filter.", true)]
    [InlineData("Our filter caught 61 of 200 slurs.", "Only 61 of 200 slurs were caught by the filter.", false)]
    [InlineData("Our lens lists the active units of the tagger.", "What the lens gives is a ranking of tokens.", false)]
    [InlineData("The inner workings of the tagger are now fully transparent.", "Thanks go to our families.", false)]
    public void A_strong_reading_with_a_weak_one_elsewhere_is_a_motte(string headline, string retreat, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, headline, ClaimType.Descriptive, Strength.Explanation, Certainty.Plain).Break()
        .Say(Place.Limitations, retreat)).Raised("OC03").Count == 1);

    [Theory]
    [InlineData("We scrolled through the dictionary for weeks and kept the unit with the strongest effect.", true)]
    [InlineData("After browsing the units we settled on one because it steered so vividly.", true)]
    [InlineData("We tried prompts until one of them worked.", true)]
    [InlineData("We looked through all the latents and picked one that changed the tone.", true)]
    [InlineData("Only then we declared its style the target of the study.", true)]
    [InlineData("The twelve styles were fixed in advance and drawn from a list of the guild.", false)]
    [InlineData("We used twelve styles.", false)]
    public void A_task_that_was_chosen_because_it_worked_is_no_test_of_ability(string order, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Our units let writers control the style of a reply.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain).Break()
        .Say(Place.Results, order)).Raised("OC05").Count == 1);

    [Theory]
    [InlineData("With 95% of the variance explained, the block is now understood.", true)]
    [InlineData("A reconstruction loss of 0.02 means that the dictionary has found the true features.", true)]
    [InlineData("Since raters agree with our labels, we know what the units represent.", true)]
    [InlineData("The circuit is faithful at 0.9, so this is how the tagger works.", true)]
    [InlineData("Probe accuracy is 0.97, which shows that the network knows grammar.", true)]
    [InlineData("With 95% of the variance explained, the dictionary loses little.", false)]
    [InlineData("Raters agree with our labels for 80 of 100 units.", false)]
    [InlineData("A reconstruction loss of 0.02 does not mean that the features are the true features.", false)]
    public void A_score_taken_for_the_thing_is_seen_in_other_words(string claim, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.MetricValidity, Strength.Explanation, Certainty.Plain)
        .Say(Place.Results, "Scores were computed on 300 sentences.")).Raised("OC08").Count == 1);

    [Theory]
    [InlineData("Our circuits were checked by hand, so the assistant can be trusted with patients.", true)]
    [InlineData("Because its units have names, the assistant is safe.", true)]
    [InlineData("Labelled units guarantee that deception is ruled out.", true)]
    [InlineData("Now that we can read plans, inspectors need not look at the assistant.", true)]
    [InlineData("The atlas shows that the assistant has no hidden agenda.", true)]
    [InlineData("We give formal guarantees for explanations and study when they can be trusted.", false)]
    [InlineData("Nobody has tested whether labelled units make the assistant safe.", false)]
    [InlineData("The assistant looks safer than anyone predicted.", false)]
    public void A_conclusion_about_safety_is_seen_in_other_words(string claim, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.SafetyImplication, Strength.Explanation, Certainty.Plain)
        .Say(Place.Results, "We named 50 random units of one model.")).Raised("OC16").Count == 1);

    [Theory]
    [InlineData(Place.Abstract, "Units track moods.", true)]
    [InlineData(Place.Results, "In each of these the unit tracks the mood.", false)]
    public void What_is_said_of_the_examples_themselves_is_no_general_claim(Place place, string claim, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(place, claim, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)
        .Say(Place.Results, "Figure 1 has four hand-picked units for moods.")).Raised("OC04").Count == 1);

    [Theory]
    [InlineData("Nothing else was tried.", true)]
    [InlineData("An ordinary word list found 140 of the 200 slurs.", false)]
    [InlineData("Moderators with the chat window alone found 90 of 200.", false)]
    [InlineData("We read 200 replies drawn at random.", true)]
    public void Another_way_of_doing_it_with_its_outcome_is_a_comparison(string other, bool flagged) => Assert.Equal(flagged, new DossierBuilder().With(Coverage.Full).Paper(paper =>
    {
        paper.States(Place.Abstract, "Our latent is an effective tool for finding slurs.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain).Break().Say(Place.Results, "It found 150 of 200 slurs.").Break().Say(Place.Results, other);
        for (var i = 0; i < 10; i++) paper.Break().Say(Place.Method, $"Part {i} of the replies came from harbour office {i}.");
    }).Raised("OC13").Count == 1);

    [Theory]
    [InlineData("It is a mistake to think that interpretability guarantees safety.", 0)]
    [InlineData("Nobody has proved that sparse autoencoders fully explain language models.", 0)]
    [InlineData("We don't yet understand neural networks.", 0)]
    [InlineData("No method explains all language models.", 0)]
    [InlineData("Claims such as that interpretability is solved are wrong.", 0)]
    [InlineData("Sparse autoencoders fully explain neural networks.", 1)]
    public void Who_denies_something_claims_none_of_it(string sentence, int least)
    {
        var raised = new DossierBuilder().With(Coverage.Full).Paper(paper => paper.States(Place.Abstract, sentence, ClaimType.SafetyImplication, Strength.Closure, Certainty.Absolute, new(6, null, 4, null) { Generic = true }).Say(Place.Results, "We read 12 features of one model.")).Raised();
        Assert.True(least == 0 ? raised.Count == 0 : raised.Count >= least, string.Join("; ", raised.Select(flag => flag.Code)));
    }

    private static readonly PriorWork Naming = new(
        new("alba2019"), "Automatic descriptions of neurons in vision networks", ["Alba"], 2019, new(2019, 5, 31), null, null, null, null, ["neurons"],
        "Describes single neurons of an image classifier in sentences.", ["OC18"], [], true, true);

    [Theory]
    [InlineData("We are the first to describe single neurons of an image classifier in sentences.", true)]
    [InlineData("The first neurons of image classifiers were described in sentences.", false)]
    [InlineData("Ours is the first method to prove that language models understand.", false)]
    public void Priority_is_held_against_works_on_its_own_topic(string claim, bool flagged) => Assert.Equal(flagged, new DossierBuilder().With([Naming], "neurons")
        .Paper(paper => paper.States(Place.Abstract, claim, ClaimType.Novelty, Strength.Regularity, Certainty.Plain)).Raised("OC18").Count == 1);

    [Theory]
    [InlineData("Latents find lies.", 1)]
    [InlineData("Ida Moss: Latents find lies.", 0)]
    public void Words_that_are_relayed_under_a_name_lose_nothing(string later, int flags) => Assert.Equal(flags, new DossierBuilder()
        .Paper(paper => paper.States(Place.Abstract, "Latents find lies.", ClaimType.Utility, Strength.Regularity, Certainty.Plain).Limits(Place.Abstract, "On long prompts they fire at random.", CaveatKind.NegativeResult))
        .News(news => news.States(Place.Body, later, ClaimType.Utility, Strength.Regularity, Certainty.Plain)).Edge(0, 1).Raised("OC21").Count);
}

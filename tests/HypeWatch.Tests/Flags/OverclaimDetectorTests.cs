using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>OC01 to OC08, OC10, OC15, OC16, OC18: what is flagged and what is fair. All sentences are invented.</summary>
public class OverclaimDetectorTests
{
    private static readonly Scope Ai = new(6, null, 4, null);
    private static readonly Scope LanguageModels = new(5, null, 3, null, Generic: true);
    private static readonly Scope OneLayer = new(1, null, 2, null);

    [Theory]
    [InlineData("We scored 400 random latents in the middle layer of one 2B model.", true)]
    [InlineData("We scored random latents in Pythia, Gemma and Llama, at every layer.", false)]
    public void A_scope_two_levels_beyond_the_tests_is_flagged(string test, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Dictionaries explain language models.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, new(5, null, null, null))
        .Say(Place.Results, test)).Raised("OC01").Count == 1);

    [Theory]
    [InlineData("In the middle layer of Gemma 2, the latents that we sampled were mostly rated readable.")]
    [InlineData("Some latents of this layer fire on dates.")]
    public void A_claim_that_stays_inside_its_tests_is_fair(string claim) => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, OneLayer)
        .Say(Place.Results, "We rated 200 randomly sampled latents of the middle layer of Gemma 2.")).Raised());

    [Fact]
    public void A_term_that_is_restricted_where_it_is_used_clears() => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Large models (in this paper: the two of Table 1) share these latents.", ClaimType.Generalisation, Strength.Regularity, Certainty.Plain, new(5, null, null, null))
        .Say(Place.Abstract, "We tested one 2B model.")).Raised("OC01"));

    [Fact]
    public void A_headline_of_the_newspaper_belongs_to_the_newspaper()
    {
        var flags = Newspaper().Raised();
        Assert.NotEmpty(flags);
        Assert.All(flags, flag => Assert.Equal("Daily Example", flag.Asserter));
    }

    [Fact]
    public void A_fair_paper_is_not_flagged_for_what_the_newspaper_did() =>
        Assert.DoesNotContain(Newspaper().Assess().Flags, flag => flag.Asserter == "Lab A");

    private static DossierBuilder Newspaper() => new DossierBuilder()
        .Paper(paper => paper.States(Place.Abstract, "In one 2B model, a probe told two moods apart for 61 of 80 replies.", ClaimType.Quantitative, Strength.Regularity, Certainty.Plain, new(2, 2, 0, null)))
        .News(news => news.States(Place.Headline, "Machines can now be read like an open book", ClaimType.Utility, Strength.Closure, Certainty.Emphatic, Ai));

    [Theory]
    [InlineData("A breathtaking, groundbreaking, revolutionary set of latents is described.", Strength.Regularity)]
    [InlineData("This is an extraordinary and historic milestone for our field.", Strength.Existence)]
    public void A_hype_word_alone_never_flags(string claim, Strength strength) => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.Descriptive, strength, Certainty.Plain, OneLayer)
        .Say(Place.Results, "We rated 200 randomly sampled latents of the middle layer of Gemma 2.")).Raised());

    [Theory]
    [InlineData(ClaimType.SelfLimitation, AssertMode.Asserts)]
    [InlineData(ClaimType.Aspiration, AssertMode.Aspires)]
    [InlineData(ClaimType.SafetyImplication, AssertMode.Hypothesises)]
    [InlineData(ClaimType.SafetyImplication, AssertMode.QuotesOther)]
    [InlineData(ClaimType.SafetyImplication, AssertMode.Denies)]
    [InlineData(ClaimType.SafetyImplication, AssertMode.Asks)]
    public void Limitations_hopes_suppositions_quotations_denials_and_questions_are_never_flagged(ClaimType type, AssertMode mode) => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "All AI systems are solved and therefore safe.", type, Strength.Closure, Certainty.Absolute, Ai, mode: mode)
        .Say(Place.Results, "We rated 200 random latents of one model.")).Raised());

    [Fact]
    public void A_headline_surer_than_the_body_is_flagged_with_both_quotes()
    {
        var flag = Assert.Single(new DossierBuilder().Paper(paper => paper
            .States(Place.Abstract, "Our tests demonstrate that the carry circuit implements addition.", ClaimType.Mechanism, Strength.Explanation, Certainty.Emphatic)
            .States(Place.Results, "The pattern is consistent with addition in 3 of 5 seeds.", ClaimType.Mechanism, Strength.Regularity, Certainty.Tentative)).Raised("OC02"));
        Assert.Equal((1, 3), (flag.Gap, flag.Severity));
        Assert.Contains("consistent with addition", flag.Rationale, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Our tests suggest that the carry circuit implements addition.", Certainty.Tentative, "The carry circuit seems to implement addition.")]
    [InlineData("Our tests demonstrate that the carry circuit implements addition.", Certainty.Emphatic, "Subtraction may follow another path.")]
    public void A_headline_as_careful_as_the_body_or_about_something_else_is_fair(string headline, Certainty certainty, string body) => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, headline, ClaimType.Mechanism, Strength.Explanation, certainty)
        .States(Place.Results, body, ClaimType.Mechanism, Strength.Regularity, Certainty.Tentative)).Raised("OC02"));

    [Fact]
    public void We_show_that_is_how_findings_are_reported_and_not_enough() => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "We show that mood latents exist.", ClaimType.Existence, Strength.Existence, Certainty.Emphatic)
        .Say(Place.Results, "We show four hand-picked latents.")).Raised("OC02"));

    private static DossierBuilder Motte(Place caveatPlace) => new DossierBuilder().Paper(paper => paper
        .States(Place.Title, "We can now read what the model is thinking", ClaimType.Utility, Strength.Closure, Certainty.Plain, new(2, null, 4, null))
        .Say(Place.Body, "The method is linear.")
        .Say(caveatPlace, "By \u201cthinking\u201d we mean that one direction goes with a label."));

    [Fact]
    public void A_word_that_is_taken_back_far_from_the_headline_is_a_motte()
    {
        var flag = Assert.Single(Motte(Place.Discussion).Raised("OC03"));
        Assert.Equal("motte", flag.Quotes[1].Role);
        Assert.Equal(0.40, flag.Confidence);
    }

    [Fact]
    public void A_definition_in_the_headline_block_reconciles() => Assert.Empty(Motte(Place.Abstract).Raised("OC03"));

    [Fact]
    public void A_limitation_is_a_motte_only_when_nothing_near_the_headline_says_it()
    {
        static DossierBuilder Paper(bool reconciled) => new DossierBuilder().Paper(paper =>
        {
            paper.States(Place.Abstract, "Dictionary latents reveal the reasoning of language models.", ClaimType.Descriptive, Strength.Explanation, Certainty.Plain, LanguageModels);
            if (reconciled) paper.Limits(Place.Abstract, "However, our latents cover little of the reasoning, and only in one layer.", CaveatKind.Scope);
            paper.Limits(Place.Limitations, "It is unclear that these latents follow the reasoning of the model at all.", CaveatKind.Uncertainty);
        });
        Assert.Single(Paper(reconciled: false).Raised("OC03"));
        Assert.Empty(Paper(reconciled: true).Raised("OC03"));
    }

    [Theory]
    [InlineData("We show six hand-picked latents.", "", true)]
    [InlineData("We show six latents chosen for clarity.", "Two raters scored 200 random latents.", false)]
    [InlineData("We list latents in Table 3.", "", false)]
    public void A_regularity_on_picked_examples_is_flagged_unless_a_sample_stands_anywhere(string examples, string sample, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Latents track abstract ideas.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, new(null, null, 3, null))
        .Say(Place.Results, examples).Say(Place.Appendix, sample.Length > 0 ? sample : "Nothing more.")).Raised("OC04").Count == 1);

    [Theory]
    [InlineData("The deception latent causes the model to lie.", "Activation of the latent correlates with lies, r of 0.6.", "correlation")]
    [InlineData("The head stores the name of the city.", "Patching the head changed the answer in 12 of 20 prompts.", "mechanism")]
    [InlineData("The head stores the name of the city.", "Patching the head changed the answer more than patching a random head, norm-matched.", null)]
    [InlineData("Clamping the latent raised refusals in 12 of 20 prompts.", "Activation of the latent correlates with refusals.", null)]
    [InlineData("The latent is associated with refusals.", "Activation of the latent correlates with refusals.", null)]
    public void Causes_need_an_intervention_and_mechanisms_a_control(string claim, string test, string? subtype) => Assert.Equal(subtype, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.Mechanism, Strength.Explanation, Certainty.Plain)
        .Say(Place.Results, test)).Raised("OC06").SingleOrDefault()?.Subtype);

    [Theory]
    [InlineData("An auto-interpretability score of 0.9 shows that we recovered the model's concepts.", "", true)]
    [InlineData("An auto-interpretability score of 0.9 shows that we recovered the model's concepts.", "A randomly initialised network scored 0.4.", false)]
    [InlineData("An auto-interpretability score of 0.9 does not show that we understand the model.", "", false)]
    [InlineData("Latents score 0.9 on auto-interpretability.", "", false)]
    public void A_score_is_not_what_it_stands_for_without_a_null(string claim, string test, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.MetricValidity, Strength.Explanation, Certainty.Plain)
        .Say(Place.Results, test.Length > 0 ? test : "Scores were computed.")).Raised("OC08").Count == 1);

    [Theory]
    [InlineData("Planning is carried out by a single loop.", Strength.Explanation, true)]
    [InlineData("Planning is carried out by a single loop (Figure 2).", Strength.Explanation, false)]
    [InlineData("We came across a loop.", Strength.Existence, false)]
    public void A_strong_claim_without_any_support_is_flagged_only_when_everything_was_read(string claim, Strength strength, bool flagged)
    {
        DossierBuilder Build(Coverage coverage) => new DossierBuilder().With(coverage).Paper(paper => paper.States(Place.Results, claim, ClaimType.Mechanism, strength, Certainty.Plain));
        Assert.Equal(flagged, Build(Coverage.Full).Raised("OC10") is [{ Confidence: 0.40 }]);
        Assert.DoesNotContain(Build(Coverage.Unknown).Raised("OC10"), flag => flag.Confidence > 0.35);
    }

    [Theory]
    [InlineData("These latents let developers debug models.", "We rated 50 random latents.", Certainty.Plain, true)]
    [InlineData("These latents let developers debug models.", "Twelve engineers debugged 40 faults with and without latents.", Certainty.Plain, false)]
    [InlineData("These latents might help developers debug models (untested).", "We rated 50 random latents.", Certainty.Speculative, false)]
    [InlineData("With these latents developers debugged 31 of 40 models, which lets them debug faster.", "We rated latents.", Certainty.Plain, false)]
    public void Usefulness_as_a_fact_needs_a_test_of_the_task(string claim, string test, Certainty certainty, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.Utility, Strength.ControlledEffect, certainty)
        .Say(Place.Results, test)).Raised("OC15").Count == 1);

    [Fact]
    public void Using_something_to_do_what_is_no_practical_task_is_read_without_failing() => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "We show how to use the earlier lemmas to get sharp limits and say how the program counts them.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)).Raised("OC15"));

    [Theory]
    [InlineData("Readable latents mean that hidden goals can be ruled out.", true)]
    [InlineData("The black box has been resolved, thereby ensuring that AI is safe.", true)]
    [InlineData("Readable latents are one step; whether this helps against deception is open.", false)]
    [InlineData("If latents are ever to help safety, they must be useful in practice.", false)]
    [InlineData("Readable latents do not make a model safe.", false)]
    public void A_conclusion_about_safety_needs_a_bridge(string claim, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, ClaimType.SafetyImplication, Strength.Explanation, Certainty.Plain)
        .Say(Place.Results, "We rated 50 random latents of one model.")).Raised("OC16").Count == 1);

    [Fact]
    public void A_safety_task_with_a_control_is_a_bridge() => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "The monitor means that jailbreak attempts no longer pass.", ClaimType.SafetyImplication, Strength.ControlledEffect, Certainty.Plain)
        .Say(Place.Results, "On 500 jailbreak prompts the monitor stopped 480, a keyword filter 310.")).Raised("OC16"));

    [Fact]
    public void Closure_in_a_policy_memo_is_critical_and_the_memos_own()
    {
        var flag = Assert.Single(Memo().Raised("OC16"));
        Assert.Equal((5, "Fund B"), (flag.Severity, flag.Asserter));
        Assert.DoesNotContain(Memo().Raised(), other => other.Asserter == "Lab A");
    }

    private static DossierBuilder Memo() => new DossierBuilder()
        .Paper(paper => paper.States(Place.Abstract, "In one 2B model, 61 of 80 random latents were rated readable.", ClaimType.Quantitative, Strength.Regularity, Certainty.Plain, new(2, 2, 2, null)))
        .Memo(memo => memo.States(Place.Policy, "Science has solved the black box problem, thereby guaranteeing that open systems are safe.", ClaimType.SafetyImplication, Strength.Closure, Certainty.Absolute, Ai));

    [Fact]
    public void A_cited_work_with_a_like_point_does_not_clear_priority()
    {
        var alike = Earlier with { Id = new("moss2019"), Title = "Weights of transformer activations", Authors = ["Moss"], Year = 2019, FirstPublic = new(2019, 1, 31), Summary = "Weighs activations." };
        var flag = Assert.Single(new DossierBuilder().With([Earlier, alike], "dictionary-learning").Paper(paper => paper
            .States(Place.Abstract, "We are the first to apply dictionary learning to transformer activations.", ClaimType.Novelty, Strength.Regularity, Certainty.Plain)
            .Cites(alike.Title, "Moss", 2019)).Raised("OC18"));
        Assert.DoesNotContain(flag.Exculpations, found => found.Kind == ExculpationKind.EquivalentCited);
    }

    private static readonly PriorWork Earlier = new(
        new("fern2020"), "Dictionary learning on transformer activations", ["Fern"], 2020, new(2020, 5, 31), null, null, null, null, ["dictionary-learning"],
        "Applies dictionary learning to the activations of a transformer.", ["OC18"], [], true, true);

    [Theory]
    [InlineData("We are the first to apply dictionary learning to transformer activations.", true, true)]
    [InlineData("We are the first to apply dictionary learning to transformer activations.", false, false)]
    [InlineData("We are the first to apply dictionary learning to a production-grade transformer.", true, false)]
    [InlineData("We are the first to grow tomatoes on a balcony in winter.", true, false)]
    public void Priority_is_contradicted_by_verified_work_that_meets_every_qualifier(string claim, bool verified, bool flagged) => Assert.Equal(flagged, new DossierBuilder()
        .With([Earlier with { Verified = verified }], "dictionary-learning")
        .Paper(paper => paper.States(Place.Abstract, claim, ClaimType.Novelty, Strength.Regularity, Certainty.Plain)).Raised("OC18").Count == 1);

    [Theory]
    [InlineData("Interpretability has been solved.", "We hope that others enjoy reading this.", 1)]
    [InlineData("Interpretability has been solved.", "Theorem 2 follows from the first lemma.", 0)]
    [InlineData("Interpretability has been solved in a toy model.", "We hope that others enjoy reading this.", 0)]
    public void Closure_with_nothing_tested_is_flagged_unless_it_is_proved_or_bounded(string claim, string beside, int flags) =>
        Assert.Equal(flags, new DossierBuilder().Paper(paper => paper
            .States(Place.Abstract, claim, ClaimType.Completeness, Strength.Closure, Certainty.Plain).Say(Place.Body, beside)).Raised("OC01").Count);

    [Theory]
    [InlineData("Our analysis reveals that the tagger plans its rhymes.", "We cannot say whether the tagger plans its rhymes or keeps endings active.", 1)]
    [InlineData("It is beyond dispute that the tagger plans its rhymes.", "The tagger might plan its rhymes.", 1)]
    [InlineData("Our analysis reveals that the tagger plans its rhymes.", "We cannot say whether other models plan their rhymes.", 0)]
    [InlineData("Our analysis reveals that the tagger plans its rhymes.", "We cannot say whether the tagger counts its words.", 0)]
    [InlineData("The tagger plans its rhymes.", "We cannot say whether the tagger plans its rhymes or keeps endings active.", 0)]
    [InlineData("Whether our analysis reveals that the tagger plans its rhymes is asked here.", "We cannot say whether the tagger plans its rhymes or keeps endings active.", 0)]
    public void A_strong_word_at_the_head_is_held_against_the_texts_own_doubt(string head, string doubt, int flags) => Assert.Equal(flags, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, head, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)
        .Say(Place.Discussion, doubt)).Raised("OC02").Count);

    [Theory]
    [InlineData("Activation of the mood unit correlates with refusals.", 1)]
    [InlineData("The date unit correlates with the year.", 0)]
    public void A_cause_is_held_against_an_association_about_the_same(string found, int flags) => Assert.Equal(flags, new DossierBuilder().Paper(paper => paper
        .States(Place.Results, "The mood feature causes the model to refuse.", ClaimType.Mechanism, Strength.Explanation, Certainty.Plain, OneLayer)
        .Say(Place.Results, found)).Raised("OC06").Count);
}

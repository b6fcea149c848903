using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>OC07, OC09, OC12, OC13, OC14, OC17: what is flagged and what is fair. All sentences are invented.</summary>
public class WarrantGapDetectorTests
{
    [Theory]
    [InlineData("The latent detects unsafe code.", "We looked at top-activating examples of the latent.", true)]
    [InlineData("The latent detects unsafe code.", "We looked at top-activating examples; recall on 90 known cases was 0.7.", false)]
    [InlineData("The latent fires on unsafe code.", "We looked at top-activating examples of the latent.", false)]
    public void Detection_needs_a_count_of_misses(string claim, string test, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Results, claim, ClaimType.Utility, Strength.Regularity, Certainty.Plain).Say(Place.Results, test)).Raised("OC07").Count == 1);

    [Fact]
    public void A_stated_limitation_in_the_same_sentence_outweighs_the_gap() => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Results, "The latent detects unsafe code when it fires; we did not measure recall.", ClaimType.Utility, Strength.Regularity, Certainty.Plain, part: "The latent detects unsafe code when it fires")
        .Within("we did not measure recall", CaveatKind.MissingTest)).Raised("OC07"));

    [Theory]
    [InlineData("Steering worked 83% of the time.", "We varied the layer.", true)]
    [InlineData("Steering doubled refusals, a 2x improvement.", "We varied the layer.", true)]
    [InlineData("Steering worked in 25/30 prompts (83%, Wilson 95% CI 66-93).", "We varied the layer.", false)]
    [InlineData("Steering worked 83% of the time.", "In total 25 of 30 prompts changed.", false)]
    [InlineData("Steering worked 83% of the time (Table 2).", "We varied the layer.", false)]
    [InlineData("The dictionary has 34 million latents, of which 35% are dead latents.", "We varied the layer.", false)]
    [InlineData("The model has 7 billion parameters.", "We varied the layer.", false)]
    public void A_rate_needs_cases_or_an_interval(string claim, string other, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Results, claim, ClaimType.Quantitative, Strength.Regularity, Certainty.Plain).Break().Say(Place.Results, other)).Raised("OC09").Count == 1);

    [Theory]
    [InlineData(Place.Results, ClaimType.Quantitative, 1)]
    [InlineData(Place.Abstract, ClaimType.Quantitative, 2)]
    [InlineData(Place.Results, ClaimType.Comparative, 3)]
    public void A_bare_rate_weighs_more_in_a_headline_and_in_a_comparison(Place place, ClaimType type, int severity) => Assert.Equal(severity, Assert.Single(new DossierBuilder().Paper(paper => paper
        .States(place, "Steering worked 83% of the time.", type, Strength.Regularity, Certainty.Plain)).Raised("OC09")).Severity);

    [Fact]
    public void The_appendix_may_give_the_cases() => Assert.Empty(new DossierBuilder()
        .Paper(paper => paper.States(Place.Abstract, "Steering worked 83% of the time.", ClaimType.Quantitative, Strength.Regularity, Certainty.Plain))
        .Add(DocumentKind.Appendix, DocumentRelation.Appendix, "Lab A", text => text.Say(Place.Appendix, "Steering: 25/30 prompts, that is 83%.")).Raised("OC09"));

    [Theory]
    [InlineData("The model knows that it is being tested.", true)]
    [InlineData("Claude actually believes the story.", true)]
    [InlineData("The model \u201cknows\u201d that it is being tested.", false)]
    [InlineData("The model does not know that it is being tested.", false)]
    [InlineData("We understand the model better now.", false)]
    [InlineData("Engineers want the model to be small.", false)]
    public void A_mind_is_noted_where_a_model_is_the_subject(string claim, bool flagged)
    {
        var polarity = claim.Contains("does not", StringComparison.Ordinal) ? Polarity.Negative : Polarity.Positive;
        var flags = new DossierBuilder().Paper(paper => paper.States(Place.Abstract, claim, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, polarity: polarity)).Raised("OC12");
        Assert.Equal(flagged, flags is [{ Kind: FlagKind.Context, Severity: 2 }]);
    }

    [Fact]
    public void A_defined_word_is_no_wording_note() => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "The model knows that it is being tested.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)
        .Say(Place.Method, "By \u201cknows\u201d we mean that a linear readout is right.")).Raised("OC12"));

    [Theory]
    [InlineData("Our latents are an effective way to steer replies.", ClaimType.Utility, "We varied the layer in 40 prompts.", true)]
    [InlineData("Our latents are an effective way to steer replies.", ClaimType.Utility, "Compared with prompting, latents changed 12 more of 60 replies.", false)]
    [InlineData("Our latents are an effective way to steer replies.", ClaimType.Utility, "We leave comparisons with prompting to future work.", true)]
    [InlineData("Our latents steer better than prompting does (73% against 61%).", ClaimType.Comparative, "We varied the layer.", false)]
    [InlineData("Our latents outperform everything else.", ClaimType.Comparative, "We varied the layer.", true)]
    [InlineData("Latents for dates exist.", ClaimType.Existence, "We varied the layer.", false)]
    public void Usefulness_needs_a_comparison_and_existence_does_not(string claim, ClaimType type, string other, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, claim, type, Strength.ControlledEffect, Certainty.Plain).Say(Place.Results, other)).Raised("OC13").Count == 1);

    [Fact]
    public void A_negative_finding_needs_no_baseline() => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Latents do not help with debugging.", ClaimType.Utility, Strength.Regularity, Certainty.Plain, polarity: Polarity.Negative)).Raised());

    [Fact]
    public void An_admitted_missing_comparison_is_certain_and_weighs_less()
    {
        var flag = Assert.Single(new DossierBuilder().With(Coverage.MainOnly).Paper(paper => paper
            .States(Place.KeyResults, "Latents are useful for steering replies.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)
            .Limits(Place.Limitations, "We have not compared steering with other methods.", CaveatKind.MissingTest)).Raised("OC13"));
        Assert.Equal((2, 0.40), (flag.Severity, flag.Confidence));
        Assert.Contains(flag.Exculpations, found => found is { Kind: ExculpationKind.ExplicitlyNotTested, Verdict: ExculpationVerdict.Reduces });
    }

    [Fact]
    public void A_comparison_that_the_authors_call_no_rigorous_one_is_named_as_weak_and_conceded()
    {
        var flag = Assert.Single(new DossierBuilder().Paper(paper => paper
            .States(Place.Abstract, "Latents are an effective way to steer replies.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)
            .Say(Place.Results, "We rated 200 random latents of one model.")
            .Say(Place.Appendix, "In five of seven picked examples a few-shot prompting vector did not steer the reply and the latent did.")
            .Limits(Place.Appendix, "A careful comparison of ways to steer replies is left for later.", CaveatKind.FutureWork)).Raised("OC13"));
        Assert.Equal(("weak", 2), (flag.Subtype, flag.Severity));
        Assert.Contains(flag.Quotes, quote => quote is { Role: "evidence" } && quote.Quote.Contains("few-shot", StringComparison.Ordinal));
        Assert.Contains(flag.Quotes, quote => quote.Role == "concession");
    }

    [Theory]
    [InlineData("Rather, such vectors are less effective for steering replies than latents.", true)]
    [InlineData("Latents are less effective for steering replies than few-shot vectors.", false)]
    [InlineData("Latents are less effective for steering replies than the chat model itself.", false)]
    [InlineData("Vectors from prompts were not less effective for steering replies than latents.", false)]
    public void That_others_are_worse_than_what_the_title_names_is_an_advantage_claimed(string claim, bool isFlagged)
    {
        var raised = new DossierBuilder().Paper(paper => paper
            .Say(Place.Title, "Latents that steer a chat model")
            .States(Place.Results, claim, ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)
            .Say(Place.Appendix, "In five of seven picked examples few-shot prompting vectors did not steer the reply and the latent did.")
            .Limits(Place.Appendix, "We haven't rigorously evaluated our latents against other ways to steer replies.", CaveatKind.FutureWork)).Raised("OC13");
        Assert.Equal(isFlagged ? ["weak"] : [], raised.Select(flag => flag.Subtype));
    }

    [Theory]
    [InlineData(Place.Results, "A careful comparison of ways to steer replies is left for later.")]
    [InlineData(Place.Appendix, "A careful comparison of tokenisers is left for later.")]
    public void A_comparison_in_the_main_text_or_without_a_concession_about_it_is_not_called_weak(Place place, string rest) => Assert.DoesNotContain(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Latents are an effective way to steer replies.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)
        .Say(place, "On 300 random cases a few-shot prompting vector steered 12% of replies and the latent 31%.")
        .Limits(Place.Limitations, rest, CaveatKind.FutureWork)).Raised("OC13"), flag => flag.Subtype == "weak");

    [Fact]
    public void Superiority_at_c4_in_a_headline_may_pass_the_cap_of_warrant_gaps() => Assert.Equal(4, Assert.Single(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Our latents clearly outperform all rivals.", ClaimType.Comparative, Strength.Explanation, Certainty.Emphatic)).Raised("OC13")).Severity);

    [Theory]
    [InlineData("A logistic regression scored higher on every task.", "The probe is linear.", true)]
    [InlineData("The latent scored higher than a logistic regression.", "The probe is linear.", false)]
    [InlineData("A logistic regression scored higher on every task.", "A logistic regression does better, see Appendix F.", false)]
    [InlineData("A logistic regression scored higher on every task.", "Appendix C lists all prompts.", false)]
    [InlineData("A logistic regression scored higher, 0.95 against 0.91.", "The latent reaches an AUROC of 0.91.", true)]
    [InlineData("A logistic regression scored higher, 0.95 against 0.91.", "The latent reaches an AUROC of 0.91, and the other way 0.95.", false)]
    public void A_better_simple_method_may_not_stand_in_the_appendix_alone(string appendix, string main, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Latents are a strong tool for detection.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)
        .Say(Place.Results, main).Say(Place.Appendix, appendix)).Raised("OC14").Count == 1);

    private static readonly PriorWork Illusion = new(
        new("grey2021"), "An illusion in reading single units", ["Grey"], 2021, new(2021, 4, 30), null, null, null, null, ["neurons", "illusion"], "Invented.", ["OC17", "T2"], [], true, true);

    private static readonly PriorWork SamePoint = Illusion with { Id = new("stone2019"), Title = "Single units mislead the eye", Authors = ["Stone"], FirstPublic = new(2019, 1, 31), Year = 2019, BearsOn = ["OC04", "OC17", "OC08"] };

    private static DossierBuilder Release(string published, Action<DocumentBuilder>? cite = null, PriorWork? work = null) => new DossierBuilder()
        .With([work ?? Illusion, SamePoint], "neurons")
        .Paper(
            paper =>
            {
                paper.States(Place.Abstract, "Units of the network are readable.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain).Cites("On something else", "Grey", 2016);
                cite?.Invoke(paper);
            },
            published);

    [Fact]
    public void An_omitted_work_on_validity_is_named_once_per_release()
    {
        var flag = Assert.Single(Release("2024-05-21").Raised("OC17"));
        Assert.Equal((2, 0.40), (flag.Severity, flag.Confidence));
        Assert.Contains("grey2021", flag.Works.Select(work => work.Value));
        Assert.Contains("not found in the reference lists", flag.Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cited_work_an_equivalent_a_recent_or_an_unverified_one_is_not_held_against_the_release()
    {
        Assert.Empty(Release("2024-05-21", paper => paper.Cites(Illusion.Title, "Grey", 2021).Cites(SamePoint.Title, "Stone", 2019)).Raised("OC17"));
        Assert.DoesNotContain(Release("2024-05-21", paper => paper.Cites(SamePoint.Title, "Stone", 2019), Illusion with { BearsOn = ["OC04"] }).Raised("OC17"), flag => flag.Works.Contains(Illusion.Id));
        Assert.Empty(Release("2019-03-01").Raised("OC17"));
        Assert.DoesNotContain(Release("2024-05-21", null, Illusion with { Verified = false }).Raised("OC17"), flag => flag.Works.Contains(Illusion.Id));
    }

    [Fact]
    public void Without_a_reference_list_an_omission_stays_unsure() =>
        Assert.All(
            new DossierBuilder().With([Illusion], "neurons").Paper(paper => paper.States(Place.Abstract, "Units are readable.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)).Raised("OC17"),
            flag => Assert.Equal(0.35, flag.Confidence));
}

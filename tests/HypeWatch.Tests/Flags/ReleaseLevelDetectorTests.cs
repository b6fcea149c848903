using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>OC05, OC11, OC19, OC22, and what counts as a document's own contention.</summary>
public class ReleaseLevelDetectorTests
{
    [Theory]
    [InlineData("We browsed thousands of latents and one turned replies into verse.", true)]
    [InlineData("Targets were taken from a published list before we browsed thousands of latents.", false)]
    [InlineData("We trained the dictionary on text.", false)]
    public void A_demonstration_found_by_searching_is_no_evidence_of_ability(string test, bool flagged) => Assert.Equal(flagged, new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Our method can edit the behaviour of models.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)
        .Say(Place.Results, test)).Raised("OC05").Count == 1);

    [Fact]
    public void A_demonstration_that_is_called_one_is_fair() => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, "Our method can edit the behaviour of models.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)
        .Say(Place.Abstract, "This is a demonstration, not an evaluation: we browsed latents for a vivid one.")).Raised("OC05"));

    [Theory]
    [InlineData("Training took two days.", true)]
    [InlineData("It fails on long prompts.", false)]
    [InlineData("See the full paper for details.", false)]
    public void A_safety_claim_in_a_headline_without_any_limit_is_noted_once(string rest, bool flagged)
    {
        var flags = new DossierBuilder().Paper(paper => paper
            .States(Place.Abstract, "The monitor detects deception.", ClaimType.SafetyImplication, Strength.ControlledEffect, Certainty.Plain).Say(Place.Results, rest)).Raised("OC11");
        Assert.Equal(flagged, flags is [{ Severity: 1 }]);
    }

    [Theory]
    [InlineData("Science has established that the reasoning of models is readable.", true)]
    [InlineData("A preprint suggests, and it is now established for one model, that its reasoning is readable.", false)]
    [InlineData("The reasoning of one model was readable.", false)]
    public void A_result_that_nobody_reviewed_is_not_settled(string claim, bool flagged) => Assert.Equal(flagged, new DossierBuilder()
        .Paper(paper => paper.Say(Place.Title, "Reading one model"))
        .Memo(memo => memo.States(Place.Policy, claim, ClaimType.Descriptive, Strength.Regularity, Certainty.Emphatic)).Raised("OC19") is [{ Kind: FlagKind.Context, Severity: 2 }]);

    [Theory]
    [InlineData("2025-01-10", true)]
    [InlineData("2024-05-25", false)]
    public void Three_promotions_in_the_same_words_are_noted_when_they_lie_apart(string last, bool flagged)
    {
        static void Post(DocumentBuilder post, string name) =>
            post.States(Place.Promo, $"With {name} the model is even more readable than anybody had expected.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain);
        var flags = new DossierBuilder()
            .Add(DocumentKind.PromoSocial, DocumentRelation.PromoByOrg, "Lab A", post => Post(post, "Arbor"), "2024-05-20")
            .Add(DocumentKind.PromoSocial, DocumentRelation.PromoByOrg, "Lab A", post => Post(post, "Birch"), "2024-05-22")
            .Add(DocumentKind.PromoSocial, DocumentRelation.PromoByOrg, "Lab A", post => Post(post, "Cedar"), last).Raised("OC22");
        Assert.Equal(flagged, flags is [{ Severity: <= 2 }]);
    }

    [Theory]
    [InlineData(Place.RelatedWork, "Dictionaries give readable units for all language models.")]
    [InlineData(Place.FigureCaption, "Dictionaries give readable units for all language models.")]
    [InlineData(Place.Limitations, "Dictionaries give readable units for all language models.")]
    [InlineData(Place.Abstract, "Recent work has made dictionaries useful for all language models.")]
    [InlineData(Place.Abstract, "Dictionaries give readable units for all language models (Quimby et al., 2021).")]
    [InlineData(Place.Abstract, "Quimby, A. Dictionaries for all language models. arXiv preprint arXiv:2101.00001.")]
    public void What_a_paper_says_about_the_field_is_not_held_against_it(Place place, string claim) => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(place, claim, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, new(5, null, 4, null))
        .Say(Place.Results, "We rated 200 random latents of the middle layer of one 2B model.")).Raised("OC01"));

    [Fact]
    public void A_comment_is_no_admission_of_the_author()
    {
        var flag = Assert.Single(new DossierBuilder().With(Coverage.MainOnly).Add(DocumentKind.Blog, DocumentRelation.Primary, "Lab A", blog => blog
            .States(Place.KeyResults, "Latents are useful for steering replies.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)
            .By("reader").Limits(Place.Comment, "They have not compared steering with other methods.", CaveatKind.MissingTest)).Raised("OC13"));
        Assert.Equal(0.35, flag.Confidence);
        Assert.DoesNotContain(flag.Exculpations, found => found.Kind == ExculpationKind.ExplicitlyNotTested);
    }
}

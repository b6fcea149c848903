using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Evidence;

public class SupportAssessorTests
{
    private static ClaimSupport Support(Action<DocumentBuilder> write)
    {
        var dossier = new DossierBuilder().Paper(paper =>
        {
            paper.States(Place.Abstract, "Probes read the mood of a reply.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain);
            write(paper);
        }).Build();
        return dossier.Supports[dossier.Documents[0].Claims[0].Id];
    }

    [Theory]
    [InlineData("Nothing further is said.", Warrant.None)]
    [InlineData("We show four hand-picked replies.", Warrant.SelectedExamples)]
    [InlineData("We scored 200 randomly sampled replies.", Warrant.Sample)]
    [InlineData("We scored 200 replies and found 83%.", Warrant.Sample)]
    [InlineData("We scored replies against a random direction.", Warrant.Controlled)]
    [InlineData("We tested five datasets against a tuned baseline, with error bars over ten seeds, better than prompting.", Warrant.SeriousBaseline)]
    [InlineData("The result was independently replicated by another team and tested on 40 replies.", Warrant.Replicated)]
    public void The_best_evidence_gives_the_warrant(string sentence, Warrant expected) => Assert.Equal(expected, Support(paper => paper.Say(Place.Results, sentence)).Warrant);

    [Fact]
    public void A_claim_that_points_to_a_work_outside_cannot_be_judged() =>
        Assert.Null(Support(paper => paper.Say(Place.Abstract, "This follows Quimby et al. (2021).")).Warrant);

    [Fact]
    public void Scope_is_pooled_over_experiments_and_several_families_widen_it()
    {
        var tested = Support(paper => paper.Say(Place.Results, "We tested probes in Pythia on one dataset.").Say(Place.Results, "We tested probes in Gemma on two datasets.")).Tested;
        Assert.Equal((4, 3), (tested.Model, tested.Data));
    }

    [Fact]
    public void The_release_supports_what_others_say_about_it_but_their_reports_do_not_support_the_release()
    {
        var dossier = new DossierBuilder()
            .Paper(paper => paper.States(Place.Abstract, "Probes read mood.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain).Say(Place.Results, "We scored 200 replies against a random direction."))
            .News(news => news.States(Place.Headline, "AI moods can be read", ClaimType.Utility, Strength.Closure, Certainty.Plain).Say(Place.Body, "It was tested on 3000 replies with prompting as a strong baseline, better than before."))
            .Build();
        Assert.All(dossier.Claims, claim => Assert.NotEqual(Warrant.None, dossier.Supports[claim.Id].Warrant));
        Assert.Single(dossier.Supports[dossier.Documents[0].Claims[0].Id].Experiments);
        Assert.Equal(2, dossier.Supports[dossier.Documents[1].Claims[0].Id].Experiments.Count);
    }

    [Fact]
    public void In_a_long_paper_only_tests_of_the_same_thing_bear_on_a_claim()
    {
        var support = Support(paper =>
        {
            for (var i = 0; i < 20; i++) paper.Say(Place.Introduction, "Language models are filler here.");
            paper.Say(Place.Results, "We clamped the bridge unit on 60 prompts against a random unit.").Break().Say(Place.Results, "We scored mood probes on 200 replies.");
        });
        Assert.Equal(["We scored mood probes on 200 replies."], support.Experiments.Select(experiment => experiment.Quote));
    }
}

using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>What a text credits its source with, leaves out of it, or cuts short; what a round-up relays; what is said twice. All sentences are invented.</summary>
public class SourceTextTests
{
    private static DossierBuilder Study(string source, string report) => new DossierBuilder()
        .Paper(paper => paper.Say(Place.Abstract, source))
        .News(news => news.States(Place.Body, report, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain));

    [Theory]
    [InlineData("A new study by Lab A found that the tagger errs in four out of five letters.", true)]
    [InlineData("A new study by Lab A found that the tagger errs in two of five letters.", false)]
    public void A_figure_that_the_source_gives_otherwise_is_seen(string report, bool flagged) =>
        Assert.Equal(flagged, Study("The tagger errs in 41% of 900 letters.", report).Raised("OC10").Count == 1);

    [Theory]
    [InlineData("Lab A found that tracing predicts where editing succeeds.", true)]
    [InlineData("See Lab A for background on tracing and editing.", false)]
    public void An_outcome_that_the_source_denies_is_seen(string report, bool flagged) =>
        Assert.Equal(flagged, Study("We find no relation between the tracing site and where editing succeeds.", report).Raised("OC10").Count == 1);

    [Theory]
    [InlineData("Prompting beats steering on letters and verse.", "Lab A found that steering beats prompting on letters and verse.", true)]
    [InlineData("Prompting beats steering on letters and verse.", "Lab A found that prompting beats steering on letters and verse.", false)]
    [InlineData("The tagger settles the tense of a verb in its last blocks.", "Lab A found that the tagger settles the tense of a verb early.", true)]
    [InlineData("The tagger settles the tense of a verb in its last blocks.", "Lab A found that the tagger settles the tense of a verb late.", false)]
    [InlineData("Labels of the tagger are unstable between seeds.", "Lab A found that labels of the tagger are stable between seeds.", true)]
    [InlineData("Labels of the tagger are unstable between seeds.", "Lab A found that labels of another network are stable.", false)]
    [InlineData("We looked in every block of the tagger for a unit of humour. None survived a second draw.", "Lab A has found a humour unit in every block of the tagger.", true)]
    [InlineData("We looked in every block of the tagger for a unit of humour. None survived a second draw.", "Lab A looked for a humour unit in the tagger, and none survived.", false)]
    public void A_finding_that_the_source_has_the_other_way_round_is_seen(string source, string report, bool flagged) => Assert.Equal(flagged, Study(source, report).Raised("OC10").Count == 1);

    [Theory]
    [InlineData("A probe finds irony in short letters with AUROC 0.93.", true)]
    [InlineData("A probe finds irony in short letters with AUROC 0.93, but not in long ones.", false)]
    public void A_restriction_that_the_own_post_leaves_out_is_seen(string post, bool flagged) => Assert.Equal(flagged, new DossierBuilder()
        .Paper(paper => paper.Say(Place.Abstract, "A probe finds irony in short letters with AUROC 0.93, but falls to chance on long ones."))
        .Add(DocumentKind.PromoSocial, DocumentRelation.PromoByOrg, "Lab A", thread => thread.States(Place.Promo, post, ClaimType.Quantitative, Strength.Regularity, Certainty.Plain))
        .Raised("OC21").Count == 1);

    private static int OwnPost(string limitation, string post) => new DossierBuilder()
        .Paper(paper => paper.Say(Place.Abstract, "Our probe scores how sincere a reply is.").Say(Place.Limitations, limitation))
        .Add(DocumentKind.Blog, DocumentRelation.PromoByOrg, "Lab A", blog => blog.States(Place.Promo, "Our probe scores how sincere a reply is.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain).Say(Place.Promo, post))
        .Raised("OC21").Count;

    [Theory]
    [InlineData("The score of a sincere reply is a relative measure only.", "Code is out.", 1)]
    [InlineData("The score of a sincere reply is a relative measure only.", "It gives no absolute level.", 0)]
    [InlineData("Scores of sincere replies are uncalibrated.", "Code is out.", 1)]
    [InlineData("Scores of sincere replies are uncalibrated.", "Calibrate it first.", 0)]
    [InlineData("Scores of sincere replies are not comparable across models.", "Code is out.", 1)]
    [InlineData("The score of a sincere reply does not hold at the other layer.", "Code is out.", 1)]
    [InlineData("The score of a sincere reply does not hold at the other layer.", "We saw it at one layer.", 0)]
    [InlineData("The score of a sincere reply does not hold at the other layer.", "It comes with limits that the paper sets out.", 0)]
    [InlineData("More work is needed on the score of a sincere reply.", "Code is out.", 0)]
    [InlineData("Random scores of sincere replies are at chance.", "Code is out.", 0)]
    [InlineData("Earlier work on scores of sincere replies did not find this.", "Code is out.", 0)]
    [InlineData("The price of maps does not hold at the other layer.", "Code is out.", 0)]
    public void A_caveat_that_stands_anywhere_in_the_paper_is_looked_for_everywhere_in_the_post(string limitation, string post, int flags) => Assert.Equal(flags, OwnPost(limitation, post));

    [Theory]
    [InlineData("Lab A tested the tagger on seven chat models.", true)]
    [InlineData("Lab A tested the tagger on three chat models.", false)]
    [InlineData("Lab A tested the tagger on seven translation models.", false)]
    public void A_number_of_things_that_the_source_gives_otherwise_is_seen(string report, bool flagged) =>
        Assert.Equal(flagged, Study("The tagger was tested on three chat models.", report).Raised("OC10").Count == 1);

    [Theory]
    [InlineData("Brandt et al.", true)]
    [InlineData("Marlowe and Finch", false)]
    [InlineData("earlier work", false)]
    public void A_name_over_a_link_is_held_against_the_authors_of_its_target(string name, bool flagged) => Assert.Equal(flagged, new DossierBuilder()
        .Add(DocumentKind.Paper, DocumentRelation.Primary, "Marlowe and Finch", paper => paper.Say(Place.Abstract, "The tagger reads irony in 60 of 100 letters."))
        .News(news => news.States(Place.Body, $"The tagger of {name} reads irony in 60 of 100 letters.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain).Links(name, "https://example.org/0"))
        .Raised("OC10").Count == 1);

    [Theory]
    [InlineData("Lab A writes: \u201cwe can read plans in verse\u201d.", true)]
    [InlineData("Lab A writes: \u201cwe can read plans in verse for one model only\u201d.", false)]
    public void A_quotation_that_breaks_off_before_its_restriction_is_seen(string report, bool flagged) =>
        Assert.Equal(flagged, Study("In our tests we can read plans in verse for one model only, and never in prose.", report).Raised("OC21").Count == 1);

    [Theory]
    [InlineData("Lab A has proven that taggers always read irony.", true)]
    [InlineData("Lab A suggests that some taggers may read irony.", false)]
    [InlineData("Elsewhere it has been proven that taggers always read irony.", false)]
    public void A_report_that_names_its_source_and_makes_it_certain_is_seen(string report, bool flagged) => Assert.Equal(flagged, new DossierBuilder()
        .Add(DocumentKind.Paper, DocumentRelation.Primary, "Marlowe and Finch", paper => paper.Say(Place.Abstract, "One tagger of ours seems to read irony in 60 of 100 letters."))
        .News(news => news.States(Place.Body, report.Replace("Lab A", "Marlowe", StringComparison.Ordinal), ClaimType.Descriptive, Strength.Regularity, Certainty.Absolute))
        .Raised("OC20").Count == 1);

    [Fact]
    public void A_round_up_asserts_none_of_the_items_that_it_relays() => Assert.Empty(new DossierBuilder()
        .Paper(paper => paper.Say(Place.Abstract, "We rated 200 random latents of one layer of a 2B model."))
        .News(news =>
        {
            for (var i = 0; i < 50; i++) news.Break().Say(Place.Body, $"Item {i}: a shop of bicycles has opened in the harbour.");
            news.Break().States(Place.Body, "Agents now understand every language.", ClaimType.Completeness, Strength.Closure, Certainty.Absolute, new(6, null, 4, null));
        }).Raised());

    [Fact]
    public void One_of_two_flags_on_a_repeated_sentence_is_open()
    {
        var flags = new DossierBuilder().Paper(paper => paper
            .States(Place.Abstract, "Dictionaries explain language models.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, new(5, null, null, null))
            .Say(Place.Results, "We scored 400 random latents in the middle layer of one 2B model.")
            .States(Place.Conclusion, "Dictionaries explain language models.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, new(5, null, null, null))).Raised("OC01");
        Assert.Equal([FlagStatus.Open, FlagStatus.Candidate], flags.Select(flag => flag.Status));
    }

    [Theory]
    [InlineData("We introduce a framework to improve the honesty of language models.")]
    [InlineData("This is a step towards understanding language models.")]
    [InlineData("Language models solve tasks in ways that are poorly understood.")]
    public void Aims_outlook_and_what_is_said_of_the_field_are_not_held_against_a_work(string sentence) => Assert.Empty(new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, sentence, ClaimType.Generalisation, Strength.Regularity, Certainty.Plain, new(5, null, null, null))
        .Say(Place.Results, "We tested one 2B model on 400 prompts.")).Raised("OC01"));
}

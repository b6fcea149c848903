using HypeWatch.Evidence;
using HypeWatch.Lexicons;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Evidence;

public class EvidenceLinkerTests
{
    private static DossierDocument Paper(Action<DocumentBuilder> write) => new DossierBuilder().Paper(write).Build().Documents[0];

    private static DocumentBuilder Claim(DocumentBuilder paper, string sentence) =>
        paper.States(Place.Results, sentence, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain);

    private static string Show(DossierDocument document) => string.Join('|', document.Evidence.Links.OrderBy(link => link.PointerSpan?.Start).Select(link => $"{link.Kind}:{link.Pointer}"));

    [Theory]
    [InlineData("Latents fire on dates (Figure 3).", "Figure:Figure 3")]
    [InlineData("Latents fire on dates, see Figs. 3 and Table 2.", "Figure:Figs. 3|Table:Table 2")]
    [InlineData("Latents fire on dates, as Section 4.2 and Appendix B tell.", "Section:Section 4.2|Section:Appendix B")]
    [InlineData("Latents fire on dates (Quimby et al., 2021).", "Citation:Quimby et al., 2021")]
    [InlineData("Latents fire on dates (Quimby, 2016Larch-Moss, 2017).", "Citation:Quimby, 2016|Citation:Larch-Moss, 2017")]
    [InlineData("Latents fire on dates in our interactive viewer.", "Demo:interactive")]
    [InlineData("Latents fire on dates in the Quill dataset.", "Dataset:Quill dataset")]
    [InlineData("For example, latents fire on dates.", "Anecdote:For example")]
    [InlineData("Latents fire on dates.", "None:")]
    [InlineData("Claude 2024 fires on dates.", "None:")]
    [InlineData("Latents fire on dates [2, 3].", "None:")]
    public void Pointers_of_a_sentence_are_found_verbatim(string sentence, string links) => Assert.Equal(links, Show(Paper(paper => Claim(paper, sentence))));

    [Fact]
    public void A_figure_resolves_to_its_caption_and_a_section_to_its_first_sentence()
    {
        var document = Paper(paper => Claim(paper, "Latents fire on dates (Figure 3, Section 2.1).")
            .Say(Place.FigureCaption, "Figure 3: Activations on dates.").Say(Place.Method, "2.1 Data").Say(Place.FigureCaption, "Figure 31: Another."));
        Assert.Equal(
            ["Figure 3: Activations on dates.", "2.1 Data"],
            document.Evidence.Links.OrderBy(link => link.PointerSpan?.Start).Select(link => link.TargetSpan?.Of(document.Version.Text)));
    }

    [Fact]
    public void A_marker_and_a_name_with_year_resolve_to_the_reference_list()
    {
        var document = Paper(paper => Claim(paper, "Latents fire on dates [2] as Quimby (2019) said.").Cites("On dates", "Quimby", 2019).Cites("On latents", "Larch", 2020));
        Assert.Equal([1, 0], document.Evidence.Links.OrderBy(link => link.PointerSpan?.Start).Select(link => link.TargetReference));
    }

    [Fact]
    public void A_linked_archive_address_names_the_work()
    {
        var version = Paper(paper => Claim(paper, "Earlier work warns of this.").Links("Earlier work", "https://arxiv.org/abs/2104.07143"));
        var link = Assert.Single(new EvidenceLinker(new(), new(LiteratureFile.Load())).Link(version.Version, new(version.Version.Id, version.Claims, [], new("offline", 0, 0, 0, 0, 0))).Links);
        Assert.Equal((EvidenceKind.Citation, "bolukbasi2021illusion", "https://arxiv.org/abs/2104.07143"), (link.Kind, link.TargetWork?.Value, link.TargetUrl));
    }

    [Fact]
    public void A_pointer_in_the_next_sentence_of_the_paragraph_counts_as_near()
    {
        var document = Paper(paper => Claim(paper, "Latents fire on dates.").Say(Place.Results, "Table 2 lists them.").Break().Say(Place.Results, "Table 9 is elsewhere."));
        var link = Assert.Single(document.Evidence.Links);
        Assert.Equal(("Table 2", Proximity.SameParagraph), (link.Pointer, link.Distance));
    }

    [Theory]
    [InlineData("Earlier work warns of illusions (Quimby et al., 2021).")]
    [InlineData("Quimby (2021) saw illusions.")]
    public void A_citation_in_the_next_sentence_is_no_evidence_for_the_claim(string next)
    {
        var document = Paper(paper => Claim(paper, "Latents fire on dates.").Say(Place.Results, next).Cites("On illusions", "Quimby", 2021));
        Assert.Equal("None:", Show(document));
    }

    [Fact]
    public void A_link_in_the_sentence_before_is_no_evidence_for_the_claim()
    {
        var document = Paper(paper => Claim(paper.Say(Place.Results, "Earlier work differs.").Links("Earlier work", "https://example.org/a"), "Latents fire on dates."));
        Assert.Equal("None:", Show(document));
    }

    [Fact]
    public void A_citation_in_the_words_of_another_claim_belongs_to_that_claim()
    {
        const string sentence = "Latents fire on dates (Quimby, 2021) and heads copy names (Larch, 2020).";
        DossierDocument Part(string words) => Paper(paper => paper.States(Place.Results, sentence, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, part: words));
        var (first, second) = (Part("Latents fire on dates (Quimby, 2021)"), Part("heads copy names (Larch, 2020)"));
        var both = new ClaimSet(first.Version.Id, [.. first.Claims, .. second.Claims], [], new("offline", 0, 0, 0, 0, 0));
        var links = new EvidenceLinker(new(), new([])).Link(first.Version, both).Links;
        Assert.Equal([(first.Claims[0].Id, "Quimby, 2021"), (second.Claims[0].Id, "Larch, 2020")], links.OrderBy(link => link.PointerSpan?.Start).Select(link => (link.Claim, link.Pointer)));
    }

    [Fact]
    public void A_table_in_the_next_sentence_is_near_also_when_that_sentence_is_a_claim()
    {
        var document = Paper(paper => Claim(Claim(paper, "Latents fire on dates."), "Two rankings do better (Table 2)."));
        Assert.Equal([Proximity.SameSentence, Proximity.SameParagraph], document.Evidence.Links.Where(link => link.Pointer == "Table 2").Select(link => link.Distance).Order());
    }

    [Fact]
    public void A_citation_in_a_next_sentence_that_takes_the_claim_up_is_the_claims()
    {
        var document = Paper(paper => Claim(paper, "Latents fire on dates.").Say(Place.Results, "This follows Quimby et al. (2021)."));
        Assert.Equal("Citation:Quimby et al. (2021)", Show(document));
    }

    [Fact]
    public void Caveats_are_linked_by_their_distance()
    {
        var document = Paper(paper => paper.Limits(Place.Abstract, "Our set of latents is incomplete.", CaveatKind.Scope)
            .States(Place.Results, "Latents fire on dates in one layer only.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain, part: "Latents fire on dates")
            .Within("in one layer only", CaveatKind.Scope)
            .Limits(Place.Results, "We saw exceptions.", CaveatKind.NegativeResult)
            .Limits(Place.Limitations, "We did not look at other layers.", CaveatKind.MissingTest)
            .Limits(Place.Limitations, "More work is needed.", CaveatKind.FutureWork, isSpecific: false));
        Assert.Equal(
            ["P0 in one layer only", "P1 We saw exceptions.", "P3 Our set of latents is incomplete.", "P3 We did not look at other layers."],
            document.Evidence.CaveatLinks.Select(link => $"{link.Proximity.ToCode()} {document.Caveats.Single(caveat => caveat.Id == link.Caveat).Quote}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Title_and_abstract_are_one_headline_block()
    {
        var document = Paper(paper => paper.States(Place.Title, "Latents fire on dates", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)
            .Say(Place.Abstract, "We look at latents.").Limits(Place.Abstract, "Only one layer was read.", CaveatKind.Scope));
        Assert.Equal(Proximity.SameSection, Assert.Single(document.Evidence.CaveatLinks).Proximity);
    }

    [Fact]
    public void Claims_of_another_version_are_refused()
    {
        var a = Paper(paper => Claim(paper, "Latents fire on dates."));
        Assert.Throws<ArgumentException>(() => new EvidenceLinker(new LexiconSet(), new([])).Link(a.Version, new(new("ver-other"), [], [], new("offline", 0, 0, 0, 0, 0))));
    }
}

using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Literature;

public class PriorWorkFinderTests
{
    private static readonly PriorWork Critique = Work("grey2023", "Probes read what they are given", 2023, new(2023, 6, 30), ["probing", "critique"], ["OC17", "OC06"]);
    private static readonly PriorWork Twin = Work("stone2022", "What a probe can and cannot tell", 2022, new(2022, 6, 30), ["probing", "critique"], ["OC06", "T5"]);
    private static readonly PriorWork Survey = Work("field2021", "A survey of probing methods", 2021, new(2021, 6, 30), ["probing", "survey"], ["OC17"]);
    private static readonly PriorWork Other = Work("reed2021", "Steering wheels compared", 2021, new(2021, 6, 30), ["steering"], ["OC13"]);

    private static PriorWork Work(string id, string title, int year, DateOnly published, IReadOnlyList<string> tags, IReadOnlyList<string> bears) =>
        new(new(id), title, [char.ToUpperInvariant(id[0]) + id[1..^4]], year, published, null, null, null, null, tags, "Invented.", bears, [], true, true);

    private static IReadOnlyList<PriorWorkMatch> Find(Action<DocumentBuilder> write, string published = "2024-01-01", params IReadOnlyList<PriorWork> works)
    {
        var dossier = new DossierBuilder().With(works, "probing").Paper(write, published).Build();
        return dossier.PriorWork;
    }

    [Theory]
    [InlineData("2023-09-28", true)]
    [InlineData("2023-09-27", false)]
    public void A_work_counts_from_the_ninetieth_day_on(string published, bool counts) =>
        Assert.Equal(counts, Find(paper => paper.Say(Place.Abstract, "We probe."), published, Critique).Count == 1);

    [Fact]
    public void Works_without_a_shared_topic_are_left_out_and_critiques_come_before_surveys() =>
        Assert.Equal(["grey2023", "field2021"], Find(paper => paper.Say(Place.Abstract, "We probe."), "2024-01-01", Survey, Other, Critique).Select(match => match.Work.Id.Value));

    [Fact]
    public void A_cited_work_with_the_same_point_is_named_as_an_equivalent()
    {
        var matches = Find(paper => paper.Say(Place.Abstract, "We probe.").Cites(Twin.Title, "Stone", 2022), "2024-01-01", Critique, Twin);
        Assert.True(matches.Single(match => match.Work.Id == Twin.Id).IsCited);
        Assert.Equal(Twin.Id, matches.Single(match => match.Work.Id == Critique.Id).EquivalentCited);
    }

    [Fact]
    public void A_surname_in_the_reference_list_with_another_title_is_no_citation_even_when_the_text_cites_it_by_year() =>
        Assert.False(Find(paper => paper.Say(Place.Abstract, "As in Grey (2023), we probe.").Cites("On something else entirely", "Grey", 2023), "2024-01-01", Critique).Single().IsCited);

    [Fact]
    public void A_work_named_in_the_text_by_its_title_is_cited() =>
        Assert.True(Find(paper => paper.Say(Place.Abstract, "We follow \u201cProbes Read What They Are Given\u201d."), "2024-01-01", Critique).Single().IsCited);

    [Fact]
    public void Without_a_date_of_the_release_no_work_is_said_to_be_early_enough() =>
        Assert.Empty(Find(paper => paper.Say(Place.Abstract, "We probe."), "unknown", Critique));

    [Fact]
    public void The_release_itself_is_no_work_that_it_cites_nor_an_equivalent()
    {
        var itself = Work("grey2024", "Probes read what they are given, again", 2024, new(2024, 1, 31), ["probing", "critique"], ["OC17", "OC06"]);
        var matches = Find(paper => paper.Say(Place.Title, itself.Title).Say(Place.Abstract, "We probe. Cite as: Probes read what they are given, again."), "2024-01-01", Critique with { Title = "What probes say" }, itself);
        var match = Assert.Single(matches);
        Assert.Equal((Critique.Id, false, null), (match.Work.Id, match.IsCited, match.EquivalentCited));
    }

    [Fact]
    public void A_work_of_the_hazard_register_bears_on_the_method_without_a_shared_topic()
    {
        var work = Work("chanin2024", "On missing letters", 2022, new(2022, 6, 30), ["critique"], ["OC17"]);
        var match = Assert.Single(Find(paper => paper.Say(Place.Abstract, "We study feature splitting in SAE features."), "2024-01-01", work));
        Assert.Contains("feature splitting", match.HazardWords);
        Assert.Contains("silent", match.Hazards[0], StringComparison.Ordinal);
    }
}

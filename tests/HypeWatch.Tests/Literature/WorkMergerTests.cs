using HypeWatch.Literature;
using HypeWatch.Literature.Formats;
using HypeWatch.Model;

namespace HypeWatch.Tests.Literature;

public class WorkMergerTests
{
    private static readonly PriorWork Known =
        new(new("reed2021"), "Reading dials", ["Reed"], 2021, new(2021, 6, 30), "Tarn", null, "10.1/a", null, ["probing"], "Ours.", ["OC17"], [], true, true);

    private static WorkEntry Entry(string title, string author, string year) => new(1, title, [author], BibliographyFile.Date(year));

    [Fact]
    public void A_known_doi_completes_the_work_and_overwrites_nothing()
    {
        var result = WorkMerger.Merge([Known], [Entry("Another title", "Else", "2019") with { Doi = "https://doi.org/10.1/A", Abstract = "We read.", Venue = "Elsewhere", Arxiv = "arXiv:2106.00001" }], "x.bib");
        var work = Assert.Single(result.Changed);
        Assert.Equal((0, 1, 0), (result.New, result.Merged, result.Unchanged));
        Assert.Equal(("Reading dials", "Tarn", "We read.", "2106.00001", true), (work.Title, work.Venue, work.Abstract, work.Arxiv, work.Verified));
    }

    [Theory]
    [InlineData("Reading Dials!", "Reed", "2022", 0)] // a preprint and its printed form
    [InlineData("Reading dials", "Reed", "2025", 1)] // too far apart
    [InlineData("Reading dials", "Stone", "2021", 1)] // same title, another author
    [InlineData("Debiasing dials", "Reed", "2021", 1)] // a surname and a year are no title
    public void Title_first_author_and_year_together_make_the_same_work(string title, string author, string year, int fresh) =>
        Assert.Equal(fresh, WorkMerger.Merge([Known], [Entry(title, author, year)], "x").New);

    [Fact]
    public void Different_identifiers_keep_equal_titles_apart() =>
        Assert.Equal(1, WorkMerger.Merge([Known], [Entry("Reading dials", "Reed", "2021") with { Doi = "10.1/b" }], "x").New);

    [Fact]
    public void A_second_merge_changes_nothing_and_twins_in_one_file_are_one_work()
    {
        WorkEntry[] entries = [Entry("Fresh", "Stone", "2020") with { Doi = "10.1/c" }, Entry("Fresh", "Stone", "2020") with { Abstract = "A." }];
        var first = WorkMerger.Merge([Known], entries, "x");
        Assert.Equal("A.", Assert.Single(first.Changed).Abstract);
        var second = WorkMerger.Merge([Known, .. first.Changed], entries, "x");
        Assert.Empty(second.Changed);
        Assert.Equal(2, second.Unchanged);
    }

    [Fact]
    public void A_year_alone_counts_as_its_last_day_and_nothing_imported_is_verified()
    {
        var work = WorkMerger.ToWork(Entry("Sparse autoencoders once more", "Stone", "2020"), "x");
        Assert.Equal(new DateOnly(2020, 12, 31), work.FirstPublic);
        Assert.False(work.Verified);
        Assert.Contains("sae", work.Tags);
    }

    [Fact]
    public void A_doi_of_arxiv_is_an_arxiv_identifier() =>
        Assert.Equal((null, "2106.00001"), (WorkMerger.ToWork(Entry("A", "B", "2021") with { Doi = "10.48550/arXiv.2106.00001" }, "x") is var work ? (work.Doi, work.Arxiv) : default));
}

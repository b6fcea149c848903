using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.Tests.Literature;

public class CitationMatcherTests
{
    private static readonly CitationMatcher Matcher = new(LiteratureFile.Load());

    private static Reference Entry(string text, string? title = null, int? year = null, string? doi = null, string? arxiv = null, params IReadOnlyList<string> authors) =>
        new(0, text, null, title, authors, year, doi, arxiv, null);

    [Fact]
    public void The_base_has_every_entry_with_a_date_that_never_makes_it_older()
    {
        var works = LiteratureFile.Load();
        Assert.Equal(335, works.Count);
        Assert.Equal(new DateOnly(2021, 4, 30), works.Single(work => work.Id.Value == "bolukbasi2021illusion").FirstPublic);
        Assert.Equal(new DateOnly(2022, 12, 31), works.Single(work => work.Id.Value == "elhage2022solu").FirstPublic);
    }

    [Fact]
    public void A_cited_paper_of_2016_does_not_stand_for_the_omitted_one_of_2021_by_the_same_author() =>
        Assert.Null(Matcher.Match(Entry("Bolukbasi, T., Chang, K. Man is to computer programmer as woman is to homemaker? 2016.", "Man is to computer programmer as woman is to homemaker?", 2016, null, null, "Bolukbasi")));

    [Theory]
    [InlineData("An Interpretability Illusion for BERT", 2021, null, "Bolukbasi")]
    [InlineData("an interpretability illusion for Bert.", 2022, null, "Bolukbasi")]
    [InlineData(null, null, "2104.07143", "Somebody")]
    public void The_paper_itself_is_found_by_title_with_author_and_year_or_by_identifier(string? title, int? year, string? arxiv, string author) =>
        Assert.Equal("bolukbasi2021illusion", Matcher.Match(Entry($"{author}. {title}", title, year, null, arxiv, author))?.Value);

    [Theory]
    [InlineData("T. Bolukbasi, A. Pearce et al. An interpretability illusion for BERT. arXiv preprint, 2021.", "bolukbasi2021illusion")]
    [InlineData("Bolukbasi et al., 2021.", null)]
    [InlineData("See https://arxiv.org/abs/2104.07143v1 for details", "bolukbasi2021illusion")]
    [InlineData("Quux, A. An interpretability illusion for BERT. 2021.", null)]
    public void An_entry_that_was_not_parsed_is_searched_for_title_and_author_or_a_marked_identifier(string text, string? id) =>
        Assert.Equal(id, Matcher.Match(Entry(text))?.Value);

    [Fact]
    public void The_same_title_in_a_distant_year_is_another_text() =>
        Assert.Null(Matcher.Match(Entry("", "An Interpretability Illusion for BERT", 2011, null, null, "Bolukbasi")));

    [Theory]
    [InlineData("Bolukbasi", 2021, "bolukbasi2021illusion")]
    [InlineData("Bolukbasi", 2016, null)]
    [InlineData("Casper", 2023, null)]
    public void An_author_with_a_year_counts_only_when_one_work_has_both(string author, int year, string? id) =>
        Assert.Equal(id, Matcher.Match(author, year)?.Value);

    [Theory]
    [InlineData("https://arxiv.org/pdf/2104.07143v2", "bolukbasi2021illusion")]
    [InlineData("https://example.org/2104.07143", null)]
    [InlineData("not an address", null)]
    public void An_address_counts_when_it_is_that_of_the_archive(string url, string? id) => Assert.Equal(id, Matcher.MatchUrl(url)?.Value);

    [Theory]
    [InlineData("As in Towards Monosemanticity, we see features.", true)]
    [InlineData("A step towards monosemanticity is made.", false)]
    public void A_work_may_be_named_by_its_title_before_the_colon_as_it_is_spelt(string text, bool isNamed)
    {
        var work = LiteratureFile.Load().Single(work => work.Title.StartsWith("Towards Monosemanticity:", StringComparison.Ordinal));
        Assert.Equal(isNamed, Matcher.Named(text).Contains(work.Id));
    }

    [Fact]
    public void A_title_of_two_long_words_is_found_in_running_text()
    {
        var work = new PriorWork(new("w"), "Feature Visualization", ["Reed"], 2020, new(2020, 6, 30), null, null, null, null, [], "", [], [], false, false);
        Assert.Contains(work.Id, new CitationMatcher([work]).Named("We follow Feature Visualization in all of it."));
    }
}

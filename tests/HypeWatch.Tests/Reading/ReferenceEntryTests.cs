using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

public sealed class ReferenceEntryTests
{
    [Theory]
    [InlineData("[12] A. Ruiz, B. Chen, and C. Okafor. Directions people can name. Toy Models Workshop, 2024.", "12", "Ruiz,Chen,Okafor", 2024, "Directions people can name")]
    [InlineData("Ruiz, A. B., & Chen, C. (2021). Rings in rivers. Journal of Toys, 3(2), 1-9.", null, "Ruiz,Chen", 2021, "Rings in rivers")]
    [InlineData("Ada Ruiz and Bo Chen. 2019. Ponds: a survey. In Proceedings of Ponds, pages 1999–2003.", null, "Ruiz,Chen", 2019, "Ponds: a survey")]
    [InlineData("K. Marsh, “Names for neurons,” J. Toys, vol. 4, 2018.", null, "Marsh", 2018, "Names for neurons")]
    [InlineData("Kim Marsh, Femi Oduya, and Per Lindqvist. Loops, revisited. arXiv preprint arXiv:1907.01234, 2019b.", null, "Marsh,Oduya,Lindqvist", 2019, "Loops, revisited")]
    [InlineData("Ruiz, A., van der Berg, C. D., and Marsh, K. Gears are feed-forward, mostly. In Toys, 2021.", null, "Ruiz,Berg,Marsh", 2021, "Gears are feed-forward, mostly")]
    [InlineData("Which otter turns the gear? Ada Ruiz and Cy van der Berg. Toy Models Workshop, 2020.", null, "Ruiz,Berg", 2020, "Which otter turns the gear?")]
    [InlineData("7. Marsh K, Oduya F, Lindqvist PG. Otters at work: a trial. J Toys. 2012;3(2):1-9.", "7", "Marsh,Oduya,Lindqvist", 2012, "Otters at work: a trial")]
    [InlineData("Ruiz, Ada B., and Bo Chen. 2015. \u201cThe pond that learned.\u201d Journal of Ponds 4 (1): 12\u201330.", null, "Ruiz,Chen", 2015, "The pond that learned")]
    [InlineData("MARSH Kim, Les mares, Paris, Editions du Lac, 2003.", null, "MARSH", 2003, "Les mares")]
    public void An_entry_is_taken_apart_in_its_style(string entry, string? label, string authors, int year, string title)
    {
        var reference = ReferenceEntry.Parse(0, entry, null);
        Assert.Equal((label, authors, year, title), (reference.Label, string.Join(',', reference.Authors), reference.Year, reference.Title));
    }

    [Fact]
    public void Identifiers_and_addresses_are_found()
    {
        var reference = ReferenceEntry.Parse(0, "Marsh, K. Loops. arXiv:1907.01234v2. doi:10.5555/ABC.7. URL https://toys.example/loops.", null);
        Assert.Equal(("1907.01234", "10.5555/abc.7", "https://toys.example/loops"), (reference.Arxiv, reference.Doi, reference.Url));
    }

    [Theory]
    [InlineData("Marsh, K. Loops. 1907.01234.", "1907.01234")]
    [InlineData("Marsh, K. Loops. J. Toys, pages 1907.01234-9, 2019.", null)]
    [InlineData("Marsh, K. Loops. doi:10.5555/1907.01234", null)]
    [InlineData("Marsh, K. Loops. 1999.01234.", null)]
    public void A_bare_number_of_arxiv_is_one_where_the_entry_ends(string entry, string? id) => Assert.Equal(id, ReferenceEntry.Parse(0, entry, null).Arxiv);

    [Theory]
    [InlineData("Okafor, C.; Marsh, K.; van der Berg, L.", "Okafor,Marsh,Berg")]
    [InlineData("Cy Okafor, Kim Marsh and Lo van der Berg", "Okafor,Marsh,Berg")]
    [InlineData("Okafor, Marsh, and Berg", "Okafor,Marsh,Berg")]
    [InlineData("OKAFOR Cy et MARSH Kim", "OKAFOR,MARSH")]
    [InlineData("Okafor, Cy, Kim Marsh, and Lo Berg", "Okafor,Marsh,Berg")]
    [InlineData("C. Okafor et al.", "Okafor")]
    [InlineData("", "")]
    public void Family_names_are_told_whichever_way_round_names_are_printed(string authors, string expected) => Assert.Equal(expected, string.Join(',', FamilyNames.In(authors)));

    [Fact]
    public void An_address_that_a_line_end_broke_is_put_together_again() =>
        Assert.Equal("https://toys.example/ponds/loops.html", ReferenceEntry.Parse(0, "Marsh, K. (2019). Loops. Retrieved from https://toys.example/ponds/ loops.html", null).Url);

    [Fact]
    public void The_venue_of_an_article_is_its_journal() =>
        Assert.Equal("Journal of Toys", ReferenceEntry.Parse(0, "Ruiz, A. B., & Chen, C. (2021). Rings in rivers. Journal of Toys, 3(2), 1-9.", null).Venue);

    [Fact]
    public void A_citation_key_tells_name_and_year()
    {
        var reference = ReferenceEntry.FromKey("marsh2019loops");
        Assert.Equal(("Marsh", 2019), (reference.Authors.Single(), reference.Year));
    }
}

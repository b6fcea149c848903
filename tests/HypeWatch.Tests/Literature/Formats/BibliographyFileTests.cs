using HypeWatch.Literature.Formats;

namespace HypeWatch.Tests.Literature.Formats;

public class BibliographyFileTests
{
    private static WorkEntry Only(string text) => Assert.Single(BibliographyFile.Read(text).Entries);

    [Fact]
    public void Bibtex_values_are_joined_looked_up_and_freed_of_latex()
    {
        var work = Only(
            """
            @string{venue = "Proceedings of the Tarn Meeting"}
            @inproceedings{k, title = {On {SAE}s \& their \emph{limits} -- a na{\"\i}ve look}, author = {M{\"u}ller, J\"org and van der Berg, Anna and {The Tarn Group} and others},
              booktitle = venue # " 7", year = 2022, month = dec, doi = {10.1234/ABC.5}}
            """);
        Assert.Equal("On SAEs & their limits \u2013 a na\u00EFve look", work.Title);
        Assert.Equal(["M\u00FCller", "van der Berg", "The Tarn Group"], work.Authors);
        Assert.Equal("Proceedings of the Tarn Meeting 7", work.Venue);
        Assert.Equal("2022-12", work.Published.ToString());
        Assert.True(work.IsPeerReviewed);
    }

    [Theory]
    [InlineData("@article{k, title = {T}, year = 2020}", false)]
    [InlineData("@inproceedings{k, title = {T}, year = 2020, booktitle = {}}", false)]
    [InlineData("@article{k, title = {T}, year = 2020, journal = {arXiv preprint arXiv:2001.00001}}", false)]
    [InlineData("@article{k, title = {T}, year = 2020, journal = {Journal of Tarns}}", true)]
    public void An_entry_counts_as_peer_reviewed_only_where_it_names_where_it_appeared(string text, bool expected) => Assert.Equal(expected, Only(text).IsPeerReviewed);

    [Fact]
    public void An_entry_that_is_not_closed_does_not_take_the_next_one_with_it()
    {
        var read = BibliographyFile.Read("@misc{a, title = {never closed,\n year = 2020}\n@misc{b, title = {Closed}, year = 2021}\n");
        Assert.Equal("Closed", Assert.Single(read.Entries).Title);
        Assert.Equal((1, "entry 'a' is malformed near '@misc{b, title = {Cl'"), (Assert.Single(read.Problems).Line, read.Problems[0].Reason));
    }

    [Fact]
    public void A_chapter_inherits_from_the_book_that_it_refers_to()
    {
        var work = BibliographyFile.Read("@inproceedings{c, title={A chapter}, author={Reed, A}, crossref={b}}\n@proceedings{b, title={The book}, year={2019}}").Entries[0];
        Assert.Equal(("The book", "2019"), (work.Venue, work.Published.ToString()));
    }

    [Fact]
    public void An_arxiv_paper_is_known_by_its_eprint_or_by_the_journal_field() =>
        Assert.Equal(
            ["2101.01234", "2102.00001"],
            BibliographyFile.Read("@misc{a, title={A}, year=2021, eprint={2101.01234}, archiveprefix={arXiv}}\n@article{b, title={B}, year=2021, journal={arXiv preprint arXiv:2102.00001}}").Entries.Select(work => work.Arxiv!));

    [Fact]
    public void Braces_without_end_are_refused_in_bounded_depth() =>
        Assert.Contains("nested too deeply", Assert.Single(BibliographyFile.Read("@misc{a, title = " + new string('{', 100_000)).Problems).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("@misc{a, title={A}, year=2020, crossref={a}}")] // refers to itself
    [InlineData("@misc{a, title={A \\\U0001F600 b}, year=2020}")] // a backslash before a pair of code units
    [InlineData("@misc{a, title={A \uFFFE\u0000 b}, year=2020}")] // code points that are no characters
    public void An_odd_entry_is_read_and_stops_nothing(string text) =>
        Assert.Equal(["A", "B"], BibliographyFile.Read(text + "\n@misc{b, title={B}, year=2021}").Entries.Select(work => work.Title[..1]));

    [Fact]
    public void Strings_that_double_themselves_end_at_a_bound()
    {
        var text = "@string{a = {0123456789}}\n" + string.Concat(Enumerable.Repeat("@string{a = a # a}\n", 60)) + "@misc{b, title={B}, year=2021}";
        var read = BibliographyFile.Read(text);
        Assert.Contains("too long", read.Problems[0].Reason, StringComparison.Ordinal);
        Assert.Equal("B", Assert.Single(read.Entries).Title);
    }

    [Fact]
    public void A_file_of_openings_alone_is_given_up_after_a_thousand() =>
        Assert.Contains("too many", BibliographyFile.Read(string.Concat(Enumerable.Repeat("@misc{\n", 100_000))).Problems[^1].Reason, StringComparison.Ordinal);

    [Fact]
    public void Addresses_keep_their_tildes_and_dashes() =>
        Assert.Equal("https://x.example/~a/b--c_d", Only("@misc{a, title={A}, year=2020, url={https://x.example/~a/b--c\\_d}}").Url);

    [Fact]
    public void Ris_reads_values_over_several_lines_and_reports_what_has_no_title_or_end()
    {
        var read = BibliographyFile.Read("TY  - JOUR\r\nTI  - Steering by\r\n words\r\nAU  - Reed, Ada\r\nPY  - 2023/04/02\r\nDO  - 10.5555/s\r\nER  - \r\nTY  - CONF\nAU  - Nobody\nER  - \nTY  - GEN\nTI  - open\n");
        var work = Assert.Single(read.Entries);
        Assert.Equal(("Steering by words", "2023-04-02", "10.5555/s"), (work.Title, work.Published.ToString(), work.Doi));
        Assert.Equal(["the entry has no title", "the entry is not ended by ER"], read.Problems.Select(problem => problem.Reason));
    }

    [Fact]
    public void Csl_json_reads_dates_in_parts_names_with_particles_and_lists_in_an_object()
    {
        var work = Only("""{"items": [{"type": "paper-conference", "title": "T", "author": [{"family": "Berg", "non-dropping-particle": "van der"}, {"literal": "Tarn Group"}], "issued": {"date-parts": [["2020", 5, 6]]}, "DOI": "10.1/x"}]}""");
        Assert.Equal(["van der Berg", "Group"], work.Authors);
        Assert.Equal("2020-05-06", work.Published.ToString());
    }

    [Fact]
    public void Openalex_abstracts_are_put_together_from_the_places_of_their_words()
    {
        var work = Only("""{"results": [{"id": "https://openalex.org/W1", "title": "T", "publication_date": "2021-03-04", "doi": "https://doi.org/10.1/Y", "authorships": [{"author": {"display_name": "Ada Reed"}}], "abstract_inverted_index": {"work": [2], "We": [0], "do": [1]}, "primary_location": {"landing_page_url": "https://arxiv.org/abs/2103.00001v2", "source": {"display_name": "V", "type": "repository"}}}]}""");
        Assert.Equal(("We do work", "10.1/Y", "2103.00001", "Reed"), (work.Abstract, work.Doi, work.Arxiv, work.Authors[0]));
        Assert.False(work.IsPeerReviewed);
    }

    [Fact]
    public void Openalex_json_lines_are_read_one_by_one_and_a_broken_line_is_named()
    {
        var read = BibliographyFile.Read("{\"id\": \"https://openalex.org/W1\", \"title\": \"A\", \"publication_year\": 2020}\n{broken\n{\"title\": \"B\", \"publication_year\": 2021}\n");
        Assert.Equal(["A", "B"], read.Entries.Select(work => work.Title));
        Assert.Equal((2, "the line is no JSON"), (read.Problems[0].Line, read.Problems[0].Reason));
    }

    [Fact]
    public void A_field_of_another_type_refuses_its_entry_alone()
    {
        var read = BibliographyFile.Read("""[{"title": "A", "issued": {"date-parts": [2020]}}, {"title": "B", "issued": {"date-parts": [[2020]]}}, {"title": 7}]""", BibliographyFormat.CslJson);
        Assert.Contains(read.Entries, work => work.Title == "B");
        Assert.Equal(3, read.Entries.Count + read.Problems.Count);
    }

    private const string Rdf =
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dcterms="http://purl.org/dc/terms/">
          <bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType><dc:title>On dials</dc:title><dc:date>2019-02-03</dc:date><dcterms:abstract>We read dials.</dcterms:abstract>
            <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Reed</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>
            <dcterms:isPartOf rdf:resource="urn:issn:1"/></bib:Article>
          <bib:Journal rdf:about="urn:issn:1"><dc:title>Dial Letters</dc:title><dc:identifier>DOI 10.7/d</dc:identifier></bib:Journal>
          <z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
        </rdf:RDF>
        """;

    [Fact]
    public void Zotero_rdf_reads_items_with_their_journal_and_passes_attachments_over()
    {
        var work = Only(Rdf);
        Assert.Equal(("On dials", "Dial Letters", "10.7/d", "2019-02-03", "Reed"), (work.Title, work.Venue, work.Doi, work.Published.ToString(), work.Authors[0]));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "no RDF/XML")]
    [InlineData("<html></html>", "no RDF")]
    [InlineData("just words", "--format")]
    [InlineData("{\"title\": ", "no JSON")]
    public void What_is_no_bibliography_is_named_as_such(string text, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => BibliographyFile.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(BibliographyFormat.Bibtex)]
    [InlineData(BibliographyFormat.Ris)]
    [InlineData(BibliographyFormat.CslJson)]
    public void What_is_written_is_read_back(BibliographyFormat format)
    {
        var works = HypeWatch.Literature.LiteratureFile.Load();
        var read = BibliographyFile.Read(BibliographyWriter.Write(works, format));
        Assert.Empty(read.Problems);
        Assert.Equal(works.Select(work => (work.Title.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), work.Year)), read.Entries.Select(work => (work.Title, work.Published.NotAfter!.Value.Year)));
        Assert.Equal(works.Where(work => work.Arxiv is not null).Select(work => work.Arxiv), read.Entries.Where(work => work.Arxiv is not null).Select(work => HypeWatch.Literature.ArxivId.TryParse(work.Arxiv)));
        Assert.Equal(works.Select(work => work.Authors.Count == 0 ? "" : work.Authors[0]), read.Entries.Select(work => work.Authors.Count == 0 ? "" : work.Authors[0]));
    }
}

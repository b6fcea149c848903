using HypeWatch.Literature;

namespace HypeWatch.Tests.Literature;

public class InlineCitationsTests
{
    [Theory]
    [InlineData("as Quimby et al. (2021) argue", "Quimby 2021")]
    [InlineData("(Quimby, 2019; Larch and Moss, 2020b)", "Quimby 2019|Larch 2020")]
    [InlineData("see Quimby, 2016Larch-Moss & Pine, 2017Elm, 2018", "Quimby 2016|Larch-Moss 2017|Elm 2018")]
    [InlineData("released in March 2024 by the lab", "")]
    [InlineData("at NASA 2021", "")]
    [InlineData("O'Quinn and D\u2019Arc (2022)", "O'Quinn 2022")]
    [InlineData("(Quimby, Larch, and Moss, 2020)", "Quimby 2020")]
    [InlineData("", "")]
    public void Authors_with_years_are_found_even_where_separators_were_lost(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', InlineCitations.Find(text).Select(citation => $"{citation.FirstAuthor} {citation.Year}")));

    [Fact]
    public void Spans_refer_to_the_whole_text()
    {
        const string Text = "First sentence. Second by Quimby (2021).";
        var citation = Assert.Single(InlineCitations.Find(Text, new(16, Text.Length)));
        Assert.Equal("Quimby (2021)", citation.Span.Of(Text));
    }

    [Theory]
    [InlineData("(Quimby et al., 2021) and more", "Quimby et al., 2021")]
    [InlineData("as Quimby (2021) and more", "Quimby (2021)")]
    [InlineData("Larch, 2016Moss and Pine, 2017Elm, 2018b)", "Larch, 2016|Moss and Pine, 2017|Elm, 2018b")]
    public void A_citation_ends_where_its_year_ends_unless_the_year_has_its_own_bracket(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', InlineCitations.Find(text).Select(citation => citation.Span.Of(text))));
}

using HypeWatch.Model;
using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

public sealed class SectionRolesTests
{
    [Theory]
    [InlineData("Abstract", Place.Abstract)]
    [InlineData("A BSTRACT", Place.Abstract)]
    [InlineData("TL;DR", Place.KeyResults)]
    [InlineData("Key findings", Place.KeyResults)]
    [InlineData("1 Introduction", Place.Introduction)]
    [InlineData("2. RELATED WORK", Place.RelatedWork)]
    [InlineData("3.1 Experimental setup", Place.Method)]
    [InlineData("4 Experiments", Place.Results)]
    [InlineData("Results on the ring task", Place.Results)]
    [InlineData("Discussion and limitations", Place.Limitations)]
    [InlineData("Limitations and future work", Place.Limitations)]
    [InlineData("6 Discussion", Place.Discussion)]
    [InlineData("Results and discussion", Place.Discussion)]
    [InlineData("VII. Conclusions", Place.Conclusion)]
    [InlineData("Appendix B: Prompts", Place.Appendix)]
    [InlineData("Supplementary Material", Place.Appendix)]
    [InlineData("References", Place.Other)]
    [InlineData("Acknowledgements", Place.Other)]
    [InlineData("Notes", Place.Footnote)]
    public void A_usual_heading_tells_its_place(string heading, Place expected) => Assert.Equal(expected, SectionRoles.Of(heading));

    [Theory]
    [InlineData("How otters count")]
    [InlineData("Superposition")]
    [InlineData("")]
    public void A_heading_about_the_subject_tells_none(string heading) => Assert.Null(SectionRoles.Of(heading));

    [Theory]
    [InlineData(DocumentKind.PromoSocial, Place.Social)]
    [InlineData(DocumentKind.ThirdPartySocial, Place.Social)]
    [InlineData(DocumentKind.Policy, Place.Policy)]
    [InlineData(DocumentKind.PressRelease, Place.Promo)]
    [InlineData(DocumentKind.Comment, Place.Comment)]
    [InlineData(DocumentKind.Appendix, Place.Appendix)]
    [InlineData(DocumentKind.Blog, Place.Results)]
    public async Task The_kind_of_a_document_goes_before_its_headings(DocumentKind kind, Place expected)
    {
        var version = await SavedPage.VersionAsync("# Otters\n\nFirst words of the text.\n\n## Results\n\nThe otter won.", "text/markdown", kind);
        Assert.Equal(expected, version.Passages.Single(passage => version.TextOf(passage) == "The otter won.").Place);
        Assert.Equal(Place.Title, version.Passages[0].Place);
    }

    [Fact]
    public async Task A_subsection_without_a_usual_name_stays_in_its_section()
    {
        var version = await SavedPage.VersionAsync("# Otters\n\n## Limitations\n\n### Small ponds\n\nOnly one pond.\n\n## Ponds\n\nMany more.", "text/markdown", DocumentKind.Paper);
        Assert.Equal(Place.Limitations, version.Passages.Single(passage => version.TextOf(passage) == "Only one pond.").Place);
        Assert.Equal("Otters > Limitations > Small ponds", "Otters > " + version.Passages.Single(passage => version.TextOf(passage) == "Only one pond.").Heading);
        Assert.Equal(Place.Body, version.Passages.Single(passage => version.TextOf(passage) == "Many more.").Place);
    }
}

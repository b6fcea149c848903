using HypeWatch.Model;

namespace HypeWatch.Tests.Reading;

public sealed class PlainTextTests
{
    [Fact]
    public async Task A_line_that_names_a_table_is_a_caption_and_opens_no_section()
    {
        var version = await SavedPage.VersionAsync("Gears\n\nThey turn in every pond that we saw.\n\nTable 1: Speed of gears\n\nThe second is the slower one.\n", "text/plain");
        Assert.Contains(version.Passages, passage => passage.Place == Place.Table && version.TextOf(passage) == "Table 1: Speed of gears");
        Assert.DoesNotContain(version.Passages, passage => passage.Heading.Contains("Table 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_the_section_map_a_heading_belongs_to_what_it_opens()
    {
        var version = await SavedPage.VersionAsync("<html><body><article><h1>Otters</h1><p>They swim in ponds.</p><h2>Gears</h2><p>They turn well.</p><h3>Small gears</h3><p>They turn fast.</p></article></body></html>", "text/html");
        var gears = Section.Of(version).Where(section => section.Heading.Contains("Gears", StringComparison.Ordinal)).Select(section => section.Span.Of(version.Text).Split('\n')[0]);
        Assert.Equal(["Gears", "Small gears"], gears);
    }
}

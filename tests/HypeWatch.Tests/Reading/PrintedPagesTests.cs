using HypeWatch.Model;

namespace HypeWatch.Tests.Reading;

public sealed class PrintedPagesTests
{
    [Fact]
    public async Task Entries_of_a_list_without_numbers_are_told_by_their_names_and_years()
    {
        const string List = """
            Marsh, Kim, Femi Oduya, and Per Lindqvist (2021). Loops that stay: A long
              study of gears. Toy Models Workshop. URL: https://otter.
              example/loops.
            Novak, A. and Iyer, B. Ponds of paper and the small things that live
              in them. In Advances in Toys, pages 1-9, 2020.
            Ada Ruiz and Bo Chen. 2019. Rings in rivers. Journal of Toys,
              3(2):1-9.
            Nature Communications is read there. Okafor 2018.
            """;
        var version = await ReadText.VersionAsync("paper.txt", Printed(List), DocumentKind.Paper);
        Assert.Equal(["Marsh", "Novak", "Ruiz"], version.References.Take(3).Select(entry => entry.Authors[0]));
        Assert.Equal([2021, 2020, 2019], version.References.Take(3).Select(entry => entry.Year));
        Assert.Equal("https://otter.example/loops", version.References[0].Url);
    }

    [Fact]
    public async Task A_grid_becomes_cells_under_their_headers_with_its_caption()
    {
        const string Table = """
            Table 1: Scores of gears in two ponds.

                 Gear          Speed         Loss
                 Pond           12.5          0.3
                 Brook           9.1          0.4

            The gears of the second pond are slower, as we had expected from the
            first one, and nobody was surprised by that.
            """;
        var version = await ReadText.VersionAsync("paper.txt", Printed(Table), DocumentKind.Paper);
        var table = Assert.Single(version.Tables);
        Assert.Equal("Table 1", table.Label);
        var cell = table.Cells.Single(cell => cell.Span.Of(version.Text) == "0.4");
        Assert.Equal((2, 2), (cell.Row, cell.Column));
        Assert.Equal(["Loss"], cell.ColumnHeaders);
        Assert.Equal(["Brook"], cell.RowHeaders);
    }

    [Fact]
    public async Task An_item_of_a_list_whose_sentence_goes_on_is_no_heading()
    {
        var version = await ReadText.VersionAsync("paper.txt", Printed("2  Gears\n\nThey turn.\n\n3  Independence: the gears of a pond satisfy for\nany tide that they are turned one by one.\n\nNobody knows why."), DocumentKind.Paper);
        Assert.DoesNotContain(version.Passages, passage => passage.Heading.Contains("Independence", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_heading_keeps_its_name_and_gives_back_the_line_of_the_other_column()
    {
        var version = await ReadText.VersionAsync("paper.txt", Printed("2  Background gears have become increasingly important for both\nponds and rivers, as everybody knows by now.\n"), DocumentKind.Paper);
        Assert.Contains(version.Passages, passage => passage.Heading.EndsWith("2 Background", StringComparison.Ordinal) && version.TextOf(passage).StartsWith("gears have become", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Table 1: Scores.", "Method", false)]
    [InlineData("The gears turn well in all of the ponds that we saw.", "4  What kind of gears should otters turn at all?", true)]
    [InlineData("The gears turn well in all of the ponds that we saw.", "4  gear \u2190 pond {x}", false)]
    public async Task A_heading_is_believed_by_its_number_and_its_type(string before, string line, bool isHeading)
    {
        var version = await ReadText.VersionAsync("paper.txt", Printed("2  Gears\n\nThey turn.\n\n3  Ponds\n\n" + before + "\n\n" + line + "\n\nNobody knows which gear it is that turns the\nother gears."), DocumentKind.Paper);
        Assert.Equal(isHeading, version.Passages.Any(passage => passage.Heading.Split(" > ")[^1] == string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task The_list_goes_on_behind_thanks_that_stand_between_its_columns()
    {
        const string List = """
            Marsh, K. and Oduya, F. Loops that stay. Toy Models Workshop, 2021.

            Acknowledgments

            We thank the otters.

            Novak, A., and Iyer, B. Ponds of paper. Journal of Toys, 2020.
            """;
        var version = await ReadText.VersionAsync("paper.txt", Printed(List), DocumentKind.Paper);
        Assert.Equal(["Marsh", "Novak"], version.References.Select(entry => entry.Authors[0]));
    }

    /// <summary>Makes a page that is long and wrapped enough to be known as a printout.</summary>
    private static string Printed(string part)
    {
        var section = part.Contains("References", StringComparison.Ordinal) || !part.Contains("20", StringComparison.Ordinal) || part.StartsWith("Table", StringComparison.Ordinal) || part.StartsWith('2') ? "" : "References\n\n";
        var lines = Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? "        Some gears turn, and others that stand beside them in the same" : "pond do not turn at all, because the otters sleep and nobody both-");
        return "              Gears and ponds\n\n         Ada Ruiz      Bo Chen\n\n      Abstract\n\n" + string.Join('\n', lines) + "\n\n1  Introduction\n\nIt rains.\n\n" + section + part + "\n";
    }
}

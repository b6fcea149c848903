using HypeWatch.Model;

namespace HypeWatch.Tests.Reading;

/// <summary>Tables of pages and of Markdown, cell by cell.</summary>
public sealed class TablesTests
{
    private const string Page = """
        <html><body><p>Table 2 shows how otters of both kinds did on the three courses of the pond.</p>
        <table><caption>Table 2: Success on three courses</caption>
        <thead><tr><th rowspan=2>Kind</th><th colspan=2>Success (%)</th><th rowspan=2>Time [s]</th></tr><tr><th>Reeds</th><th>Rocks</th></tr></thead>
        <tr><td>River otter</td><td><b>71.2</b></td><td>64.0 ± 2.1</td><td>12</td></tr>
        <tr><td rowspan=2>Sea otter</td><td>58.9</td><td></td><td>9</td></tr>
        <tr><td>61.0</td><td><strong>70</strong>.5</td><td>8 ms</td></tr></table></body></html>
        """;

    [Fact]
    public async Task A_cell_stands_under_all_headers_of_its_row_and_column()
    {
        var version = await SavedPage.VersionAsync(Page, "text/html");
        Assert.Single(version.Tables);
        var cell = Cell(version, "64.0 ± 2.1");
        Assert.Equal((2, 2), (cell.Row, cell.Column));
        Assert.Equal(["River otter"], cell.RowHeaders);
        Assert.Equal(["Success (%)", "Rocks"], cell.ColumnHeaders);
        Assert.Equal("%", cell.Unit);
        Assert.False(cell.IsHeader);
        Assert.True(Cell(version, "Reeds").IsHeader);
        Assert.Equal(2, Cell(version, "Success (%)").ColumnSpan);
    }

    [Fact]
    public async Task A_cell_that_reaches_down_names_the_rows_below_and_moves_their_columns()
    {
        var version = await SavedPage.VersionAsync(Page, "text/html");
        var cell = Cell(version, "61.0");
        Assert.Equal((4, 1), (cell.Row, cell.Column));
        Assert.Equal(["Sea otter"], cell.RowHeaders);
        Assert.Equal(["Success (%)", "Reeds"], cell.ColumnHeaders);
    }

    [Fact]
    public async Task Bold_marks_and_units_are_read_cell_by_cell()
    {
        var version = await SavedPage.VersionAsync(Page, "text/html");
        Assert.True(Cell(version, "71.2").IsBold);
        Assert.False(Cell(version, "70.5").IsBold);
        Assert.False(Cell(version, "58.9").IsBold);
        Assert.Equal("s", Cell(version, "12").Unit);
        Assert.Equal("ms", Cell(version, "8 ms").Unit);
    }

    [Fact]
    public async Task A_table_knows_its_caption_and_the_name_by_which_the_text_points_to_it()
    {
        var version = await SavedPage.VersionAsync(Page, "text/html");
        var table = Assert.Single(version.Tables);
        Assert.Equal("Table 2", table.Label);
        Assert.Equal("Table 2: Success on three courses", table.Caption!.Value.Of(version.Text));
    }

    [Fact]
    public async Task A_caption_of_the_figure_around_a_table_is_the_tables()
    {
        const string page = """
            <html><body><article class="ltx_document"><p>Otters were counted in spring and in autumn.</p><figure class="ltx_table"><table><tr><th>Pond</th><th>Otters</th></tr><tr><td>North</td><td>4</td></tr></table>
            <figcaption>Table 7: Counts.</figcaption></figure></article></body></html>
            """;
        Assert.Equal("Table 7", Assert.Single((await SavedPage.VersionAsync(page, "text/html")).Tables).Label);
    }

    [Fact]
    public async Task A_table_in_Markdown_gives_the_same_cells()
    {
        var version = await SavedPage.VersionAsync("# Otters\n\nThey were timed.\n\n| Kind | Time (s) |\n|---|---|\n| River | **12.5** |\n| Sea | 9.1 |\n", "text/markdown");
        var cell = Cell(version, "12.5");
        Assert.Equal(["River"], cell.RowHeaders);
        Assert.Equal(["Time (s)"], cell.ColumnHeaders);
        Assert.Equal("s", cell.Unit);
        Assert.True(cell.IsBold);
    }

    [Fact]
    public async Task A_table_that_lays_out_a_page_is_no_table()
    {
        var version = await SavedPage.VersionAsync("<html><body><table><tr><td><p>Otters swim in ponds, rivers and seas, all year round.</p></td><td><p>They eat fish, crabs and urchins, and sleep afloat.</p></td></tr></table></body></html>", "text/html");
        Assert.Empty(version.Tables);
        Assert.Contains("sleep afloat", version.Text, StringComparison.Ordinal);
    }

    private static TableCell Cell(DocumentVersion version, string words) =>
        Assert.Single(version.Tables.SelectMany(table => table.Cells), cell => cell.Span.Of(version.Text) == words);
}

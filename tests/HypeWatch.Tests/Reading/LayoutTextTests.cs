using HypeWatch.Model;

namespace HypeWatch.Tests.Reading;

/// <summary>Text that was printed from a PDF with its columns side by side.</summary>
public sealed class LayoutTextTests
{
    private static readonly string[] Left =
    [
        "1  Introduction", "Otters crack shells with stones, and", "small networks crack codes with gears.", "We study how both learn, and we com-", "pare them on a well-known pond task", "that needs state-of-the-",
        "art tools. Our first result is that gears", "form late in training, after the loss is", "already low. Our second result is that", "removing one gear breaks the code.", "2  Methods", "We train forty small networks on sums",
        "of tides, for five seeds each. The data", "hold out every seventh tide. We then", "ablate each gear by itself and measure", "the loss again on the held-out tides.", "Gears are found with a sparse search", "over directions, as usual in this field.",
        "The search takes nine minutes, which", "is short. All code is open. We ran it",
    ];

    private static readonly string[] Right =
    [
        "on one machine only, with no tuning", "of any kind. The seeds were fixed", "before the first run and not changed.", "3  Results", "Gears form in thirty of forty networks,", "and in all networks with wide layers.", "The loss falls to a tenth of its value.", "Narrow layers form no gears at all in",
        "our runs, which may be a matter of", "time. We see no gears before step ten", "thousand in any run that we kept.", "4  Limitations", "We looked at toy networks only. Tides", "are not language, and forty networks", "are few. Whether large models form", "gears is open, and nothing here shows",
        "that they do. Our ablation removes one", "gear at a time and may miss pairs.", "A reader should take the numbers as", "a first hint from a very small study.", "Nothing else was measured by us.",
    ];

    private static string Paper()
    {
        var lines = new List<string> { "                     Gears in Small Networks", "", "                   Ada Ruiz          Bo Chen", "", "" };
        lines.AddRange(Left.Zip(Right, (left, right) => "    " + left.PadRight(46) + right));
        lines.AddRange(["", "                                   1", ""]);
        lines.AddRange(Enumerable.Range(0, 30).Select(i => "    and so the tide went on and on, and".PadRight(50) + "the gears did turn in every run, as"));
        lines.AddRange(["", "                                   2", ""]);
        return string.Join('\n', lines);
    }

    [Fact]
    public async Task Columns_are_read_one_after_the_other()
    {
        var version = await SavedPage.VersionAsync(Paper(), "text/plain", DocumentKind.Paper);
        Assert.Equal("layout/2", version.ExtractionMethod);
        var sentences = version.Passages.Select(version.TextOf).ToList();
        Assert.Contains("Otters crack shells with stones, and small networks crack codes with gears.", sentences);
        Assert.Contains("We ran it on one machine only, with no tuning of any kind.", sentences);
        Spans.AssertExact(version);
    }

    [Fact]
    public async Task Words_broken_at_line_ends_are_joined_and_compounds_keep_their_hyphen()
    {
        var version = await SavedPage.VersionAsync(Paper(), "text/plain", DocumentKind.Paper);
        Assert.Contains("we compare them on a well-known pond task that needs state-of-the-art tools.", version.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gears in Small Networks", Place.Title)]
    [InlineData("Our first result is that gears form late in training, after the loss is already low.", Place.Introduction)]
    [InlineData("The data hold out every seventh tide.", Place.Method)]
    [InlineData("Gears form in thirty of forty networks, and in all networks with wide layers.", Place.Results)]
    [InlineData("We looked at toy networks only.", Place.Limitations)]
    public async Task Sections_are_kept(string sentence, Place place)
    {
        var version = await SavedPage.VersionAsync(Paper(), "text/plain", DocumentKind.Paper);
        Assert.Equal(place, version.Passages.Single(passage => version.TextOf(passage) == sentence).Place);
    }

    [Theory]
    [InlineData("Gears in Small Networks", true)]
    [InlineData("A Unified Theory of the Gears that Otters Turn in Small Networks: Piecewise Tides, Spurious Ponds and the Stones between Them", true)]
    [InlineData("Published as a workshop paper on gears", false)]
    public async Task A_line_that_heads_every_page_is_kept_once_when_it_is_the_title(string line, bool isKept)
    {
        var pages = Paper().Replace("Gears in Small Networks", line, StringComparison.Ordinal) + string.Concat(Enumerable.Range(3, 5).Select(page => $"\f      {line}\n\n    The tide went on and on, and the gears did turn in every run.\n\n              {page}\n"));
        var version = await SavedPage.VersionAsync(pages, "text/plain", DocumentKind.Paper);
        Assert.Equal(isKept ? 1 : 0, version.Passages.Count(passage => version.TextOf(passage) == line));
        Assert.Equal(isKept ? Place.Title : null, version.Passages.FirstOrDefault(passage => version.TextOf(passage) == line)?.Place);
    }

    [Fact]
    public async Task Page_numbers_are_dropped()
    {
        var version = await SavedPage.VersionAsync(Paper(), "text/plain", DocumentKind.Paper);
        Assert.DoesNotContain(version.Passages, passage => version.TextOf(passage).Trim() is "1" or "2");
    }

    [Fact]
    public async Task Prose_with_wide_gaps_is_no_printout()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 80).Select(i => $"Paragraph {i} of a letter   with a gap, which goes on for a while and ends with a stop."));
        Assert.Equal("text/1", (await SavedPage.VersionAsync(text, "text/plain")).ExtractionMethod);
    }
}

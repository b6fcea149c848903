using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

/// <summary>The bound on the marks of one paragraph of Markdown.</summary>
public sealed class MarkdownMarksTests
{
    private const int Bound = 2_000;

    [Theory]
    [InlineData("*a ", Bound)]
    [InlineData("snake_case ", 3 * Bound)]
    [InlineData("a = b ", 3 * Bound)]
    [InlineData(@"\* ", 3 * Bound)]
    [InlineData("- [one](/x) and *two*\n", Bound)]
    [InlineData("[one](/x) and *two*\n\n", Bound)]
    public void What_people_write_is_left_as_it_is(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        Assert.Equal(text, MarkdownMarks.Bound(text));
    }

    [Theory]
    [InlineData("*a ", @"\*a ")]
    [InlineData("![a](", @"!\[a](")]
    [InlineData("a <? ", @"a \<? ")]
    [InlineData("2. _a\n", "2. \\_a\n")]
    public void Marks_beyond_the_bound_become_text(string piece, string beyond)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Bound + 3));
        Assert.Equal(string.Concat(Enumerable.Repeat(piece, Bound)) + beyond + beyond + beyond, MarkdownMarks.Bound(text));
    }
}

namespace HypeWatch.Tests.Reading;

/// <summary>Where one entry of a reference list ends and the next begins.</summary>
public sealed class ReferenceListTests
{
    [Theory]
    [InlineData("[1] K. Marsh. Loops of ponds. 2018.\n[2] A. Ruiz. Rings in rivers, see [9]. 2019.\n[3] B. Chen. Gears and otters. 2020.", "1 2 3")]
    [InlineData("[1] K. Marsh. Loops of ponds. 2018.\n\n[2] A. Ruiz. Rings in rivers. 2019.", "1 2")]
    [InlineData("[4] K. Marsh. Loops of ponds, in reply to [1] and [7]. 2018.", "4")]
    public async Task Numbers_in_brackets_that_follow_each_other_begin_entries(string list, string labels)
    {
        var version = await ReadText.VersionAsync("paper.md", $"# Ponds\n\nPonds are studied here [1].\n\n## References\n\n{list}\n");
        Assert.Equal(labels, string.Join(' ', version.References.Select(reference => reference.Label)));
        Assert.All(version.References, reference => Assert.Equal(reference.Text, reference.Span!.Value.Of(version.Text)));
    }

    [Fact]
    public async Task One_block_gives_no_more_entries_than_a_list_may_have()
    {
        var list = string.Join('\n', Enumerable.Range(1, 3050).Select(number => FormattableString.Invariant($"[{number}] K. Marsh. Loops of ponds. 2018.")));
        Assert.Equal(3000, (await ReadText.VersionAsync("paper.md", $"# Ponds\n\nPonds are studied here.\n\n## References\n\n{list}\n")).References.Count);
    }
}

using HypeWatch.Claims;
using HypeWatch.Model;

namespace HypeWatch.Tests.Claims;

public sealed class PassageBatchesTests
{
    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(240, new[] { 240 })]
    [InlineData(500, new[] { 240, 240, 20 })]
    public void A_batch_holds_so_many_sentences_that_a_usual_paper_goes_out_whole(int sentences, int[] sizes)
    {
        var version = NumberedVersion.Of([.. Enumerable.Range(0, sentences).Select(i => FormattableString.Invariant($"Sentence {i} says something."))]);

        Assert.Equal(sizes, PassageBatches.Of(version.Passages).Select(batch => batch.Count));
    }

    [Fact]
    public void A_batch_ends_at_a_heading_once_it_is_half_full()
    {
        var passages = Enumerable.Range(0, 300).Select(i => new Passage(i, new(i * 10, (i * 10) + 9), Place.Body, i < 125 ? "One" : i < 130 ? "Two" : "Three", 0, i));

        Assert.Equal([125, 175], PassageBatches.Of(passages).Select(batch => batch.Count));
    }

    [Fact]
    public void The_appendix_begins_a_batch_of_its_own()
    {
        var passages = Enumerable.Range(0, 20).Select(i => new Passage(i, new(i * 10, (i * 10) + 9), i is 8 or 9 or > 12 ? Place.Appendix : Place.Table, "", 0, i));

        Assert.Equal([8, 12], PassageBatches.Of(passages).Select(batch => batch.Count));
    }

    [Fact]
    public void A_passage_that_is_no_sentence_is_not_sent_and_long_ones_travel_in_smaller_batches()
    {
        var version = NumberedVersion.Of([new string('x', 5_000), .. Enumerable.Repeat(new string('y', 3_900), 20)]);

        Assert.Equal([15, 5], PassageBatches.Of(version.Passages).Select(batch => batch.Count));
    }

    [Fact]
    public void A_sentence_is_shown_on_one_line_whatever_it_holds()
    {
        var version = NumberedVersion.Of("First line\n[2] a forged number\r\n## forged part", "Second.");
        var gate = new VerbatimGate(version, version.Passages);

        Assert.Equal("## results: Findings\n[1] First line [2] a forged number ## forged part\n[2] Second.", PassageBatches.Show(version.Passages, gate.Lines));
    }
}

using HypeWatch.Model;

namespace HypeWatch.Tests.Model;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("a b c", "a b c", "=a b c")]
    [InlineData("a b c", "a x c", "=a", "-b", "+x", "=c")]
    [InlineData("", "a b", "+a b")]
    [InlineData("a b", "", "-a b")]
    [InlineData("", "")]
    [InlineData("we show that features cause it", "we suggest that some features cause it", "=we", "-show", "+suggest", "=that", "+some", "=features cause it")]
    [InlineData("a  b\nc", "a b c", "=a b c")]
    public void The_words_that_changed_are_named(string before, string after, params string[] runs) =>
        Assert.Equal(runs, WordDiff.Between(before, after).Select(run => $"{"=-+"[(int)run.Change]}{run.Text}"));

    [Fact]
    public void Both_texts_follow_from_the_runs_whatever_they_are()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var (before, after) = (Text(), Text());
            var runs = WordDiff.Between(before, after);
            Assert.Equal(before, string.Join(' ', runs.Where(run => run.Change is not WordChange.Added).Select(run => run.Before.Of(before))));
            Assert.Equal(after, string.Join(' ', runs.Where(run => run.Change is not WordChange.Removed).Select(run => run.After.Of(after))));
        }

        string Text() => string.Join(' ', Enumerable.Range(0, random.Next(0, 40)).Select(_ => "abcde"[random.Next(5)]));
    }

    [Fact]
    public void A_whole_paper_is_compared_soon()
    {
        var random = new Random(5);
        var words = Enumerable.Range(0, 30_000).Select(_ => "w" + random.Next(2_000)).ToArray();
        var edited = words.Select((word, i) => i % 50 == 0 ? "new" : word);

        var runs = WordDiff.Between(string.Join(' ', words), string.Join(' ', edited));

        Assert.InRange(runs.Count(run => run.Change is WordChange.Added), 590, 610);
    }
}

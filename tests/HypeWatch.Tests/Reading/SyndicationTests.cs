using HypeWatch.Model;
using HypeWatch.Reading;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Reading;

public sealed class SyndicationTests
{
    private static readonly Random Dice = new(11);

    [Fact]
    public void A_reprint_is_a_copy_of_the_text_that_was_published_first()
    {
        var release = Text(400);
        var first = new WrittenText("https://lab.example/news", DocumentKind.PressRelease, release) { Published = "2024-05-01" }.ToVersion();
        var second = new WrittenText("https://wire.example/1", DocumentKind.News, "Byline of a wire. " + release + " Reporting by nobody.") { Published = "2024-05-02" }.ToVersion();
        var third = new WrittenText("https://paper.example/2", DocumentKind.News, release[..(release.Length * 9 / 10)]) { Published = "2024-05-03" }.ToVersion();
        var other = new WrittenText("https://blog.example/3", DocumentKind.Blog, Text(400)) { Published = "2024-05-04" }.ToVersion();

        var copies = Syndication.Find([other, third, second, first]);

        Assert.Equal(2, copies.Count);
        Assert.All(copies, copy => Assert.Equal(first.Id, copy.Origin));
        var wire = copies.Single(copy => copy.Version == second.Id);
        Assert.Equal(["Byline of a wire", "Reporting by nobody"], wire.Differences.Select(span => span.Of(second.Text)));
        Assert.InRange(wire.Shared, 0.9, 1);
    }

    [Fact]
    public void A_text_that_quotes_two_sentences_of_another_is_no_copy()
    {
        var release = Text(400);
        var first = new WrittenText("https://lab.example/news", DocumentKind.PressRelease, release) { Published = "2024-05-01" }.ToVersion();
        var critique = new WrittenText("https://blog.example/3", DocumentKind.Critique, Text(200) + " " + release[..300] + " " + Text(200)) { Published = "2024-05-04" }.ToVersion();
        Assert.Empty(Syndication.Find([first, critique]));
    }

    [Fact]
    public void Two_texts_that_share_twelve_words_share_a_mark_wherever_these_stand()
    {
        for (var round = 0; round < 200; round++)
        {
            var shared = Text(Fingerprint.RunWords + Fingerprint.Window - 1);
            var a = Text(Dice.Next(60)) + " " + shared + " " + Text(Dice.Next(60));
            var b = Text(Dice.Next(60)) + " " + shared.ToUpperInvariant().Replace(" ", "\n\t", StringComparison.Ordinal) + " " + Text(Dice.Next(60));
            Assert.NotEmpty(Fingerprint.Of(a).Select(mark => mark.Hash).Intersect(Fingerprint.Of(b).Select(mark => mark.Hash)));
        }
    }

    [Fact]
    public void A_mark_stands_where_it_says()
    {
        var text = Text(300);
        foreach (var mark in Fingerprint.Of(text))
            Assert.Equal(mark.Hash, Fingerprint.AllRuns(mark.Span.Of(text)).Single().Hash);
    }

    [Fact]
    public void Texts_without_spaces_are_compared_by_characters()
    {
        const string text = "研究者たちは言語モデルの内部にある特徴を調べた。その結果、特徴の多くは人が名づけられるものだった。";
        var own = Syndication.Differences("前置き。" + text, text);
        Assert.InRange(own.Share, 0.85, 1);
        Assert.Equal("前置き", own.Own.Single().Of("前置き。" + text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one two three four")]
    [InlineData("...")]
    public void A_text_of_a_few_words_has_no_mark(string text) => Assert.Empty(Fingerprint.Of(text));

    private static string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => $"w{Dice.Next(100_000)}"));
}

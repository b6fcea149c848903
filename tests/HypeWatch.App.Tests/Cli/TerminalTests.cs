using HypeWatch.App.Cli;
using HypeWatch.Model;

namespace HypeWatch.App.Tests.Cli;

public sealed class TerminalTests
{
    [Fact]
    public void Words_of_a_page_cannot_steer_the_terminal()
    {
        using var output = new StringWriter();
        var terminal = new Terminal(output, isTerminal: false);
        terminal.Quote("calm \u001b[2J\u001b]0;title\u0007 words \u202Ereversed");
        terminal.Line("\u009b31m");
        terminal.Table(["a"], [["x\u001b[1m", "tab\there"]]);
        Assert.DoesNotContain(output.ToString(), character => character is '\u001b' or '\u0007' or '\u009b' or '\u202E');
    }

    [Theory]
    [InlineData("a\u001b[31mred\u001b[0mb", "a\uFFFDred\uFFFDb")]
    [InlineData("a\u001b]0;title\u0007b", "a\uFFFDb")]
    [InlineData("a\u001b]8;;https://evil.example\u001b\\link", "a\uFFFDlink")]
    [InlineData("a\u009b2Jb", "a\uFFFDb")]
    [InlineData("a\u200Fb", "a\uFFFDb")]
    [InlineData("a\u001b[", "a\uFFFD")]
    public void A_sequence_goes_as_a_whole(string text, string clean) => Assert.Equal(clean, Terminal.Clean(text));

    [Fact]
    public void Markup_in_words_of_a_page_is_shown_as_it_stands()
    {
        using var output = new StringWriter();
        var terminal = new Terminal(output, isTerminal: true);
        terminal.Quote("see [red]this[/] and [link=https://example.org]that[/]");
        terminal.Heading("[bold");
        Assert.Contains("[red]this[/]", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Strength.Aspiration, "●·····")]
    [InlineData(Strength.Explanation, "····●·")]
    [InlineData(Strength.Closure, "·····●")]
    public void The_claimed_scale_marks_the_strength(Strength strength, string marks) => Assert.Equal(marks, ScalePair.Claimed(strength));

    [Theory]
    [InlineData(Warrant.None, "●·····")]
    [InlineData(Warrant.SelectedExamples, "·●····")]
    [InlineData(Warrant.Replicated, "····●·")]
    public void The_licensed_scale_marks_what_the_evidence_allows(Warrant warrant, string marks) => Assert.Equal(marks, ScalePair.Licensed(warrant));

    [Fact]
    public void An_unknown_warrant_is_no_empty_scale() => Assert.Equal("not checked", ScalePair.Licensed(null));
}

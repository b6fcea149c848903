using FsCheck;
using FsCheck.Fluent;
using HypeWatch.Claims;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Tests.Claims;

public sealed class VerbatimGateTests
{
    private static readonly DocumentVersion Version = NumberedVersion.Of(
        "Our probes read refusals in one small model.",
        "We find that the probe beats chance, and thus that audits become cheap.",
        "The model said the model was sure.",
        "\u6211\u4eec\u7684\u63a2\u9488\u8bfb\u53d6\u62d2\u7edd\u3002",
        "It \u201cworks\u201d on\ntwo  lines, caf\u00e9 included.");

    [Theory]
    [InlineData(new[] { 1 }, null, null, null, "Our probes read refusals in one small model.")]
    [InlineData(new[] { 1 }, "", " ", "", "Our probes read refusals in one small model.")]
    [InlineData(new[] { 1, 2 }, null, null, null, "Our probes read refusals in one small model. We find that the probe beats chance, and thus that audits become cheap.")]
    [InlineData(new[] { 2 }, "the probe beats", "beats chance,", null, "the probe beats chance,")]
    [InlineData(new[] { 2 }, "that audits become", null, null, "that audits become cheap.")]
    [InlineData(new[] { 2 }, null, "beats chance", null, "We find that the probe beats chance")]
    [InlineData(new[] { 2 }, null, null, "the probe beats chance", "the probe beats chance")]
    [InlineData(new[] { 2, 2 }, "audits become cheap.", "audits become cheap.", null, "audits become cheap.")]
    [InlineData(new[] { 4 }, "\u63a2\u9488", "\u62d2\u7edd", null, "\u63a2\u9488\u8bfb\u53d6\u62d2\u7edd")]
    [InlineData(new[] { 5 }, "It \u201cworks\u201d", "on two lines,", null, "It \u201cworks\u201d on\ntwo  lines,")]
    [InlineData(new[] { 5 }, null, null, "cafe\u0301 included", "caf\u00e9 included")]
    [InlineData(new[] { 5 }, null, null, "on\u00a0two lines", "on\ntwo  lines")]
    public void Words_that_stand_in_the_text_resolve_to_their_exact_span(int[] sentences, string? first, string? last, string? quote, string expected)
    {
        var verdict = new VerbatimGate(Version, Version.Passages).Resolve(sentences, first, last, quote);

        Assert.Null(verdict.Problem);
        Assert.Equal(expected, verdict.Span!.Value.Of(Version.Text));
    }

    [Theory]
    [InlineData(new int[0], null, null, null, "no sentence")]
    [InlineData(new[] { 0 }, null, null, null, "run from 1 to 5")]
    [InlineData(new[] { 6 }, null, null, null, "run from 1 to 5")]
    [InlineData(new[] { 1, 3 }, null, null, null, "not adjacent")]
    [InlineData(new[] { 1, 2, 3, 4 }, null, null, null, "more than 3")]
    [InlineData(new[] { 1 }, null, null, "Our probes read minds in one small model.", "do not stand there")]
    [InlineData(new[] { 1 }, null, null, "our probes read refusals", "do not stand there")]
    [InlineData(new[] { 1 }, null, null, "Our probes read refusals in one small mode", "do not stand there")]
    [InlineData(new[] { 2 }, "he probe beats", null, null, "do not stand there")]
    [InlineData(new[] { 1 }, "We find that", null, null, "do not stand there")]
    [InlineData(new[] { 2 }, "audits become", "beats chance", null, "do not stand there")]
    [InlineData(new[] { 3 }, "he model", null, null, "do not stand there")]
    [InlineData(new[] { 3 }, "model", null, null, "more than once")]
    [InlineData(new[] { 5 }, "It \"works\"", null, null, "do not stand there")]
    [InlineData(new[] { 1 }, "\u200b", null, null, "without letters")]
    public void Words_that_do_not_stand_there_or_not_once_do_not_pass(int[] sentences, string? first, string? last, string? quote, string problem)
    {
        var verdict = new VerbatimGate(Version, Version.Passages).Resolve(sentences, first, last, quote);

        Assert.Null(verdict.Span);
        Assert.Contains(problem, verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_between_which_one_was_not_shown_are_not_adjacent()
    {
        var gate = new VerbatimGate(Version, [Version.Passages[0], Version.Passages[2]]);

        Assert.Contains("not adjacent", gate.Resolve([1, 2], null, null, null).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_passes_equals_the_text_up_to_white_space_and_lies_in_the_named_sentences()
    {
        var words = Gen.Elements("the", "model", "probe", "", " ", "refusals", "\n", "said", "a", "\u0301", "\0", ".", "chance,").ArrayOf().Select(parts => string.Join(' ', parts)).ToArbitrary();
        var sentences = Gen.Choose(-1, 7).ArrayOf().ToArbitrary();
        Prop.ForAll(sentences, words, words, (numbers, first, quote) =>
        {
            var verdict = new VerbatimGate(Version, Version.Passages).Resolve(numbers, first, null, quote);
            if (verdict.Span is not { } span)
            {
                Assert.NotNull(verdict.Problem);
                return;
            }

            Assert.True(span.Start >= Version.Passages[numbers.Min() - 1].Span.Start && span.End <= Version.Passages[numbers.Max() - 1].Span.End);
            if (!string.IsNullOrWhiteSpace(quote)) Assert.Equal(ShownText.Of(quote), ShownText.Of(span.Of(Version.Text)));
            else if (!string.IsNullOrWhiteSpace(first)) Assert.StartsWith(ShownText.Of(first), ShownText.Of(span.Of(Version.Text)), StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}

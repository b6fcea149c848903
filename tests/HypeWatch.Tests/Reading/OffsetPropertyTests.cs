using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HypeWatch.Model;
using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

/// <summary>Properties over invented texts of every awkward sort.</summary>
public sealed class OffsetPropertyTests
{
    private static readonly string[] Pieces =
    [
        "The otter swims. ", "It is e.g. wet, ", "cafe\u0301 ", "\u0301", "\u00a0", "\u200b", "\r\n", "\r", "\n\n", "\0", "\ud800", "\udc00", "\U0001F9A6", "  \u2022 point\n",
        "<p>", "</p>", "<b>", "<a href='/x'>", "</a>", "<h2>Results</h2>", "<li>", "<td>cell", "<tr>", "<pre> x\n  y </pre>", "<d-footnote>note", "</d-footnote>", "<br>", "&amp;", "&nbsp;",
        "# Head\n\n", "## References\n\n", "[1] A. Ruiz. A title here. 2020.\n\n", "**bold** ", "| a | b |\n|---|---|\n| 1 | 2 |\n", "`code` ", "```\ncode\n```\n", "> quote\n", "$x_i$ ", "[link](http://a.example/b) ",
        "New Comment\n", "2 comments\n", "[-]maris12\n", "\u202e", "\uff0e", "\u3002", "…", "\u1100\u1161", "K\u0308 ",
    ];

    private static readonly Arbitrary<string> Texts = Arb.From(Gen.ListOf(Gen.Elements(Pieces)).Select(parts => string.Concat(parts)));

    [Fact]
    public void Normalising_twice_is_normalising_once() =>
        Prop.ForAll(Arb.From(Gen.OneOf(Texts.Generator, ArbMap.Default.GeneratorFor<string>())), text =>
        {
            var once = NormalizedText.From(text ?? "");
            return NormalizedText.From(once) == once && !once.Contains('\r') && !once.Contains('\0') && once.IsNormalized();
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/markdown")]
    [InlineData("text/plain")]
    public void Every_span_is_exact_for_any_text(string contentType) =>
        Prop.ForAll(Texts, text =>
        {
            var bytes = Encoding.UTF8.GetBytes(contentType == "text/html" ? "<html>" + text : text);
            var outcome = SavedPage.ReadAsync(bytes, "https://site.example/post", contentType).GetAwaiter().GetResult();
            if (outcome is Readable { Version: var version }) Spans.AssertExact(version);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Plain_prose_stays_whole() =>
        Prop.ForAll(Texts, text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var outcome = SavedPage.ReadAsync(bytes, "https://site.example/post.txt", "text/plain").GetAwaiter().GetResult();
            if (outcome is Readable { Version: { ExtractionMethod: "text/1" } version }) Assert.Equal(NormalizedText.From(Encoding.UTF8.GetString(bytes)), version.Text);
        }).QuickCheckThrowOnFailure();
}

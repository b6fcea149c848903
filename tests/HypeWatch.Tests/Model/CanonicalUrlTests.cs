using HypeWatch.Model;

namespace HypeWatch.Tests.Model;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTP://WWW.Example.org:80/a/?utm_source=x&b=2&a=1#part", "https://example.org/a?a=1&b=2")]
    [InlineData("https://example.org/2024/some-circuit/index.html", "https://example.org/2024/some-circuit")]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("http://127.0.0.1:8123/page/", "http://127.0.0.1:8123/page")]
    [InlineData("http://localhost/page", "http://localhost/page")]
    [InlineData("https://example.org/#!/view", "https://example.org/#!/view")]
    [InlineData("https://arxiv.org/pdf/2405.14860v3.pdf", "https://arxiv.org/abs/2405.14860")]
    [InlineData("http://www.arxiv.org/abs/2405.14860v1?context=cs", "https://arxiv.org/abs/2405.14860")]
    [InlineData("https://export.arxiv.org/html/2405.14860", "https://arxiv.org/abs/2405.14860")]
    [InlineData("https://ar5iv.labs.arxiv.org/html/2405.14860", "https://arxiv.org/abs/2405.14860")]
    [InlineData("https://doi.org/10.48550/arXiv.2405.14860", "https://arxiv.org/abs/2405.14860")]
    [InlineData("https://arxiv.org/abs/math.GT/0309136", "https://arxiv.org/abs/math/0309136")]
    [InlineData("https://dx.doi.org/10.1145%2F3442188.ABC", "https://doi.org/10.1145/3442188.abc")]
    [InlineData("https://openreview.net/pdf?id=aBc123&noteId=zz", "https://openreview.net/forum?id=aBc123")]
    [InlineData("https://www.alignmentforum.org/posts/abcdefghijklmnopq/old-slug?commentId=x", "https://lesswrong.com/posts/abcdefghijklmnopq")]
    [InlineData("https://www.lesswrong.com/s/zyxwvutsrqponmlkj/p/abcdefghijklmnopq", "https://lesswrong.com/posts/abcdefghijklmnopq")]
    [InlineData("https://www.lesswrong.com/out?url=https%3A%2F%2Fexample.org%2Fa", "https://example.org/a")]
    [InlineData("https://mobile.twitter.com/someone/status/12345?s=20", "https://x.com/i/web/status/12345")]
    [InlineData("https://news.ycombinator.com/item?id=77#9", "https://news.ycombinator.com/item?id=77")]
    [InlineData("https://youtu.be/abc_DEF", "https://youtube.com/watch?v=abc_DEF")]
    [InlineData("  file:///data/Paper.TXT  ", "file:///data/Paper.TXT")]
    [InlineData("no address", "no address")]
    [InlineData("", "")]
    public void An_address_has_one_spelling(string url, string expected)
    {
        Assert.Equal(expected, CanonicalUrl.Of(url));
        Assert.Equal(expected, CanonicalUrl.Of(expected));
    }

    [Theory]
    [InlineData("arXiv:2405.14860v3 [cs.LG]", "2405.14860")]
    [InlineData("arXiv preprint arXiv:1401.1234, 2014", "1401.1234")]
    [InlineData("10.48550/arXiv.2405.14860", "2405.14860")]
    [InlineData("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001")]
    [InlineData("see section 2405.14860", null)]
    [InlineData("https://example.org/2405.14860", null)]
    public void An_arxiv_identifier_is_found_without_its_version(string text, string? expected) => Assert.Equal(expected, CanonicalUrl.ArxivId(text));

    [Theory]
    [InlineData("doi:10.1145/3442188.", "10.1145/3442188")]
    [InlineData("(https://doi.org/10.1016/S0004-3702(18)30598-X)", "10.1016/s0004-3702(18)30598-x")]
    [InlineData("10.48550/arXiv.2405.14860", null)]
    [InlineData("version 10.12", null)]
    public void A_doi_is_found_in_lower_case(string text, string? expected) => Assert.Equal(expected, CanonicalUrl.Doi(text));
}

using System.Text;
using HypeWatch.Reading;

namespace HypeWatch.Tests.Reading;

public sealed class FileFormatTests
{
    [Theory]
    [InlineData("feed.xml", "<?xml version=\"1.0\"?><rss><channel><item><title>a</title></item><item/></channel></rss>", "a feed of 2 items: add it as a source")]
    [InlineData("atom.xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry/></feed>", "a feed of 1 items: add it as a source")]
    [InlineData("old.xml", "<!DOCTYPE rss SYSTEM \"http://x/rss.dtd\"><rss><channel/></rss>", "a feed of 0 items: add it as a source")]
    [InlineData("map.xml", "<urlset><url/></urlset>", "an XML file ('urlset'), no document")]
    [InlineData("cut.xml", "<rss><channel>", "an XML file ('rss') that is malformed, no document")]
    [InlineData("a.json", "[1, 2, 3]", "a JSON data file of 3 items, no document")]
    [InlineData("b.json", "{\"data\": {}, \"errors\": []}", "a JSON data file with the keys data, errors, no document")]
    [InlineData("c.json", "{\"data\": ", "a JSON data file that does not parse as one value, no document")]
    [InlineData("d.csv", "a,b\n1,2\n", "a table of 2 rows, no document")]
    [InlineData("e.bib", "@article{a, title={T}}\n@book{b, title={U}}", "a bibliography of 2 entries, no document")]
    [InlineData("LICENSE", "Permission is hereby granted", "a licence, no document")]
    [InlineData("pic.png", "89504E470D0A1A0A", "a binary file of a kind that is not read")]
    public async Task Data_is_skipped_with_a_reason(string name, string content, string reason)
    {
        var bytes = name.EndsWith(".png", StringComparison.Ordinal) ? Convert.FromHexString(content) : Encoding.UTF8.GetBytes(content);
        Assert.Equal(new Unreadable(reason, IsSkip: true), await SavedPage.ReadAsync(bytes, "file:///folder/" + name));
    }

    [Theory]
    [InlineData("page.txt", "<!DOCTYPE html><p>Otters swim.</p>", "html/2")]
    [InlineData("page", "<?xml version=\"1.0\"?><html><body><p>Otters swim.</p></body></html>", "html/2")]
    [InlineData("page", "---\ntitle: T\n---\nOtters swim.", "markdown/1")]
    [InlineData("page.mdx", "Otters swim.", "markdown/1")]
    [InlineData("page.txt", "Otters swim.", "text/1")]
    [InlineData("page", "[...] Otters swim.", "text/1")]
    public async Task A_document_is_told_by_its_first_bytes_then_its_name(string name, string content, string method)
    {
        var outcome = await SavedPage.ReadAsync(Encoding.UTF8.GetBytes(content), "file:///folder/" + name);
        Assert.Equal(method, Assert.IsType<Readable>(outcome).Version.ExtractionMethod);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("<html><body><script>app()</script></body></html>")]
    public async Task An_empty_document_is_parked(string content) =>
        Assert.False(Assert.IsType<Unreadable>(await SavedPage.ReadAsync(Encoding.UTF8.GetBytes(content))).IsSkip);

    [Fact]
    public async Task A_pdf_without_the_program_says_what_to_install()
    {
        var options = new ReadingOptions { PdfTool = "no-such-program-for-pdf" };
        var outcome = Assert.IsType<Unreadable>(await SavedPage.ReadAsync("%PDF-1.7 x"u8.ToArray(), options: options));
        Assert.Contains("install poppler-utils", outcome.Reason, StringComparison.Ordinal);
        Assert.False(outcome.IsSkip);
    }
}

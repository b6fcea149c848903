using HypeWatch.Model;
using HypeWatch.Sources;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Sources;

public sealed class LocalInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_address_is_one_item()
    {
        var item = Assert.Single((await LocalInput.ExpandAsync("https://www.Lab.example/one/?utm_source=x", CancellationToken.None)).Items);

        Assert.Equal("https://www.lab.example/one/?utm_source=x", item.Url);
        Assert.Equal("https://lab.example/one", item.DocumentUrl);
        Assert.Equal(LocalInput.SourceName, item.Source);
    }

    [Theory]
    [InlineData("no-such-file.html", "no such file: no-such-file.html")]
    [InlineData("", "no such file")]
    [InlineData("ftp://lab.example/x", "not an address")]
    [InlineData("https://", "not an address")]
    [InlineData("https://user:secret@lab.example/", "not an address")]
    [InlineData("file://server/share", "not an address")]
    public async Task What_cannot_be_read_is_said(string argument, string message) =>
        Assert.Contains(message, (await Assert.ThrowsAsync<InputException>(() => LocalInput.ExpandAsync(argument, CancellationToken.None))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("plain.md")]
    [InlineData("a b#1?%20é.md")]
    public async Task The_address_of_a_file_leads_back_to_it(string name)
    {
        var file = folder.Write(name, "text");

        var item = Assert.Single((await LocalInput.ExpandAsync(file, CancellationToken.None)).Items);

        Assert.Equal(file, new Uri(item.Url).LocalPath);
        Assert.Equal(item.Url, item.DocumentUrl);
        Assert.Equal(item, Assert.Single((await LocalInput.ExpandAsync(item.Url, CancellationToken.None)).Items));
        Assert.Equal(ItemMetadata.None, item.Metadata);
    }

    [Fact]
    public async Task A_folder_is_walked_in_order_without_hidden_linked_and_sidecar_files()
    {
        folder.Write("b/two.md", "2");
        folder.Write("a/one.md", "1");
        folder.Write("a/deeper/zero.md", "0");
        folder.Write("a/source.json", "{}");
        folder.Write("a/.hidden.md", "h");
        folder.Write(".git/config.md", "h");
        folder.Write("c.md", "3");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.md"), Path.Combine(folder.Path, "c.md"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "loop"), folder.Path);

        Assert.Equal(["c.md", "a/one.md", "a/deeper/zero.md", "b/two.md"], (await ExpandAsync()).Items.Select(Relative));
    }

    [Fact]
    public async Task A_sidecar_describes_the_one_file_of_its_folder()
    {
        var file = folder.Write("copy.html", "<p>x");
        folder.Write("source.json", """{"url": "http://www.lab.example/one/", "title": "One", "release_family": "family-one"}""");

        var item = Assert.Single((await ExpandAsync()).Items);

        Assert.Equal("https://lab.example/one", item.DocumentUrl);
        Assert.Equal(("One", "family-one"), (item.Metadata.Title, item.Metadata.ReleaseHint));
        Assert.Equal(item, Assert.Single((await LocalInput.ExpandAsync(file, CancellationToken.None)).Items));
    }

    [Fact]
    public async Task Several_files_of_one_address_stay_apart_also_when_given_one_by_one()
    {
        var html = folder.Write("copy.html", "<p>x");
        folder.Write("copy.md", "x");
        folder.Write("source.json", """{"url": "https://lab.example/one"}""");

        Assert.Equal(["https://lab.example/one#copy.html", "https://lab.example/one#copy.md"], (await ExpandAsync()).Items.Select(item => item.DocumentUrl));
        Assert.Equal("https://lab.example/one#copy.html", Assert.Single((await LocalInput.ExpandAsync(html, CancellationToken.None)).Items).DocumentUrl);
    }

    [Fact]
    public async Task A_list_of_files_leaves_the_others_to_speak_for_themselves()
    {
        folder.Write("listed.html", "<p>x");
        folder.Write("other.html", "<p>y");
        folder.Write("source.json", """{"url": "https://lab.example/one", "title": "One", "files": [{"file": "listed.html"}]}""");

        var items = (await ExpandAsync()).Items;

        Assert.Equal(["One", null], items.Select(item => item.Metadata.Title));
        Assert.Equal("https://lab.example/one", items[0].DocumentUrl);
        Assert.StartsWith("file:///", items[1].DocumentUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_each_file_is_its_own_document_with_the_same_metadata()
    {
        folder.Write("a.md", "x");
        folder.Write("b.md", "y");
        folder.Write("source.json", """{"url": null, "title": "Both"}""");

        var items = (await ExpandAsync()).Items;

        Assert.All(items, item => Assert.Equal((item.Url, "Both"), (item.DocumentUrl, item.Metadata.Title)));
        Assert.Equal(2, items.Select(item => item.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_files_own_sidecar_goes_before_that_of_its_folder()
    {
        folder.Write("post.md", "x");
        folder.Write("post.md.source.json", """{"url": "https://lab.example/post", "title": "By full name"}""");
        folder.Write("talk.md", "x");
        folder.Write("talk.source.json", """{"url": "https://lab.example/talk", "title": "By stem"}""");
        folder.Write("rest.md", "x");
        folder.Write("source.json", """{"url": "https://lab.example/rest", "title": "Of the folder"}""");

        Assert.Equal(
            ["https://lab.example/post|By full name", "https://lab.example/rest|Of the folder", "https://lab.example/talk|By stem"],
            (await ExpandAsync()).Items.Select(item => $"{item.DocumentUrl}|{item.Metadata.Title}"));
    }

    [Fact]
    public async Task A_malformed_sidecar_is_reported_and_its_files_are_read()
    {
        folder.Write("bad/a.md", "x");
        folder.Write("bad/source.json", "{ not json");
        folder.Write("good/b.md", "x");

        var input = await ExpandAsync();

        Assert.Equal(["bad/a.md", "good/b.md"], input.Items.Select(Relative));
        Assert.Contains("no valid JSON", Assert.Single(input.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sidecar_alone_is_no_document_and_an_empty_folder_says_so()
    {
        var sidecar = folder.Write("source.json", "{}");

        Assert.Contains("describes", (await Assert.ThrowsAsync<InputException>(() => LocalInput.ExpandAsync(sidecar, CancellationToken.None))).Message, StringComparison.Ordinal);
        var input = await ExpandAsync();
        Assert.Empty(input.Items);
        Assert.Contains("nothing to read", Assert.Single(input.Warnings), StringComparison.Ordinal);
    }

    private Task<ExpandedInput> ExpandAsync() => LocalInput.ExpandAsync(folder.Path, CancellationToken.None);

    private string Relative(SourceItem item) => Path.GetRelativePath(folder.Path, new Uri(item.Url).LocalPath);
}

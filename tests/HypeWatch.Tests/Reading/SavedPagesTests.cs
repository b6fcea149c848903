using System.Text;
using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Tests.Reading;

/// <summary>Each folder of tests/corpus that holds a page and its expected reading.</summary>
public sealed class SavedPagesTests
{
    public static TheoryData<string> Names =>
        [.. Directory.GetDirectories(SavedPage.Corpus).Where(folder => File.Exists(Path.Combine(folder, "expected.json")) && Directory.GetFiles(folder, "page.*").Length == 1).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_document_says_what_the_page_says(string name)
    {
        var (version, expected, _) = await SavedPage.ReadSavedAsync(name);
        var document = expected.GetProperty("document");
        Assert.Equal(document.GetProperty("title").GetString(), version.Document.Title);
        Assert.Equal(document.GetProperty("authors").EnumerateArray().Select(author => author.GetString()), version.Document.Authors);
        Assert.Equal(document.GetProperty("publisher").GetString(), version.Document.Publisher);
        Assert.Equal(document.GetProperty("published").GetString(), version.Document.Published.ToString());
        Assert.Equal(document.GetProperty("language").GetString(), version.Document.Language);
        Assert.Equal(document.GetProperty("kind").GetString(), version.Document.Kind.ToCode());
        if (document.TryGetProperty("canonicalUrl", out var canonical)) Assert.Equal(canonical.GetString(), version.Document.CanonicalUrl);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_text_holds_the_document_and_not_its_frame(string name)
    {
        var (version, expected, bytes) = await SavedPage.ReadSavedAsync(name);
        foreach (var words in expected.GetProperty("contains").EnumerateArray()) Assert.Contains(words.GetString()!, version.Text, StringComparison.Ordinal);
        foreach (var words in expected.GetProperty("lacks").EnumerateArray()) Assert.DoesNotContain(words.GetString()!, version.Text, StringComparison.Ordinal);
        if (expected.TryGetProperty("wholeFile", out _)) Assert.Equal(NormalizedText.From(Encoding.UTF8.GetString(bytes)), version.Text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_expected_sentence_is_one_passage_in_its_place(string name)
    {
        var (version, expected, _) = await SavedPage.ReadSavedAsync(name);
        foreach (var row in expected.GetProperty("passages").EnumerateArray())
        {
            var quote = row.GetProperty("quote").GetString()!;
            var found = version.Passages.Where(passage => version.TextOf(passage) == quote).ToList();
            Assert.True(found.Count > 0, $"no passage '{quote}' in:\n{string.Join('\n', version.Passages.Select(version.TextOf))}");
            var passage = row.TryGetProperty("last", out _) ? found[^1] : found[0];
            Assert.Equal((quote, row.GetProperty("place").GetString()), (quote, passage.Place.ToCode()));
            if (row.TryGetProperty("heading", out var heading)) Assert.Equal(heading.GetString(), passage.Heading);
            if (row.TryGetProperty("speaker", out var speaker)) Assert.Equal(speaker.GetString(), passage.Speaker);
        }

        if (!expected.TryGetProperty("absentPassages", out var absent)) return;
        foreach (var words in absent.EnumerateArray()) Assert.DoesNotContain(version.Passages, passage => version.TextOf(passage).Contains(words.GetString()!, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Links_references_and_findings_are_kept(string name)
    {
        var (version, expected, _) = await SavedPage.ReadSavedAsync(name);
        foreach (var row in Rows(expected, "links"))
            Assert.Contains(version.Links, link => link.Span.Of(version.Text) == row.GetProperty("words").GetString() && link.Url == row.GetProperty("url").GetString());
        foreach (var (row, i) in Rows(expected, "references").Select((row, i) => (row, i)))
        {
            var reference = version.References[i];
            Assert.Equal(row.GetProperty("label").GetString(), reference.Label);
            Assert.Equal(row.GetProperty("year").GetInt32(), reference.Year);
            Assert.Equal(row.GetProperty("author").GetString(), reference.Authors[0]);
            Assert.Equal(row.GetProperty("title").GetString(), reference.Title);
            if (row.TryGetProperty("arxiv", out var arxiv)) Assert.Equal(arxiv.GetString(), reference.Arxiv);
            if (row.TryGetProperty("doi", out var doi)) Assert.Equal(doi.GetString(), reference.Doi);
        }

        foreach (var row in Rows(expected, "findings"))
            Assert.Contains(version.Findings, finding => finding.Kind == row.GetProperty("kind").GetString() && finding.Text.Contains(row.GetProperty("contains").GetString()!, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_span_lies_in_the_text_and_equals_what_it_says(string name)
    {
        var (version, _, _) = await SavedPage.ReadSavedAsync(name);
        Spans.AssertExact(version);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Reading_twice_gives_the_same_version(string name)
    {
        var (first, _, _) = await SavedPage.ReadSavedAsync(name);
        var (second, _, _) = await SavedPage.ReadSavedAsync(name);
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.Passages, second.Passages);
    }

    private static List<JsonElement> Rows(JsonElement expected, string name) => expected.TryGetProperty(name, out var rows) ? [.. rows.EnumerateArray()] : [];
}

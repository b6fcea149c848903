using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Reads an HTML page: metadata, main content, visible text, links, tables, footnotes, comments, bibliography.</summary>
internal static class HtmlText
{
    private const string Method = "html/2";

    /// <summary>Reads a page as it was fetched.</summary>
    /// <exception cref="UnreadableException">The page nests too deep.</exception>
    public static Extraction Read(string html, string address, string? statedTitle, int maxDepth)
    {
        var document = PageParser.Parse(html, maxDepth);
        var content = HtmlMainContent.Of(document, wholeBody: false);
        var metadata = HtmlMetadata.Read(document, content, address, html);
        var walked = Walk(document, content, address);
        var drafts = TitleBlock.Place(RelatedSections.Remove(walked.Drafts), metadata.Title ?? statedTitle);
        var assembled = AssembledText.From(drafts);
        return new(Method, assembled.Text, assembled.Blocks, assembled.Links, [.. walked.Findings, .. HiddenCharacters.In(html), .. InjectionCues.In(assembled.Text)], metadata, walked.References)
        {
            Tables = assembled.Tables, Discussion = new(walked.StatedComments, assembled.Comments), Origins = assembled.Origins,
        };
    }

    /// <summary>Reads a page that was made from Markdown, so that everything in its body belongs to the document.</summary>
    public static (List<BlockDraft> Drafts, IReadOnlyList<PageFinding> Findings, IReadOnlyList<Reference> References) ReadBody(string html, string address, int maxDepth)
    {
        var document = PageParser.Parse(html, maxDepth);
        var walked = Walk(document, HtmlMainContent.Of(document, wholeBody: true), address);
        return (walked.Drafts, walked.Findings, walked.References);
    }

    private static Walked Walk(PageDocument document, HtmlMainContent content, string address)
    {
        var bibliography = new List<Reference>();
        string? declared = null;
        foreach (var element in document.Root.Below())
        {
            if (element.Name == "script" && element["type"] is "text/bibtex" or "text/bibliography" || element.Name == "d-bibliography" && element.Below(1).All(inner => inner.Name != "script"))
                bibliography.AddRange(BibTex.Parse(element.RawText()));
            else if (element.Name == "base") declared ??= element["href"];
        }

        var citations = new CitationNumbers(bibliography);
        Uri.TryCreate(address, UriKind.Absolute, out var page);
        var baseAddress = declared is not null && Uri.TryCreate(page, declared, out var stated) ? stated : page;
        var walker = new HtmlWalker(content, baseAddress, citations);
        walker.Walk(content.Root);
        foreach (var thread in content.Threads) walker.Walk(thread);
        return new(BoldHeadings.Mark(walker.Finish()), walker.Findings, citations.References(), content.StatedComments);
    }

    private sealed record Walked(List<BlockDraft> Drafts, IReadOnlyList<PageFinding> Findings, IReadOnlyList<Reference> References, int? StatedComments);
}

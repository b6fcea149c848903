using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HypeWatch.Http;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Reads an HTML page: metadata, main content, visible text, links, footnotes, comments, bibliography.</summary>
internal static class HtmlText
{
    private const string Method = "html/1";

    /// <summary>Reads a page as it was fetched.</summary>
    /// <exception cref="UnreadableException">The page nests too deep.</exception>
    public static Extraction Read(string html, string address, string? statedTitle, int maxDepth)
    {
        var document = Parse(html, maxDepth);
        var content = HtmlMainContent.Of(document, wholeBody: false);
        var metadata = HtmlMetadata.Read(document);
        var (drafts, findings, references) = Walk(document, content, address);
        drafts = TitleBlock.Place(RelatedSections.Remove(drafts), metadata.Title ?? statedTitle);
        var assembled = AssembledText.From(drafts);
        return new(Method, assembled.Text, assembled.Blocks, assembled.Links, [.. findings, .. HiddenCharacters.In(html), .. InjectionCues.In(assembled.Text)], metadata, references);
    }

    /// <summary>Reads a page that was made from Markdown, so that everything in its body belongs to the document.</summary>
    public static (List<BlockDraft> Drafts, IReadOnlyList<PageFinding> Findings, IReadOnlyList<Reference> References) ReadBody(string html, string address, int maxDepth)
    {
        var document = Parse(html, maxDepth);
        return Walk(document, HtmlMainContent.Of(document, wholeBody: true), address);
    }

    private static IHtmlDocument Parse(string html, int maxDepth)
    {
        if (HtmlDepth.Of(html, maxDepth) > maxDepth)
            throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"the page nests more than {maxDepth} elements in each other and was not parsed; raise Reading:MaxTagDepth if it is genuine"));
        return new HtmlParser().ParseDocument(html);
    }

    private static (List<BlockDraft> Drafts, IReadOnlyList<PageFinding> Findings, IReadOnlyList<Reference> References) Walk(
        IHtmlDocument document, HtmlMainContent content, string address)
    {
        var bibliography = document.QuerySelectorAll("script[type='text/bibtex'], script[type='text/bibliography'], d-bibliography").Take(10)
            .Where(element => element.LocalName == "script" || element.QuerySelector("script") is null)
            .SelectMany(element => BibTex.Parse(element.TextContent)).ToList();
        var citations = new CitationNumbers(bibliography);
        var declared = document.QuerySelector("base[href]")?.GetAttribute("href");
        Uri.TryCreate(address, UriKind.Absolute, out var page);
        var baseAddress = declared is not null && Uri.TryCreate(page, declared, out var stated) ? stated : page;
        var walker = new HtmlWalker(content, baseAddress, citations);
        walker.Walk(content.Root);
        foreach (var thread in content.Threads) walker.Walk(thread);
        return (walker.Finish(), walker.Findings, citations.References());
    }
}

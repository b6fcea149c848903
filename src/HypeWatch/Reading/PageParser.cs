using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using HypeWatch.Http;

namespace HypeWatch.Reading;

/// <summary>Parses a page into <see cref="PageDocument"/> with AngleSharp's tokenizer and tree builder (HTML Standard, 13.2).</summary>
internal static class PageParser
{
    /// <summary>Parses a page.</summary>
    /// <exception cref="UnreadableException">The page nests deeper than <paramref name="maxDepth"/>.</exception>
    public static PageDocument Parse(string html, int maxDepth)
    {
        // Counting tags is cheap; a tree builder takes time with the square of the depth. The tree's own count sees what the tags alone do not tell.
        if (HtmlDepth.Of(html, maxDepth) > maxDepth) throw PageDocument.TooDeep(maxDepth);
        var options = new HtmlParserOptions
        {
            ShouldEmitAttribute = PageAttributes.Keep, DisableElementPositionTracking = true, IsAcceptingCustomElementsEverywhere = false, MaximumDepth = int.MaxValue,
        };
        var context = BrowsingContext.New(Configuration.Default.With(new Nodes(maxDepth)));
        using var source = new TextSource(new StringTextSource(html));
        return new HtmlParser(options, context).ParseDocument<PageDocument, PageElement>(source, WithoutTemplates);
    }

    /// <summary>
    /// Takes templates for ordinary elements. Nobody sees what is in them, and the tree builder's own way with them (AngleSharp 1.10.3) ends in a null reference where a table's
    /// end tag stands in one.
    /// </summary>
    private static TokenConsumptionResult WithoutTemplates(ref StructHtmlToken token, TokenConsumer next)
    {
        if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag && token.Name == "template") token.Name = PageTag.Template;
        next(ref token);
        return TokenConsumptionResult.Continue;
    }

    /// <summary>Makes the nodes that the tree builder asks for.</summary>
    private sealed class Nodes(int maxDepth) : IDomConstructionElementFactory<PageDocument, PageElement>
    {
        public PageElement Create(PageDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None)
        {
            var tag = PageTag.Of(localName.Memory.Span);
            return new(document, tag, flags | tag.Flags);
        }

        public PageElement CreateNoScript(PageDocument document, bool scripting) => Of(document, "noscript");

        public IConstructableNode CreateDocumentType(PageDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) => new PageDoctype();

        public IConstructableMathElement CreateMath(PageDocument document, StringOrMemory name = default) => new PageMath(document, PageTag.Of(name.Memory.Span));

        public IConstructableSvgElement CreateSvg(PageDocument document, StringOrMemory name = default) => new PageSvg(document, PageTag.Of(name.Memory.Span));

        public IConstructableMetaElement CreateMeta(PageDocument document) => new PageMeta(document, PageTag.Of("meta"));

        public IConstructableScriptElement CreateScript(PageDocument document, bool parserInserted, bool started) => new PageScript(document, PageTag.Of("script"));

        public IConstructableFrameElement CreateFrame(PageDocument document) => new PageFrame(document, PageTag.Of("frame"));

        public IConstructableTemplateElement CreateTemplate(PageDocument document) => new PageTemplate(document, PageTag.Of("template"));

        public IConstructableFormElement CreateForm(PageDocument document) => new PageForm(document, PageTag.Of("form"));

        public PageElement CreateUnknown(PageDocument document, StringOrMemory tagName) => Create(document, tagName);

        public PageDocument CreateDocument(TextSource source, IBrowsingContext? context = null) => new(source, maxDepth);

        private static PageElement Of(PageDocument document, string name)
        {
            var tag = PageTag.Of(name);
            return new(document, tag, tag.Flags);
        }
    }

    private sealed class PageMath(PageDocument owner, PageTag tag) : PageElement(owner, tag, tag.Name switch
    {
        "mi" or "mo" or "mn" or "ms" or "mtext" => NodeFlags.MathMember | NodeFlags.MathTip | NodeFlags.Special | NodeFlags.Scoped,
        "annotation-xml" => NodeFlags.MathMember | NodeFlags.Special | NodeFlags.Scoped,
        _ => NodeFlags.MathMember,
    }), IConstructableMathElement;

    private sealed class PageSvg(PageDocument owner, PageTag tag) : PageElement(owner, tag, tag.Name switch
    {
        "foreignObject" or "desc" or "title" => NodeFlags.SvgMember | NodeFlags.HtmlTip | NodeFlags.Special | NodeFlags.Scoped,
        _ => NodeFlags.SvgMember,
    }), IConstructableSvgElement;

    private sealed class PageForm(PageDocument owner, PageTag tag) : PageElement(owner, tag, tag.Flags), IConstructableFormElement;

    private sealed class PageFrame(PageDocument owner, PageTag tag) : PageElement(owner, tag, tag.Flags), IConstructableFrameElement;

    private sealed class PageMeta(PageDocument owner, PageTag tag) : PageElement(owner, tag, tag.Flags), IConstructableMetaElement
    {
        public void Handle()
        {
        }
    }

    /// <summary>A script, which is never run.</summary>
    private sealed class PageScript(PageDocument owner, PageTag tag) : PageElement(owner, tag, tag.Flags), IConstructableScriptElement
    {
        public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;

        public bool Prepare(IConstructableDocument document) => false;
    }

    private sealed class PageTemplate(PageDocument owner, PageTag tag) : PageElement(owner, tag, tag.Flags), IConstructableTemplateElement
    {
        public void PopulateFragment()
        {
        }
    }
}

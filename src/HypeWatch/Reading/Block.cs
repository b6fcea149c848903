using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>What a stretch of text is on the page.</summary>
internal enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Caption,
    TableRow,
    Footnote,
    Code,
    /// <summary>An entry of a reference list.</summary>
    Reference,
    /// <summary>Authors, dates, affiliations: said about the document, not by it.</summary>
    Byline,
}

/// <summary>What the page says about a block, apart from its words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Depth of a heading, 1 to 6; else 0.</param>
/// <param name="Speaker">Who speaks, where it is not the document.</param>
/// <param name="IsComment">Belongs to a thread below the document.</param>
/// <param name="IsAppendix">The page marks it as appendix.</param>
internal sealed record BlockRole(BlockKind Kind, int Level = 0, string? Speaker = null, bool IsComment = false, bool IsAppendix = false);

/// <summary>A paragraph, heading, list item, row or note of the finished text.</summary>
internal sealed record Block(Span Span, BlockRole Role);

/// <summary>What a format's reader takes from a document before passages are cut.</summary>
/// <param name="Method">Reader and its version.</param>
/// <param name="Text">Normalised text.</param>
/// <param name="Blocks">In order, not overlapping.</param>
/// <param name="Links">Hyperlinks.</param>
/// <param name="Findings">Hidden or suspicious text.</param>
/// <param name="Metadata">What the page says about itself.</param>
/// <param name="Bibliography">References that stand outside the text, such as an inline BibTeX block.</param>
internal sealed record Extraction(
    string Method, string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<TextLink> Links, IReadOnlyList<PageFinding> Findings, PageMetadata Metadata,
    IReadOnlyList<Reference> Bibliography)
{
    /// <summary>Tables, cell by cell, made by <see cref="TableGrid"/>.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>The thread of comments.</summary>
    public Discussion Discussion { get; init; } = Discussion.None;

    /// <summary>Where in the text the words of each text node of a page begin.</summary>
    public IReadOnlyList<DraftOrigin> Origins { get; init; } = [];
}

/// <summary>What a page says about itself.</summary>
internal sealed record PageMetadata
{
    public string? Title { get; init; }
    /// <summary>Every title that the page states, the most trustworthy first.</summary>
    public IReadOnlyList<StatedTitle> Titles { get; init; } = [];
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Publisher { get; init; }
    public PublicationDate? Published { get; init; }
    /// <summary>Every date that the page states about itself, the most trustworthy first.</summary>
    public IReadOnlyList<StatedDate> Dates { get; init; } = [];
    public string? Language { get; init; }
    /// <summary>The page declares itself a scholarly article (citation meta tags, Distill elements).</summary>
    public bool IsScholarly { get; init; }
}

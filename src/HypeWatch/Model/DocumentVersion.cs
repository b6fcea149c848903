namespace HypeWatch.Model;

/// <summary>Where in a document a passage stands (specification 1, passage).</summary>
public enum Place
{
    /// <summary>The title.</summary>
    Title,
    /// <summary>The abstract.</summary>
    Abstract,
    /// <summary>A list of key results, or a summary at the head.</summary>
    KeyResults,
    /// <summary>The introduction.</summary>
    Introduction,
    /// <summary>Related work.</summary>
    RelatedWork,
    /// <summary>Methods.</summary>
    Method,
    /// <summary>Results.</summary>
    Results,
    /// <summary>Discussion.</summary>
    Discussion,
    /// <summary>Limitations.</summary>
    Limitations,
    /// <summary>Conclusion.</summary>
    Conclusion,
    /// <summary>An appendix.</summary>
    Appendix,
    /// <summary>A figure's caption.</summary>
    FigureCaption,
    /// <summary>A table.</summary>
    Table,
    /// <summary>A footnote.</summary>
    Footnote,
    /// <summary>A news headline.</summary>
    Headline,
    /// <summary>The opening paragraph of a news text.</summary>
    Lede,
    /// <summary>Running text without a more exact place.</summary>
    Body,
    /// <summary>Promotional text of the release's own organisation.</summary>
    Promo,
    /// <summary>A social post.</summary>
    Social,
    /// <summary>A comment.</summary>
    Comment,
    /// <summary>A policy text.</summary>
    Policy,
    /// <summary>Something else, such as a reference list.</summary>
    Other,
}

/// <summary>One sentence, heading, caption or cell row of a version.</summary>
/// <param name="Index">Position in the version, from 0.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Place">In which part of the document.</param>
/// <param name="Heading">Headings above it, outermost first, joined by " > "; empty when there is none.</param>
/// <param name="Paragraph">Paragraph number in the version, from 0.</param>
/// <param name="Sentence">Sentence number in its paragraph, from 0.</param>
/// <param name="Speaker">Who speaks, where the page says so (a comment's author, a quoted block); null for the document's own voice.</param>
public sealed record Passage(int Index, Span Span, Place Place, string Heading, int Paragraph, int Sentence, string? Speaker = null)
{
    /// <summary>The speaker of a quoted block whose source the page does not name.</summary>
    public const string UnnamedSpeaker = "quoted";
}

/// <summary>One entry of a reference list, or one citation target of a web text.</summary>
/// <param name="Index">Position in the list, from 0.</param>
/// <param name="Text">The entry as printed.</param>
/// <param name="Span">Where it stands in the text; null when it came from elsewhere (a bibliography file).</param>
/// <param name="Title">Title, when it could be parsed.</param>
/// <param name="Authors">Family names, in order, as far as parsed.</param>
/// <param name="Year">Year, when it could be parsed.</param>
/// <param name="Doi">DOI in lower case.</param>
/// <param name="Arxiv">arXiv identifier without version.</param>
/// <param name="Url">Address.</param>
/// <param name="Label">The marker by which the text cites it, for example <c>12</c> or a BibTeX key.</param>
/// <param name="Venue">Journal, proceedings or series, when it could be parsed.</param>
public sealed record Reference(
    int Index, string Text, Span? Span, string? Title, IReadOnlyList<string> Authors, int? Year, string? Doi, string? Arxiv, string? Url, string? Label = null, string? Venue = null);

/// <summary>A hyperlink in the running text.</summary>
/// <param name="Span">The linked words; may be empty when the link had none.</param>
/// <param name="Url">Absolute http(s) address.</param>
public sealed record TextLink(Span Span, string Url);

/// <summary>Something on a page that a reader does not see, or that addresses a language model.</summary>
/// <param name="Kind">What was found, for example <c>hidden_element</c>, <c>zero_width</c>, <c>injection_suspected</c>.</param>
/// <param name="Text">The hidden words, at most 500 characters.</param>
/// <param name="Path">Where in the page it stands, as an XPath of the parsed page; null when it stands in no one place.</param>
public sealed record PageFinding(string Kind, string Text, string? Path = null);

/// <summary>One fetched state of a document, as clean text with everything that is addressed by offset into it.</summary>
/// <param name="Id">Follows from the document and the text's hash.</param>
/// <param name="Document">The document, with the metadata read from this version.</param>
/// <param name="Snapshot">The archived bytes that the text was derived from.</param>
/// <param name="Text">Normalised text (see <see cref="NormalizedText"/>); every offset refers to it.</param>
/// <param name="TextSha256">SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal.</param>
/// <param name="ExtractionMethod">Reader and its version, for example <c>html/1</c>.</param>
/// <param name="Passages">Sentences in order.</param>
/// <param name="References">The reference list.</param>
/// <param name="Links">Hyperlinks of the running text.</param>
/// <param name="Findings">Hidden or suspicious text that was left out.</param>
public sealed record DocumentVersion(
    VersionId Id, Document Document, SnapshotId Snapshot, string Text, string TextSha256, string ExtractionMethod,
    IReadOnlyList<Passage> Passages, IReadOnlyList<Reference> References, IReadOnlyList<TextLink> Links, IReadOnlyList<PageFinding> Findings)
{
    /// <summary>Tables, cell by cell; their rows are passages too.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Every title that the page states, the most trustworthy first: what it tells readers may differ from what it tells networks.</summary>
    public IReadOnlyList<StatedTitle> Titles { get; init; } = [];

    /// <summary>Every date that the page states about itself, the most trustworthy first.</summary>
    public IReadOnlyList<StatedDate> Dates { get; init; } = [];

    /// <summary>The thread of comments below the document.</summary>
    public Discussion Discussion { get; init; } = Discussion.None;

    /// <summary>Whether the page was seen to speak to language models: such a page is not trusted to speak to one of anything.</summary>
    public bool SpeaksToModels() => Findings.Any(finding => finding.Kind == "injection_suspected");

    /// <summary>The words of a passage.</summary>
    public string TextOf(Passage passage) => passage.Span.Of(Text);

    /// <summary>The passage that a span starts in; null when it starts between passages.</summary>
    public Passage? PassageAt(Span span)
    {
        int low = 0, high = Passages.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var passage = Passages[middle];
            if (span.Start < passage.Span.Start) high = middle - 1;
            else if (span.Start >= passage.Span.End) low = middle + 1;
            else return passage;
        }

        return null;
    }
}

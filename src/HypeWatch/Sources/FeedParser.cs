using System.Text;
using System.Xml;
using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>
/// Reads RSS 0.9x, 1.0 (RDF) and 2.0, Atom 1.0 and 0.3 as a stream: no DTD is processed and nothing is resolved (threats 13 and 14), nesting is bounded
/// (threat 15), and what was read before a defect is kept.
/// </summary>
internal sealed class FeedParser
{
    private const int DeepestNesting = 100;
    private const int MostEntries = 5_000;
    private const int LongestText = 50_000;

    // Elements of other vocabularies (media:title, itunes:author) describe something else than the entry.
    private static readonly HashSet<string> Vocabularies = new(StringComparer.Ordinal)
    {
        "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2",
        "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/dc/elements/1.1/", "http://purl.org/rss/1.0/modules/content/",
    };

    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = false,
    };

    private readonly List<FeedEntry> entries = [];
    private readonly List<string> feedAuthors = [];
    private Draft? draft;
    private bool isFeed;

    private FeedParser()
    {
    }

    /// <summary>Reads a feed.</summary>
    /// <param name="text">The feed as characters.</param>
    public static FeedContent Parse(string text)
    {
        var parser = new FeedParser();
        using var reader = XmlReader.Create(new StringReader(text), ReaderSettings);
        try
        {
            var defect = parser.Read(reader);
            return new(parser.isFeed, parser.entries, defect);
        }
        catch (XmlException exception)
        {
            parser.EndEntry();
            return new(parser.isFeed, parser.entries, $"malformed XML: {exception.Message}");
        }
    }

    private string? Read(XmlReader reader)
    {
        var more = reader.Read();
        while (more)
        {
            if (reader.Depth > DeepestNesting) return FormattableString.Invariant($"nested deeper than {DeepestNesting} levels");
            if (reader.NodeType == XmlNodeType.EndElement && IsEntry(reader)) EndEntry();
            if (entries.Count >= MostEntries) return FormattableString.Invariant($"more than {MostEntries} entries");

            // Reading an element's text leaves the reader on what follows it.
            more = reader.NodeType == XmlNodeType.Element && Element(reader) ? !reader.EOF : reader.Read();
        }

        return null;
    }

    // True when the element was read to its end.
    private bool Element(XmlReader reader)
    {
        if (!Vocabularies.Contains(reader.NamespaceURI) && reader.LocalName is not "RDF") return false;
        var name = reader.LocalName.ToLowerInvariant();
        isFeed |= name is "rss" or "rdf" or "feed" or "channel";
        if (IsEntry(reader))
        {
            EndEntry();
            draft = new Draft();
            if (reader.IsEmptyElement) EndEntry();
            return false;
        }

        // Where an entry was copied from, and who helped with it: their titles and names are not the entry's.
        if (name is "source" or "contributor" or "textinput" or "image")
        {
            reader.Skip();
            return true;
        }

        if (name == "link") return Link(reader);
        if (draft is null) return name == "name" && reader.Depth == 2 && Take(reader, feedAuthors.Add);
        return name switch
        {
            "title" => Take(reader, text => draft.Title ??= text),
            "guid" => reader.GetAttribute("isPermaLink") is not "false" && Take(reader, text => draft.Guid = text),
            "pubdate" or "published" or "issued" or "date" => Take(reader, text => draft.Published ??= StatedDate.Find(text, "feed")),
            "updated" or "modified" => Take(reader, text => draft.Updated ??= StatedDate.Find(text, "feed")),
            // An Atom author is an element with a name in it; an RSS author is text.
            "author" => reader.NamespaceURI is "" && Take(reader, text => draft.Authors.Add(MailAuthor(text))),
            "name" => Take(reader, draft.Authors.Add),
            "creator" => Take(reader, text => draft.Authors.AddRange(Names(text))),
            "category" or "description" or "summary" or "encoded" or "content" or "subject" => Take(reader, text => draft.Summary.Append(text).Append(' ')),
            _ => false,
        };
    }

    private bool Link(XmlReader reader)
    {
        if (draft is null) return false;
        if (reader.GetAttribute("href") is { } href)
        {
            // Of Atom's links only the alternate is the document itself.
            if (reader.GetAttribute("rel") is null or "alternate") draft.Link ??= Resolve(reader.BaseURI, reader.GetAttribute("xml:base"), href);
            return false;
        }

        return Take(reader, text => draft.Link ??= text);
    }

    private static string Resolve(string inherited, string? own, string href) =>
        Uri.TryCreate(own ?? inherited, UriKind.Absolute, out var at) && Uri.TryCreate(at, href, out var whole) ? whole.AbsoluteUri : href;

    private static bool Take(XmlReader reader, Action<string> keep)
    {
        if (reader.IsEmptyElement) return false;
        var depth = reader.Depth;
        var text = new StringBuilder();
        while (reader.Read() && reader.Depth > depth)
        {
            // Mark-up nested here (Atom's xhtml) is left to the depth check of whoever made it.
            if (reader.Depth > DeepestNesting) throw new XmlException(FormattableString.Invariant($"nested deeper than {DeepestNesting} levels"));
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && text.Length < LongestText)
                text.Append(reader.Value);
        }

        if (FeedText.Plain(text.Length > LongestText ? text.ToString(0, LongestText) : text.ToString()) is { Length: > 0 } plain) keep(plain);
        reader.Read();
        return true;
    }

    private void EndEntry()
    {
        if (draft is null) return;
        entries.Add(new(
            draft.Link ?? draft.Guid, draft.Title ?? "", draft.Published ?? draft.Updated, draft.Authors.Count > 0 ? draft.Authors : [.. feedAuthors], draft.Summary.ToString()));
        draft = null;
    }

    private static bool IsEntry(XmlReader reader) => reader.LocalName is "item" or "entry" && Vocabularies.Contains(reader.NamespaceURI);

    // RSS 2.0: "ann@example.org (Ann Example)".
    private static string MailAuthor(string text) =>
        text.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && text.EndsWith(')') && text.Contains('@', StringComparison.Ordinal) ? text[(open + 1)..^1].Trim() : text;

    // arXiv lists all authors in one dc:creator; "Example, Ann" is one name, since no part of it holds a first and a last name.
    private static string[] Names(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.All(part => part.Contains(' ', StringComparison.Ordinal)) ? parts : [text];
    }

    private sealed class Draft
    {
        public string? Link { get; set; }

        public string? Guid { get; set; }

        public string? Title { get; set; }

        public PublicationDate? Published { get; set; }

        public PublicationDate? Updated { get; set; }

        public List<string> Authors { get; } = [];

        public StringBuilder Summary { get; } = new();
    }
}

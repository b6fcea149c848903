using System.Text;
using System.Xml;

namespace HypeWatch.Sources.Apis;

/// <summary>
/// XML as a stranger sent it: no DTD is processed and nothing is resolved (threats 13 and 14), depth and size are bounded (threat 15), and what was read before a
/// defect is kept. Elements of well-known vocabularies have the usual prefix in their name, whatever prefix the sender chose.
/// </summary>
internal sealed class XmlView(string name)
{
    private const int DeepestNesting = 100;
    private const int MostElements = 500_000;

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes:", ["http://arxiv.org/schemas/atom"] = "arxiv:", ["http://search.yahoo.com/mrss/"] = "media:",
        ["http://www.youtube.com/xml/schemas/2015"] = "yt:", ["http://purl.org/dc/elements/1.1/"] = "dc:", ["http://purl.org/rss/1.0/modules/content/"] = "content:",
        ["http://a9.com/-/spec/opensearch/1.1/"] = "opensearch:", ["https://podcastindex.org/namespace/1.0"] = "podcast:",
        ["https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"] = "podcast:", ["http://www.w3.org/2005/Atom"] = "", ["http://purl.org/rss/1.0/"] = "",
    };

    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = false,
    };

    private readonly Dictionary<string, string> attributes = new(StringComparer.Ordinal);
    private readonly List<XmlView> children = [];
    private readonly StringBuilder words = new();

    /// <summary>Its name, with the usual prefix of its vocabulary.</summary>
    public string Name { get; } = name;

    /// <summary>The elements in it, in order.</summary>
    public IReadOnlyList<XmlView> Children => children;

    /// <summary>All characters in it and in the elements below, trimmed.</summary>
    public string Words => ApiText.Legible(words.ToString()).Trim();

    /// <summary>An attribute by its local name; null when it is not there.</summary>
    public string? Attribute(string attribute) => attributes.GetValueOrDefault(attribute);

    /// <summary>The first child of a name; null when there is none.</summary>
    public XmlView? Child(string child) => children.Find(candidate => candidate.Name == child);

    /// <summary>The words of the first child of a name; null when there is none or it is empty.</summary>
    public string? Text(string child) => Child(child)?.Words is { Length: > 0 } text ? text : null;

    /// <summary>Whether its end was read.</summary>
    private bool IsWhole { get; set; }

    /// <summary>The elements of a name, wherever they stand below this one, as far as they are whole.</summary>
    public IEnumerable<XmlView> All(string element)
    {
        foreach (var child in children)
        {
            if (child.Name == element && child.IsWhole) yield return child;
            foreach (var below in child.All(element)) yield return below;
        }
    }

    /// <summary>Reads XML.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="defect">Why the reading ended early; null when it did not.</param>
    /// <param name="isCut">Whether the text ends too early rather than being wrong.</param>
    public static XmlView Parse(string text, out string? defect, out bool isCut)
    {
        var root = new XmlView("");
        defect = null;
        isCut = false;
        using var reader = XmlReader.Create(new StringReader(text), ReaderSettings);
        try
        {
            defect = Fill(root, reader);
        }
        catch (XmlException exception)
        {
            isCut = exception.LineNumber > 0 && text.AsSpan().TrimEnd().Count('\n') + 1 <= exception.LineNumber && exception.Message.Contains("end of file", StringComparison.OrdinalIgnoreCase);
            defect = isCut ? "the answer ends in the middle" : FormattableString.Invariant($"malformed XML in line {exception.LineNumber}");
        }

        return root;
    }

    private static string? Fill(XmlView root, XmlReader reader)
    {
        var open = new Stack<XmlView>([root]);
        var count = 0;
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting) return FormattableString.Invariant($"nested deeper than {DeepestNesting} levels");
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > MostElements) return FormattableString.Invariant($"more than {MostElements} elements");
                    var element = new XmlView(NameOf(reader));
                    var isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute()) element.attributes.TryAdd(reader.LocalName, ApiText.Legible(reader.Value));
                    open.Peek().children.Add(element);
                    if (isEmpty) element.IsWhole = true;
                    else open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    var ended = open.Pop();
                    ended.IsWhole = true;
                    if (open.Count > 1) open.Peek().words.Append(ended.words);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Peek().words.Append(reader.Value);
                    break;
            }
        }

        return null;
    }

    private static string NameOf(XmlReader reader) =>
        Prefixes.TryGetValue(reader.NamespaceURI, out var prefix) ? prefix + reader.LocalName : reader.Name;
}

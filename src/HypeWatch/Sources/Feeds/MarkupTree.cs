using System.Net;
using System.Text.RegularExpressions;

namespace HypeWatch.Sources.Feeds;

/// <summary>An element tree as far as it could be read.</summary>
/// <param name="Root">The outermost element; null when there is none.</param>
/// <param name="Doctype">The document type declaration; empty when there is none.</param>
/// <param name="Defect">The first thing that is no well-formed XML; null when everything is.</param>
/// <param name="IsCut">Whether the reading ended before the text did, or the text before its elements.</param>
internal sealed record MarkupDocument(MarkupNode? Root, string Doctype, string? Defect, bool IsCut);

/// <summary>
/// Reads XML as feeds really write it. It never stops at a defect, knows no declared entities and resolves nothing, so that expansion and outside
/// references (threats 13 and 14) cannot happen; nesting and the number of elements are bounded (threat 15), and every character is looked at a bounded number of times.
/// </summary>
internal sealed partial class MarkupTree
{
    private const int DeepestNesting = 100;
    private const int MostNodes = 500_000;
    private const int MostDeclarations = 200;

    private readonly string text;
    private readonly List<MarkupNode> open = [];
    private readonly List<(int Depth, string Prefix, string Space)> declared = [];
    private readonly List<MarkupAttribute> attributes = [];
    private MarkupNode? root;
    private string doctype = "";
    private string? defect;
    private bool isCut;
    private int nodes;

    private MarkupTree(string text) => this.text = text;

    /// <summary>Reads a text.</summary>
    public static MarkupDocument Parse(string text)
    {
        var tree = new MarkupTree(text);
        tree.Read();
        return new(tree.root, tree.doctype, tree.defect, tree.isCut);
    }

    private void Read()
    {
        var i = 0;
        while (i >= 0 && i < text.Length)
        {
            var tag = text.IndexOf('<', i);
            if (tag < 0) tag = text.Length;
            if (tag > i) Characters(i, tag);
            if (tag == text.Length) break;
            i = Next(tag);
        }

        if (isCut || (i >= 0 && open.Count == 0)) return;
        isCut = true;
        Fault(i < 0 ? "a tag, comment or section does not end" : $"<{open[^1].Name}> is not closed");
    }

    // Reads what begins at a '<'; the place behind it, or -1 when the reading ends.
    private int Next(int at)
    {
        if (at + 1 >= text.Length) return Literal(at);
        var c = text[at + 1];
        if (c == '/') return EndTag(at);
        if (c == '?') return Behind("?>", at + 2);
        if (c == '!')
        {
            if (text.AsSpan(at).StartsWith("<!--")) return Behind("-->", at + 4);
            if (text.AsSpan(at).StartsWith("<![CDATA[")) return Section(at + 9);
            return text.AsSpan(at).StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? Doctype(at) : Literal(at);
        }

        return char.IsLetter(c) || c is '_' ? StartTag(at) : Literal(at);
    }

    private int StartTag(int at)
    {
        var end = MarkupTag.Read(text, at, attributes, out var nameEnd, out var isEmpty);
        if (end < 0) return -1;
        if (open.Count >= DeepestNesting) return Stop(FormattableString.Invariant($"nested deeper than {DeepestNesting} levels"));
        if (++nodes > MostNodes) return Stop(FormattableString.Invariant($"more than {MostNodes} elements"));

        var node = Make(text[(at + 1)..nameEnd]);
        if (open.Count > 0) open[^1].Add(node);
        else if (root is null) root = node;
        else Fault("a second outermost element");
        if (isEmpty) Leave(open.Count);
        else open.Add(node);
        return end;
    }

    private int Stop(string why)
    {
        defect = why;
        isCut = true;
        return text.Length;
    }

    private MarkupNode Make(string name)
    {
        List<KeyValuePair<string, string>> read = [];
        foreach (var attribute in attributes)
        {
            if (!attribute.IsQuoted) Fault("an attribute without quotation marks");
            var value = Decoded(text.AsSpan(attribute.Start, attribute.End - attribute.Start));
            if (attribute.Name is "xmlns") Declare("", value, name);
            else if (attribute.Name.StartsWith("xmlns:", StringComparison.Ordinal)) Declare(attribute.Name[6..], value, name);
            read.Add(new(attribute.Name, value));
        }

        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon > 0 ? name[..colon] : "";
        return new(prefix, colon > 0 ? name[(colon + 1)..] : name, SpaceOf(prefix), read, open.Count > 0 ? open[^1] : null);
    }

    private void Declare(string prefix, string address, string element)
    {
        if (declared.Count >= MostDeclarations) return;
        var space = FeedVocabularies.OfAddress(address, prefix);
        // A feed of some draft or fork whose own address nobody knows is still what its outermost element says.
        if (space == FeedVocabularies.Unknown && open.Count == 0) space = element.Equals("feed", StringComparison.OrdinalIgnoreCase) ? "atom" : "rss";
        declared.Add((open.Count, prefix, space));
    }

    private string SpaceOf(string prefix)
    {
        for (var i = declared.Count - 1; i >= 0; i--)
        {
            if (declared[i].Prefix == prefix) return declared[i].Space;
        }

        if (prefix.Length > 0) Fault($"the prefix {prefix} is not declared");
        return FeedVocabularies.OfPrefix(prefix);
    }

    private void Leave(int depth)
    {
        while (declared.Count > 0 && declared[^1].Depth >= depth) declared.RemoveAt(declared.Count - 1);
    }

    private int EndTag(int at)
    {
        var nameEnd = MarkupTag.NameEnd(text, at + 2);
        var end = text.IndexOf('>', nameEnd);
        if (end < 0) return -1;
        var name = text.AsSpan(at + 2, nameEnd - at - 2);
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (!IsCalled(open[i], name)) continue;
            if (i < open.Count - 1) Fault($"<{open[^1].Name}> is not closed");
            open.RemoveRange(i, open.Count - i);
            Leave(i);
            return end + 1;
        }

        Fault($"</{name.ToString()}> closes nothing");
        return end + 1;
    }

    private static bool IsCalled(MarkupNode node, ReadOnlySpan<char> name)
    {
        if (node.Prefix.Length == 0) return name.Equals(node.Name, StringComparison.OrdinalIgnoreCase);
        return name.Length == node.Prefix.Length + node.Name.Length + 1 && name[node.Prefix.Length] == ':' &&
            name.StartsWith(node.Prefix, StringComparison.OrdinalIgnoreCase) && name.EndsWith(node.Name, StringComparison.OrdinalIgnoreCase);
    }

    private int Section(int from)
    {
        var end = text.IndexOf("]]>", from, StringComparison.Ordinal);
        if (open.Count > 0) open[^1].Add(text[from..(end < 0 ? text.Length : end)]);
        return end < 0 ? -1 : end + 3;
    }

    private int Doctype(int at)
    {
        var inside = 0;
        for (var i = at; i < text.Length; i++)
        {
            if (text[i] == '[') inside++;
            else if (text[i] == ']') inside--;
            else if (text[i] is '"' or '\'' && (i = text.IndexOf(text[i], i + 1)) < 0) return -1;
            else if (text[i] == '>' && inside <= 0)
            {
                doctype = text[at..(i + 1)];
                return i + 1;
            }
        }

        return -1;
    }

    private int Literal(int at)
    {
        Fault("a < that begins no tag");
        if (open.Count > 0) open[^1].Add("<");
        return at + 1;
    }

    private int Behind(string mark, int from) => text.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : -1;

    private void Characters(int from, int to)
    {
        if (open.Count > 0) open[^1].Add(Decoded(text.AsSpan(from, to - from)));
        else if (!text.AsSpan(from, to - from).IsWhiteSpace()) Fault("characters outside of all elements");
    }

    // The five entities of XML, numbers, and the names of HTML; everything else stays as it is written. A number that is no character becomes U+FFFD, and no NUL
    // gets in: no database takes one.
    private static string Decoded(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('&')) return raw.ToString();
        var decoded = WebUtility.HtmlDecode(raw.ToString()).Replace('\0', '\uFFFD');
        return decoded.Contains("&#", StringComparison.Ordinal) ? NoCharacter().Replace(decoded, "\uFFFD") : decoded;
    }

    [GeneratedRegex("&#(?:[0-9]{1,10}|x[0-9A-Fa-f]{1,8});", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoCharacter();

    private void Fault(string what) => defect ??= "malformed XML: " + what;
}

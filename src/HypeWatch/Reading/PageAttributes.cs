using System.Collections.Frozen;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace HypeWatch.Reading;

/// <summary>The attributes that the reader or the tree builder looks at; the others are dropped before they cost memory.</summary>
internal static class PageAttributes
{
    private static readonly FrozenSet<string> Kept = new[]
    {
        "class", "id", "style", "href", "hidden", "aria-hidden", "aria-modal", "aria-label", "itemprop", "itemtype", "itemscope", "property", "name", "content", "datetime", "title",
        "rel", "role", "lang", "xml:lang", "dir", "type", "key", "bibtex-key", "alttext", "start", "rowspan", "colspan", "charset", "http-equiv", "encoding", "open", "src", "align",
        "data-date", "data-time", "data-datetime", "data-timestamp", "data-published", "data-published-date", "data-utime", "data-testid", "data-author", "data-karma", "data-score",
        "data-comment-id", "data-id", "data-parent", "data-parent-id", "color", "face", "size", "pubdate", "action", "prompt", "depth", "indent", "width", "height", "data-type", "for", "alt",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Kept.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether an attribute is worth keeping.</summary>
    public static bool Keep(ref StructHtmlToken token, ReadOnlyMemory<char> name) => BySpan.Contains(name.Span);

    /// <summary>One string for each name that is kept.</summary>
    public static string NameOf(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var known) ? known : name.ToString();

    /// <summary>Whether a script of this type holds data about the document and no program.</summary>
    public static bool IsData(string type) => type is "application/ld+json" or "text/bibtex" or "text/bibliography" or "text/front-matter" or "text/json" or "application/json";
}

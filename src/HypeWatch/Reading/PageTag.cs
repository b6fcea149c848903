using System.Collections.Frozen;
using AngleSharp.Common;
using AngleSharp.Dom;

namespace HypeWatch.Reading;

/// <summary>What an element of a name is for a reader.</summary>
[Flags]
internal enum TagTraits
{
    None = 0,
    /// <summary>Begins on a line of its own.</summary>
    Block = 1,
    /// <summary>Has no words of its own for a reader: machinery, not concealment.</summary>
    Machinery = 2,
    /// <summary>Inside a table's cell it shows that the table lays out a page.</summary>
    CellBlock = 4,
    /// <summary>Holds running text.</summary>
    Paragraph = 8,
    /// <summary>A heading.</summary>
    Heading = 16,
    /// <summary>Keeps its paragraphs apart from those around it (Readability's list of block elements).</summary>
    Divider = 32,
    /// <summary>Can never be furniture as a whole.</summary>
    Protected = 64,
    /// <summary>Prints its words bold.</summary>
    Bold = 128,
    /// <summary>A list.</summary>
    List = 256,
}

/// <summary>The name of an element with what follows from it; one object for each name that the reader knows.</summary>
/// <param name="Name">Lower-case name.</param>
/// <param name="Flags">How the tree builder treats it (HTML Standard, 13.2.4.2; the values are AngleSharp's own).</param>
/// <param name="Traits">How the reader treats it.</param>
internal sealed record PageTag(string Name, NodeFlags Flags, TagTraits Traits)
{
    /// <summary>The name under which a template stands in the tree.</summary>
    public const string Template = "x-template";

    /// <summary>The name in the form in which the tree builder asks for it, hundreds of times for each element of a deep page.</summary>
    public StringOrMemory LocalName { get; } = Name;

    private static readonly FrozenDictionary<string, PageTag> Known = Table();

    private static readonly FrozenDictionary<string, PageTag>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The tag of a name; an unknown name is an element without traits.</summary>
    public static PageTag Of(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var tag) ? tag : new(name.ToString(), NodeFlags.HtmlMember, TagTraits.None);

    private static FrozenDictionary<string, PageTag> Table()
    {
        var flags = new Dictionary<string, NodeFlags>(StringComparer.Ordinal);
        const NodeFlags special = NodeFlags.Special | NodeFlags.HtmlMember;
        const NodeFlags implied = NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd | NodeFlags.HtmlMember;
        Add(NodeFlags.HtmlMember, "abbr annotation-xml audio bdi bdo canvas circle cite data datalist del desc dfn dialog foreignObject image ins kbd label legend map mark math meter mi mn mo ms mtext path picture progress q quote ruby samp slot span sub sup svg var video");
        Add(NodeFlags.HtmlMember, "annotation x-template d-article d-title d-byline d-abstract d-appendix d-figure d-code d-interstitial d-cite d-footnote d-front-matter d-bibliography d-citation-list d-footnote-list d-contents d-math d-toc dt-article dt-byline dt-appendix dt-banner dt-header dt-cite dt-fn next-route-announcer");
        Add(NodeFlags.HtmlMember | NodeFlags.HtmlFormatting, "a b big code em font i nobr s small strike strong tt u");
        Add(special, "address article aside blockquote button center colgroup details dir div dl fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup isindex listing main menu nav noscript output plaintext section select summary time title");
        Add(special | NodeFlags.Scoped, "applet caption marquee object");
        Add(special | NodeFlags.SelfClosing, "area base basefont bgsound br col embed frame hr img input keygen link menuitem meta param source track wbr");
        Add(special | NodeFlags.ImplicitlyClosed, "body tr");
        Add(special | implied, "dd dt li p");
        Add(special | NodeFlags.ImplicitlyClosed | NodeFlags.Scoped | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped, "html");
        Add(special | NodeFlags.LiteralText, "iframe noembed noframes script style xmp");
        Add(special | NodeFlags.HtmlListScoped, "ol ul");
        Add(implied | NodeFlags.HtmlSelectScoped, "optgroup option");
        Add(special | NodeFlags.LineTolerance, "pre textarea");
        Add(implied, "rb rp rt rtc");
        Add(special | NodeFlags.Scoped | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped, "table template");
        Add(special | NodeFlags.ImplicitlyClosed | NodeFlags.HtmlTableSectionScoped, "tbody tfoot thead");
        Add(special | NodeFlags.ImplicitlyClosed | NodeFlags.Scoped, "td th");
        var traits = new Dictionary<string, TagTraits>(StringComparer.Ordinal);
        Mark(TagTraits.Block, "p div section article main header footer aside ul ol li dl dt dd table thead tbody tfoot tr caption blockquote figure figcaption pre h1 h2 h3 h4 h5 h6 hr details summary address center fieldset form nav hgroup d-article d-title d-byline d-abstract d-appendix d-figure d-code d-interstitial dt-article dt-byline dt-appendix dt-banner body");
        Mark(TagTraits.Machinery, "script style template x-template noscript head svg canvas iframe frame object embed audio video select option textarea input button datalist d-front-matter d-bibliography d-citation-list d-footnote-list d-contents d-toc dt-header next-route-announcer annotation annotation-xml");
        Mark(TagTraits.CellBlock, "p div table ul ol section article h1 h2 h3 h4 blockquote pre");
        Mark(TagTraits.Paragraph, "p li blockquote pre td dd figcaption d-footnote h2 h3");
        Mark(TagTraits.Heading, "h1 h2 h3 h4 h5 h6");
        Mark(TagTraits.Divider, "blockquote dl div img ol p pre table ul");
        Mark(TagTraits.Protected, "html body main article d-article p span a li h1 h2 h3");
        Mark(TagTraits.Bold, "b strong");
        Mark(TagTraits.List, "ul ol");
        return flags.ToFrozenDictionary(entry => entry.Key, entry => new PageTag(entry.Key, entry.Value, traits.GetValueOrDefault(entry.Key)), StringComparer.Ordinal);

        void Add(NodeFlags value, string names)
        {
            foreach (var name in names.Split(' ')) flags[name] = value;
        }

        void Mark(TagTraits value, string names)
        {
            foreach (var name in names.Split(' ')) traits[name] = traits.GetValueOrDefault(name) | value;
        }
    }
}

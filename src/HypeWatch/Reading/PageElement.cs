using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace HypeWatch.Reading;

/// <summary>An element of a page: its children in an array, and those of its attributes that the reader looks at.</summary>
internal class PageElement(PageDocument owner, PageTag tag, NodeFlags flags) : PageNode, IConstructableElement, IConstructableNodeList, IConstructableNamedNodeMap
{
    private PageNode[] children = [];
    private (string Name, string Value)[] attributes = [];
    private int count;

    public PageTag Tag { get; } = tag;

    public string Name => Tag.Name;

    public string? Id => this["id"];

    public string? ClassName => this["class"];

    /// <summary>Number of elements around it.</summary>
    public int Depth { get; private set; }

    public ReadOnlySpan<PageNode> Children => children.AsSpan(0, count);

    /// <summary>Its number in the <see cref="PageOutline"/>; -1 outside of it.</summary>
    public int Number { get; set; } = -1;

    protected override string NodeName => Name;

    protected override NodeFlags Flags => flags;

    protected override IConstructableNodeList Nodes => this;

    StringOrMemory IConstructableElement.NamespaceUri => (flags & NodeFlags.SvgMember) != NodeFlags.None ? NamespaceNames.SvgUri : (flags & NodeFlags.MathMember) != NodeFlags.None ? NamespaceNames.MathMlUri : NamespaceNames.HtmlUri;

    StringOrMemory IConstructableElement.LocalName => Tag.LocalName;

    StringOrMemory IConstructableElement.Prefix => StringOrMemory.Empty;

    IConstructableNamedNodeMap IConstructableElement.Attributes => this;

    ISourceReference? IConstructableElement.SourceReference { get; set; }

    int IConstructableNodeList.Length => count;

    int IConstructableNamedNodeMap.Length => attributes.Length;

    IConstructableNode IConstructableNodeList.this[int index] => children[index];

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] => Find(name.Memory.Span) is var at and >= 0 ? new Attribute(this, at) : null;

    /// <summary>The value of an attribute; null when the element has none of that name.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (known, value) in attributes)
            {
                if (ReferenceEquals(known, name) || string.Equals(known, name, StringComparison.Ordinal)) return value;
            }

            return null;
        }
    }

    public override void AddNode(IConstructableNode node)
    {
        if (count == children.Length) Array.Resize(ref children, Math.Max(4, count * 2));
        children[count++] = Adopt(node);
    }

    public override void InsertNode(int idx, IConstructableNode childNode)
    {
        if (count == children.Length) Array.Resize(ref children, Math.Max(4, count * 2));
        Array.Copy(children, idx, children, idx + 1, count - idx);
        children[idx] = Adopt(childNode);
        count++;
    }

    public override void RemoveNode(int idx, IConstructableNode childNode)
    {
        Array.Copy(children, idx + 1, children, idx, count - idx - 1);
        children[--count] = null!;
        childNode.Parent = null!;
    }

    public override void RemoveChild(IConstructableNode childNode)
    {
        var at = Array.IndexOf(children, (PageNode)childNode, 0, count);
        if (at >= 0) RemoveNode(at, childNode);
    }

    public override void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
        if (!KeepsText) return;
        if (count > 0 && children[count - 1] is PageText last) last.Append(text.Memory.Span);
        else AddNode(new PageText(text.ToString()));
    }

    public override void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
        if (idx > 0 && idx <= count && children[idx - 1] is PageText before) before.Append(text.Memory.Span);
        else InsertNode(idx, new PageText(text.ToString()));
    }

    public void SetAttributes(StructAttributes tagAttributes)
    {
        attributes = new (string, string)[tagAttributes.Count];
        for (var i = 0; i < attributes.Length; i++) attributes[i] = (PageAttributes.NameOf(tagAttributes[i].Name.Memory.Span), tagAttributes[i].Value.ToString());
    }

    public void SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => SetOwnAttribute(name, value);

    public void SetOwnAttribute(StringOrMemory name, StringOrMemory value)
    {
        var at = Find(name.Memory.Span);
        if (at < 0)
        {
            at = attributes.Length;
            Array.Resize(ref attributes, at + 1);
        }

        attributes[at] = (PageAttributes.NameOf(name.Memory.Span), value.ToString());
    }

    public StringOrMemory GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) => Find(localName.Memory.Span) is var at and >= 0 ? attributes[at].Value : StringOrMemory.Empty;

    public bool HasAttribute(StringOrMemory name) => Find(name.Memory.Span) >= 0;

    public void SetupElement()
    {
    }

    public void AddComment(ref StructHtmlToken token) => AddNode(new PageComment(token.Data.ToString()));

    public IConstructableNode ShallowCopy() => new PageElement(owner, Tag, flags) { attributes = attributes };

    public void Clear() => (children, count) = ([], 0);

    public bool SameAs(IConstructableNamedNodeMap? other) => other is PageElement element && attributes.AsSpan().SequenceEqual(element.attributes);

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator() => children.Take(count).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => children.Take(count).GetEnumerator();

    private bool KeepsText => Tag.Name switch
    {
        "style" or "iframe" or "noembed" or "noframes" => false,
        "script" => this["type"] is { Length: > 0 } type && PageAttributes.IsData(type),
        _ => true,
    };

    private PageNode Adopt(IConstructableNode node)
    {
        var child = (PageNode)node;
        ((IConstructableNode)child).Parent = this;
        if (child is PageElement element) element.Depth = owner.Allow(Depth + 1);
        return child;
    }

    private int Find(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < attributes.Length; i++)
        {
            if (name.SequenceEqual(attributes[i].Name)) return i;
        }

        return -1;
    }

    private sealed class Attribute(PageElement owner, int at) : IConstructableAttr
    {
        public StringOrMemory Name => owner.attributes[at].Name;

        public StringOrMemory Value
        {
            get => owner.attributes[at].Value;
            set => owner.attributes[at].Value = value.ToString();
        }
    }
}

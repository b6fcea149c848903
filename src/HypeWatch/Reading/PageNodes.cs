using System.Text;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace HypeWatch.Reading;

/// <summary>
/// A node of a page as the reader needs it. AngleSharp's parser builds this tree instead of its own (<c>AngleSharp.Html.Construction</c>): the algorithm is the
/// standard's, and a page costs a fraction of the memory and of the walks.
/// </summary>
internal abstract class PageNode : IConstructableNode
{
    public PageElement? Parent { get; set; }

    StringOrMemory IConstructableNode.NodeName => NodeName;

    NodeFlags IConstructableNode.Flags => Flags;

    IConstructableNode? IConstructableNode.Parent
    {
        get => Outer;
        set => Outer = value;
    }

    IConstructableNodeList IConstructableNode.ChildNodes => Nodes;

    protected abstract string NodeName { get; }

    protected virtual NodeFlags Flags => NodeFlags.None;

    protected virtual IConstructableNodeList Nodes => NoNodes.None;

    private protected IConstructableNode? Outer
    {
        get => Parent is null ? Document : Parent;
        set => (Parent, Document) = (value as PageElement, value as PageDocument);
    }

    private protected PageDocument? Document { get; set; }

    public virtual void AddNode(IConstructableNode node) => throw new NotSupportedException();

    public virtual void InsertNode(int idx, IConstructableNode childNode) => throw new NotSupportedException();

    public virtual void RemoveNode(int idx, IConstructableNode childNode) => throw new NotSupportedException();

    public virtual void RemoveChild(IConstructableNode childNode) => throw new NotSupportedException();

    public virtual void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false) => throw new NotSupportedException();

    public virtual void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false) => throw new NotSupportedException();

    public void RemoveFromParent() => Outer?.RemoveChild(this);

    private sealed class NoNodes : IConstructableNodeList
    {
        public static NoNodes None { get; } = new();

        public int Length => 0;

        public IConstructableNode this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

        public void Clear()
        {
        }

        public IEnumerator<IConstructableNode> GetEnumerator() => Enumerable.Empty<IConstructableNode>().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>Words of a page.</summary>
internal sealed class PageText(string data) : PageNode
{
    private string data = data;
    private StringBuilder? more;

    public string Data
    {
        get
        {
            if (more is null) return data;
            data = more.ToString();
            more = null;
            return data;
        }
    }

    protected override string NodeName => "#text";

    public void Append(ReadOnlySpan<char> text) => (more ??= new StringBuilder(data)).Append(text);
}

/// <summary>A comment of the page's source, which no reader sees.</summary>
internal sealed class PageComment(string data) : PageNode
{
    public string Data { get; } = data;

    protected override string NodeName => "#comment";
}

/// <summary>The declaration at the head of a page; it says nothing to a reader.</summary>
internal sealed class PageDoctype : PageNode
{
    protected override string NodeName => "#doctype";
}

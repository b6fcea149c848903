using System.Globalization;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace HypeWatch.Reading;

/// <summary>A parsed page.</summary>
internal sealed class PageDocument(TextSource source, int maxDepth) : PageNode, IConstructableDocument, IConstructableNodeList
{
    private readonly List<PageNode> nodes = [];

    /// <summary>The html element.</summary>
    public PageElement Root => nodes.OfType<PageElement>().First();

    /// <summary>The body; the html element where a page has none.</summary>
    public PageElement Body => Child("body") ?? Child("frameset") ?? Root;

    /// <summary>The head, if there is one.</summary>
    public PageElement? Head => Child("head");

    public TextSource Source { get; } = source;

    public IDisposable? Builder { get; set; }

    public QuirksMode QuirksMode { get; set; }

    public bool IsLoading => false;

    IConstructableElement? IConstructableDocument.Head => Head;

    IConstructableElement IConstructableDocument.DocumentElement => nodes.OfType<PageElement>().FirstOrDefault()!;

    public int Length => nodes.Count;

    protected override string NodeName => "#document";

    protected override IConstructableNodeList Nodes => this;

    public IConstructableNode this[int index] => nodes[index];

    /// <summary>A depth as it is; refuses pages that nest deeper than allowed, for which a tree builder would take seconds (threats 5b).</summary>
    /// <exception cref="UnreadableException">The page nests too deep.</exception>
    public int Allow(int depth) => depth <= maxDepth
        ? depth
        : throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"the page nests more than {maxDepth} elements in each other and was not parsed; raise Reading:MaxTagDepth if it is genuine"));

    public override void AddNode(IConstructableNode node)
    {
        node.Parent = this;
        nodes.Add((PageNode)node);
    }

    public override void InsertNode(int idx, IConstructableNode childNode)
    {
        childNode.Parent = this;
        nodes.Insert(idx, (PageNode)childNode);
    }

    public override void RemoveNode(int idx, IConstructableNode childNode) => nodes.RemoveAt(idx);

    public override void RemoveChild(IConstructableNode childNode) => nodes.Remove((PageNode)childNode);

    public override void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
    }

    public void AddComment(ref StructHtmlToken token) => AddNode(new PageComment(token.Data.ToString()));

    public void PerformMicrotaskCheckpoint()
    {
    }

    public void ProvideStableState()
    {
    }

    public void TrackError(Exception exception) => throw exception;

    public Task WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    public Task FinishLoadingAsync() => Task.CompletedTask;

    public void ApplyManifest()
    {
    }

    public void Clear() => nodes.Clear();

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator() => nodes.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => nodes.GetEnumerator();

    private PageElement? Child(string name)
    {
        foreach (var child in Root.Children)
        {
            if (child is PageElement element && element.Name == name) return element;
        }

        return null;
    }
}

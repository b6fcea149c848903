using System.Text;

namespace HypeWatch.Sources.Feeds;

/// <summary>One element of a feed: its name, its attributes, and what stands in it, in order.</summary>
/// <param name="prefix">Prefix as written; empty when none.</param>
/// <param name="name">Local name as written.</param>
/// <param name="space">Short name of its vocabulary: see <see cref="FeedVocabularies"/>.</param>
/// <param name="attributes">Attributes in order, their values decoded.</param>
/// <param name="parent">The element around it; null for the outermost.</param>
internal sealed class MarkupNode(string prefix, string name, string space, IReadOnlyList<KeyValuePair<string, string>> attributes, MarkupNode? parent)
{
    private readonly List<object> content = [];

    /// <summary>Prefix as written.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Local name as written.</summary>
    public string Name { get; } = name;

    /// <summary>Local name in lower case.</summary>
    public string Key { get; } = name.ToLowerInvariant();

    /// <summary>Short name of the vocabulary.</summary>
    public string Space { get; } = space;

    /// <summary>Attributes in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; } = attributes;

    /// <summary>The element around it.</summary>
    public MarkupNode? Parent { get; } = parent;

    /// <summary>Elements directly in it.</summary>
    public IEnumerable<MarkupNode> Children => content.OfType<MarkupNode>();

    /// <summary>Whether an element stands in it.</summary>
    public bool HasChildren { get; private set; }

    /// <summary>The characters that stand directly in it, trimmed.</summary>
    public string Text => content switch
    {
        [] => "",
        [string only] => only.Trim(),
        _ => string.Concat(content.OfType<string>()).Trim(),
    };

    /// <summary>Its elements and characters, in order.</summary>
    internal IReadOnlyList<object> Content => content;

    /// <summary>An attribute by its name with prefix, ignoring case; null when it has none.</summary>
    public string? Attribute(string wanted)
    {
        foreach (var (key, value) in Attributes)
        {
            if (key.Equals(wanted, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    /// <summary>The first child with a key in a vocabulary.</summary>
    public MarkupNode? Child(string space, string key) => Children.FirstOrDefault(child => child.Key == key && child.Space == space);

    /// <summary>An inherited attribute of XML, such as <c>xml:lang</c>: that of the nearest element that has one; null when none has.</summary>
    public string? Inherited(string attribute)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.Attribute(attribute) is { } value) return value;
        }

        return null;
    }

    /// <summary>What stands in it as mark-up; with <paramref name="withoutWrapper"/> a single <c>div</c> or <c>body</c> around everything is left out.</summary>
    public string InnerMarkup(bool withoutWrapper)
    {
        var inside = this;
        if (withoutWrapper && Text.Length == 0 && Children.ToList() is [{ Key: "div" } only]) inside = only;
        var markup = new StringBuilder();
        MarkupWriter.WriteContent(inside, markup);
        return markup.ToString().Trim();
    }

    internal void Add(string text) => content.Add(text);

    internal void Add(MarkupNode child)
    {
        content.Add(child);
        HasChildren = true;
    }
}

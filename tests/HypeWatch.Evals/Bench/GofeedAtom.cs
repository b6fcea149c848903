using HypeWatch.Sources.Feeds;
using static HypeWatch.Evals.Bench.GofeedValues;

namespace HypeWatch.Evals.Bench;

/// <summary>gofeed's shape of Atom.</summary>
internal static class GofeedAtom
{
    public static Dictionary<string, object?> Shape(Feed feed)
    {
        var shape = Part(feed, feed.Node!);
        foreach (var (name, value) in Filled(("language", feed.Language), ("version", feed.Version))) shape[name] = value;
        shape["entries"] = feed.Items.Select(Entry).ToList();
        return shape;
    }

    private static Dictionary<string, object?> Entry(FeedItem item)
    {
        var shape = Part(item, item.Node!);
        shape.Remove("subtitle");
        foreach (var (name, value) in Filled(
            ("summary", Written(item.Summary)), ("published", item.Published?.Stated), ("publishedParsed", Parsed(item.Published)),
            ("content", item.Contents is [var content, ..] ? Filled(("src", content.Source), ("type", item.Node!.Children.First(child => child.Key == "content").Attribute("type")), ("value", Written(content))) : null),
            ("source", item.Node!.Child("atom", "source") is { } source ? Source(source) : null)))
            shape[name] = value;
        return shape;
    }

    // A source is a feed without its entries.
    private static Dictionary<string, object?> Source(MarkupNode source) => Part(AtomReader.Read(source, new TextConstructs(null, null)), source);

    private static Dictionary<string, object?> Part(FeedPart part, MarkupNode node) => Filled(
        ("title", Written(part.Title)), ("id", part.Id), ("updated", part.Updated?.Stated), ("updatedParsed", Parsed(part.Updated)), ("subtitle", Written((part as Feed)?.Subtitle)),
        ("links", part.Links.Select(link => Filled(("href", link.Href), ("hreflang", link.Language), ("rel", link.Rel), ("type", link.Type), ("title", link.Title), ("length", link.Length))).ToList()),
        ("generator", node.Child("atom", "generator") is { } generator
            ? Filled(("value", Text(generator)), ("uri", generator.Attribute("uri") ?? generator.Attribute("url")), ("version", generator.Attribute("version"))) : null),
        ("icon", Text(node.Child("atom", "icon"))), ("logo", Text(node.Child("atom", "logo"))), ("rights", Written(part.Rights)), ("contributors", part.Contributors.Select(Person).ToList()),
        ("authors", part.Authors.Select(Person).ToList()),
        ("categories", part.Categories.Select(category => Filled(("term", category.Term), ("scheme", category.Scheme), ("label", category.Label))).ToList()),
        ("extensions", Extensions(node, "atom")));

    // gofeed leaves out the wrapper of Atom 0.3's XHTML too.
    private static string? Written(TextConstruct? text)
    {
        if (text is null) return null;
        const string Open = "<div>", Close = "</div>";
        var isWrapped = text.Value.StartsWith(Open, StringComparison.Ordinal) && text.Value.EndsWith(Close, StringComparison.Ordinal) && text.Kind is FeedTextKind.Xhtml;
        return isWrapped ? text.Value[Open.Length..^Close.Length] : text.Value;
    }
}

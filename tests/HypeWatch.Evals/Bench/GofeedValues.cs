using System.Globalization;
using HypeWatch.Sources.Feeds;

namespace HypeWatch.Evals.Bench;

/// <summary>What gofeed's shapes have in common.</summary>
internal static class GofeedValues
{
    public static Dictionary<string, object?> Filled(params (string Name, object? Value)[] values) =>
        values.Where(value => value.Value is not (null or "" or System.Collections.ICollection { Count: 0 })).ToDictionary(value => value.Name, value => value.Value);

    public static string? Parsed(FeedTime? time) => time?.At?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Text(MarkupNode? node) => node is null ? null : node.HasChildren ? node.InnerMarkup(withoutWrapper: true) : node.Text;

    public static Dictionary<string, object?> Person(FeedPerson person) => Filled(("name", person.Name), ("email", person.Email), ("uri", person.Url));

    /// <summary>Elements of other vocabularies: by prefix, by name, in order.</summary>
    public static Dictionary<string, object?> Extensions(MarkupNode? node, string own)
    {
        var found = new Dictionary<string, object?>();
        foreach (var space in (node?.Children ?? []).Where(child => IsExtension(child, own)).GroupBy(child => child.Space))
            found[space.Key] = space.GroupBy(child => child.Name).ToDictionary(named => named.Key, object? (named) => named.Select(Extension).ToList());
        return found;
    }

    public static bool IsExtension(MarkupNode node, string own) => node.Space != own && node.Space is not ("rss" or "rdf" or FeedVocabularies.Unknown) && !(node.Space == "content" && node.Key == "encoded");

    public static Dictionary<string, object?> DublinCore(MarkupNode? node)
    {
        var found = new Dictionary<string, object?>();
        foreach (var named in (node?.Children ?? []).Where(child => child.Space == "dc").GroupBy(child => child.Key)) found[named.Key] = named.Select(Text).ToList();
        return found;
    }

    public static Dictionary<string, object?> Podcast(MarkupNode? node)
    {
        var found = new Dictionary<string, object?>();
        foreach (var child in (node?.Children ?? []).Where(child => child.Space == "itunes"))
        {
            switch (child.Key)
            {
                case "category":
                    if (!found.TryGetValue("categories", out var list)) found["categories"] = list = new List<object>();
                    ((List<object>)list!).Add(Category(child));
                    break;
                case "image":
                    found.TryAdd("image", child.Attribute("href"));
                    break;
                case "owner":
                    found.TryAdd("owner", Filled(("name", Text(child.Child("itunes", "name"))), ("email", Text(child.Child("itunes", "email")))));
                    break;
                default:
                    found.TryAdd(child.Name, Text(child));
                    break;
            }
        }

        return found;
    }

    private static Dictionary<string, object?> Category(MarkupNode node) =>
        Filled(("text", node.Attribute("text")), ("subcategory", node.Child("itunes", "category") is { } inner ? Category(inner) : null));

    private static Dictionary<string, object?> Extension(MarkupNode node) => new()
    {
        ["name"] = node.Name,
        ["value"] = node.Text,
        ["attrs"] = node.Attributes.Where(attribute => !attribute.Key.StartsWith("xmlns", StringComparison.Ordinal)).GroupBy(attribute => attribute.Key[(attribute.Key.IndexOf(':', StringComparison.Ordinal) + 1)..])
            .ToDictionary(attribute => attribute.Key, object? (attribute) => attribute.Last().Value),
        ["children"] = node.Children.GroupBy(child => child.Name).ToDictionary(named => named.Key, object? (named) => named.Select(Extension).ToList()),
    };
}

using System.Xml;
using System.Xml.Linq;
using HypeWatch.App.Web.Pages;
using HypeWatch.Queries.Tables;

namespace HypeWatch.App.Web.Lists;

/// <summary>A page of rows as an Atom feed (RFC 4287), so that any question can be followed.</summary>
internal static class AtomFeed
{
    private const int LongestTitle = 200;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed.</summary>
    /// <param name="page">The rows.</param>
    /// <param name="root">Address of the installation, without a slash at its end.</param>
    public static string Of(TablePage page, string root)
    {
        var table = page.Query.Table;
        var feed = new XElement(
            Atom + "feed", new XElement(Atom + "id", $"urn:hypewatch:{table.Name}{page.Query.Link()}"), new XElement(Atom + "title", $"HypeWatch {table.Name}"),
            new XElement(Atom + "author", new XElement(Atom + "name", "HypeWatch")), Link("self", $"{root}/{table.Name}.atom{page.Query.Link()}"), Link("alternate", $"{root}/{table.Name}{page.Query.Link()}"),
            page.Next is { } next ? Link("next", $"{root}/{table.Name}.atom{page.Query.LinkTo(next)}") : null,
            new XElement(Atom + "updated", page.Rows.Select(row => (string)row["created_at"]!).DefaultIfEmpty("1970-01-01T00:00:00.000Z").Max(StringComparer.Ordinal)));
        foreach (var row in page.Rows)
        {
            var id = (string)row[table.Id.Name]!;
            feed.Add(new XElement(
                Atom + "entry", new XElement(Atom + "id", $"urn:hypewatch:{table.Name}:{id}"), new XElement(Atom + "title", Clean(Title(table, row))), new XElement(Atom + "updated", row["created_at"]),
                Link("alternate", root + table.Page.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal)),
                new XElement(Atom + "content", new XAttribute("type", "text"), Clean(string.Join('\n', Content(table, row))))));
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed;
    }

    private static XElement Link(string relation, string address) => new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address));

    private static string Title(QueryTable table, IReadOnlyDictionary<string, object?> row)
    {
        var words = (string?)(row.GetValueOrDefault("quote") ?? row.GetValueOrDefault("title") ?? row.GetValueOrDefault("document_title")) ?? "";
        if (words.Length > LongestTitle) words = words[..LongestTitle] + "…";
        return table.Column("code") is { } code ? $"{Facts.Label(code, row["code"])}: {words}" : words;
    }

    // The quote first, then who said it, what it rests on, what speaks for it, and the judgement last.
    private static IEnumerable<string> Content(QueryTable table, IReadOnlyDictionary<string, object?> row)
    {
        foreach (var name in (string[])["quote", "asserter", "document_title", "document_url", "url", "publisher", "published_not_before", "speaks_for_authors", "severity", "confidence", "status", "rationale", "summary"])
            if (table.Column(name) is { } column && row[name] is { } value) yield return $"{name.Replace('_', ' ')}: {Facts.Label(column, value)}";
    }

    // XML knows no control characters and no half of a pair.
    private static string Clean(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return clean.ToString();
    }
}

using System.Xml;
using System.Xml.Linq;

namespace HypeWatch.Literature.Formats;

/// <summary>Reads Zotero RDF: bibliographic items of RDF/XML in the vocabularies bib, dc, dcterms, foaf and z. No document type, no entities, nothing outside.</summary>
internal static class ZoteroReader
{
    private const string LocalRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly HashSet<string> Items = new(["Article", "Book", "BookSection", "Document", "Report", "Thesis", "Manuscript", "Description", "Recording"], StringComparer.Ordinal);

    /// <summary>Reads all entries.</summary>
    /// <exception cref="FormatException">The file is no RDF/XML, or has a document type.</exception>
    public static WorkEntries Read(string text)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 0 });
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException problem)
        {
            throw new FormatException($"the file is no RDF/XML: {problem.Message}", problem);
        }

        if (document.Root?.Name.NamespaceName != LocalRdf) throw new FormatException("the file is XML but no RDF");
        var journals = document.Root.Elements().Where(element => element.Attribute(XName.Get("about", LocalRdf)) is not null)
            .GroupBy(element => element.Attribute(XName.Get("about", LocalRdf))!.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        List<WorkEntry> entries = [];
        List<EntryProblem> problems = [];
        foreach (var item in document.Root.Elements().Where(IsWork))
        {
            var line = ((IXmlLineInfo)item).LineNumber;
            if (Entry(line, item, journals) is { } entry) entries.Add(entry);
            else problems.Add(new(line, "the item has no title"));
        }

        return new(entries, problems);
    }

    private static bool IsWork(XElement item) => Items.Contains(item.Name.LocalName) && item.Elements().Any(field => field.Name.LocalName == "itemType") && Text(item, "itemType") is not ("attachment" or "note");

    private static string? Text(XElement item, string name) => item.Elements().FirstOrDefault(field => field.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static WorkEntry? Entry(int line, XElement item, Dictionary<string, XElement> journals)
    {
        if (Text(item, "title") is not { } title) return null;
        var authors = item.Elements().Where(field => field.Name.LocalName == "authors").Descendants().Where(field => field.Name.LocalName == "surname").Select(field => field.Value.Trim());
        var identifiers = item.Descendants().Where(field => field.Name.LocalName is "identifier" or "value").Select(field => field.Value.Trim()).ToList();
        var container = item.Elements().FirstOrDefault(field => field.Name.LocalName == "isPartOf") is { } part
            ? part.Attribute(XName.Get("resource", LocalRdf)) is { } resource ? journals.GetValueOrDefault(resource.Value) : part.Elements().FirstOrDefault()
            : null;
        identifiers.AddRange(container?.Elements().Where(field => field.Name.LocalName == "identifier").Select(field => field.Value.Trim()) ?? []);
        var date = (Text(item, "date") ?? "").Split('-', '/');
        return new(line, title, [.. authors], BibliographyFile.Date(date.FirstOrDefault(part => part.Trim().Length == 4) ?? Text(item, "date"), date.Length > 1 ? date[1] : null, date.Length > 2 ? date[2] : null))
        {
            Venue = container is null ? null : Text(container, "title"), Doi = identifiers.FirstOrDefault(id => id.StartsWith("DOI ", StringComparison.OrdinalIgnoreCase))?["DOI ".Length..],
            Url = identifiers.FirstOrDefault(id => id.StartsWith("http", StringComparison.OrdinalIgnoreCase)), Abstract = Text(item, "abstract"),
            Arxiv = ArxivId.Marked(string.Join(' ', identifiers)).FirstOrDefault(), IsPeerReviewed = Text(item, "itemType") is "journalArticle" or "conferencePaper",
            Keywords = [.. item.Elements().Where(field => field.Name.LocalName == "subject").Select(field => field.Value.Trim()).Where(keyword => keyword.Length > 0)],
        };
    }
}

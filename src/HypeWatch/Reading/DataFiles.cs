using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace HypeWatch.Reading;

/// <summary>Says in one line why a file of data is no document, and what to do with it.</summary>
internal static class DataFiles
{
    public static string ReasonFor(FileFormat format, string text) => format switch
    {
        FileFormat.Json => Json(text),
        FileFormat.Table => string.Create(CultureInfo.InvariantCulture, $"a table of {Lines(text)} rows, no document"),
        FileFormat.Bibliography => string.Create(CultureInfo.InvariantCulture, $"a bibliography of {BibTex.Parse(text).Count} entries, no document"),
        FileFormat.Xml => Xml(text),
        FileFormat.Licence => "a licence, no document",
        _ => "a binary file of a kind that is not read",
    };

    private static int Lines(string text) => text.AsSpan().Trim().Count('\n') + 1;

    private static string Json(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Array) return string.Create(CultureInfo.InvariantCulture, $"a JSON data file of {root.GetArrayLength()} items, no document");
            if (root.ValueKind != JsonValueKind.Object) return "a JSON value, no document";
            if (root.TryGetProperty("version", out var version) && version.ToString().Contains("jsonfeed", StringComparison.Ordinal)) return "a JSON feed: add it as a source";
            var keys = string.Join(", ", root.EnumerateObject().Take(4).Select(property => property.Name.Length > 40 ? property.Name[..40] : property.Name));
            return $"a JSON data file with the keys {keys}, no document";
        }
        catch (JsonException)
        {
            return "a JSON data file that does not parse as one value, no document";
        }
    }

    private static string Xml(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 10_000 };
        var (root, items) = ("", 0);
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\ufeff', ' ', '\r', '\n')), settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (root.Length == 0) root = reader.LocalName;
                if (reader.LocalName is "item" or "entry") items++;
            }
        }
        catch (XmlException) when (root.Length > 0)
        {
            return $"an XML file ('{root}') that is malformed, no document";
        }
        catch (XmlException)
        {
            return "a malformed XML file, no document";
        }

        return root is "rss" or "feed" or "RDF"
            ? string.Create(CultureInfo.InvariantCulture, $"a feed of {items} items: add it as a source")
            : $"an XML file ('{root}'), no document";
    }
}

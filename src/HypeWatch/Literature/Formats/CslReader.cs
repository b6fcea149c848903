using System.Text.Json;

namespace HypeWatch.Literature.Formats;

/// <summary>Reads CSL-JSON.</summary>
internal static class CslReader
{
    /// <summary>Reads all entries.</summary>
    /// <exception cref="FormatException">The file is no JSON.</exception>
    public static WorkEntries Read(string text) => JsonEntries.Read(text, ["items", "references"], Entry);

    private static WorkEntry? Entry(int number, JsonElement item)
    {
        if (JsonEntries.Text(item, "title") is not { } title) return null;
        var parts = JsonEntries.Items(JsonEntries.Field(item, "issued"), "date-parts").FirstOrDefault() is { ValueKind: JsonValueKind.Array } first ? first.EnumerateArray().Select(part => part.ToString()).ToList() : [];
        var raw = JsonEntries.Text(JsonEntries.Field(item, "issued"), "raw") ?? JsonEntries.Text(JsonEntries.Field(item, "issued"), "literal");
        return new(
            number, title, [.. JsonEntries.Items(item, "author").Select(Name).Where(name => name.Length > 0)],
            BibliographyFile.Date(parts.ElementAtOrDefault(0) ?? raw, parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2)))
        {
            Venue = JsonEntries.Text(item, "container-title") ?? JsonEntries.Text(item, "publisher"), Doi = JsonEntries.Text(item, "DOI"), Url = JsonEntries.Text(item, "URL"),
            Abstract = JsonEntries.Text(item, "abstract"), Keywords = [.. (JsonEntries.Text(item, "keyword") ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Arxiv = ArxivId.Marked($"{JsonEntries.Text(item, "number")} {JsonEntries.Text(item, "URL")} {JsonEntries.Text(item, "note")} {JsonEntries.Text(item, "container-title")}").FirstOrDefault(),
            IsPeerReviewed = JsonEntries.Text(item, "type") is "article-journal" or "paper-conference",
        };
    }

    private static string Name(JsonElement author)
    {
        var family = JsonEntries.Text(author, "family");
        var particle = JsonEntries.Text(author, "non-dropping-particle");
        return family is null ? BibliographyFile.Family(JsonEntries.Text(author, "literal") ?? "") : particle is null ? family : $"{particle} {family}";
    }
}

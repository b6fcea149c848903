using System.Text.Json;

namespace HypeWatch.Literature.Formats;

/// <summary>Reads works of OpenAlex (<see href="https://docs.openalex.org/api-entities/works/work-object"/>).</summary>
internal static class OpenAlexReader
{
    private const string DoiAddress = "https://doi.org/";

    /// <summary>An abstract of more words than this is not one.</summary>
    private const int LongestAbstract = 5000;

    /// <summary>Reads all entries.</summary>
    /// <exception cref="FormatException">The file is no JSON.</exception>
    public static WorkEntries Read(string text) => JsonEntries.Read(text, ["results", "works"], Entry);

    private static WorkEntry? Entry(int number, JsonElement work)
    {
        if ((JsonEntries.Text(work, "title") ?? JsonEntries.Text(work, "display_name")) is not { } title) return null;
        var date = (JsonEntries.Text(work, "publication_date") ?? JsonEntries.Field(work, "publication_year").ToString()).Split('-');
        var source = JsonEntries.Field(JsonEntries.Field(work, "primary_location"), "source");
        var url = JsonEntries.Text(JsonEntries.Field(work, "primary_location"), "landing_page_url") ?? JsonEntries.Text(work, "id");
        var addresses = string.Join(' ', JsonEntries.Items(work, "locations").Select(location => JsonEntries.Text(location, "landing_page_url")).Append(url));
        return new(
            number, title, [.. JsonEntries.Items(work, "authorships").Select(author => BibliographyFile.Family(JsonEntries.Text(JsonEntries.Field(author, "author"), "display_name") ?? "")).Where(name => name.Length > 0)],
            BibliographyFile.Date(date[0], date.ElementAtOrDefault(1), date.ElementAtOrDefault(2)))
        {
            Venue = JsonEntries.Text(source, "display_name"), Doi = JsonEntries.Text(work, "doi")?.Replace(DoiAddress, "", StringComparison.OrdinalIgnoreCase), Url = url,
            Arxiv = ArxivId.Marked(addresses).FirstOrDefault(), Abstract = Abstract(JsonEntries.Field(work, "abstract_inverted_index")),
            Keywords = [.. JsonEntries.Items(work, "keywords").Select(keyword => JsonEntries.Text(keyword, "display_name") ?? JsonEntries.Text(keyword, "keyword")).OfType<string>()],
            IsPeerReviewed = JsonEntries.Text(source, "type") is "journal" or "conference",
        };
    }

    /// <summary>OpenAlex gives, for each word of an abstract, the places where it stands.</summary>
    private static string? Abstract(JsonElement index)
    {
        if (index.ValueKind != JsonValueKind.Object) return null;
        var words = new SortedDictionary<int, string>();
        foreach (var word in index.EnumerateObject())
            foreach (var place in word.Value.EnumerateArray())
                if (place.TryGetInt32(out var at) && at is >= 0 and < LongestAbstract) words[at] = word.Name;
        return words.Count > 0 ? string.Join(' ', words.Values) : null;
    }
}

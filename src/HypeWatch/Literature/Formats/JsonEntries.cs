using System.Text.Json;

namespace HypeWatch.Literature.Formats;

/// <summary>Entries of a JSON file: a list, an object with a list, or one object a line.</summary>
internal static class JsonEntries
{
    private const int DeepestNesting = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DeepestNesting, AllowTrailingCommas = true };

    /// <summary>Reads each entry by itself.</summary>
    /// <param name="text">The file.</param>
    /// <param name="lists">Names under which an object may hold the list.</param>
    /// <param name="read">Makes an entry; null when it has no title.</param>
    /// <exception cref="FormatException">The file is no JSON.</exception>
    public static WorkEntries Read(string text, IReadOnlyList<string> lists, Func<int, JsonElement, WorkEntry?> read)
    {
        List<WorkEntry> entries = [];
        List<EntryProblem> problems = [];
        var number = 0;
        foreach (var (element, problem) in Elements(text, lists))
        {
            number++;
            if (problem is not null)
            {
                problems.Add(new(number, problem));
                continue;
            }

            try
            {
                if (element.ValueKind == JsonValueKind.Object && read(number, element) is { } entry) entries.Add(entry);
                else problems.Add(new(number, "the entry has no title"));
            }
            catch (InvalidOperationException)
            {
                problems.Add(new(number, "a field of the entry has another type than the format says"));
            }
        }

        return new(entries, problems);
    }

    /// <summary>A text field; null when it is missing, empty or no text.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text.Trim() : null;

    /// <summary>A field; undefined when it is missing.</summary>
    public static JsonElement Field(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The elements of a list field; none when it is no list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name) => Field(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static IEnumerable<(JsonElement Element, string? Problem)> Elements(string text, IReadOnlyList<string> lists)
    {
        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        var isLines = start.StartsWith("{") && start.TrimEnd().IndexOf('\n') is > 0 and var end && TryParse(start[..end].ToString()) is not null;
        if (isLines)
        {
            foreach (var line in text.TrimStart('\uFEFF').Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
                yield return TryParse(line) is { } one ? (one, null) : (default, "the line is no JSON");
            yield break;
        }

        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), Options);
            root = document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new FormatException($"the file is no JSON: {problem.Message}", problem);
        }

        var list = root.ValueKind == JsonValueKind.Array ? root : lists.Select(name => Field(root, name)).FirstOrDefault(found => found.ValueKind == JsonValueKind.Array);
        if (list.ValueKind != JsonValueKind.Array) yield return (root, null);
        else foreach (var element in list.EnumerateArray()) yield return (element, null);
    }

    private static JsonElement? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

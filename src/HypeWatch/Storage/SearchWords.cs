namespace HypeWatch.Storage;

/// <summary>A user's words as a full-text query that cannot hold an operator of the search language.</summary>
public static class SearchWords
{
    /// <summary>Each word as a quoted phrase, all of which must occur. An input without letters or digits finds nothing.</summary>
    public static string Quote(string words, DatabaseKind kind)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Replace("\"", "", StringComparison.Ordinal))
            .Where(word => word.Any(char.IsLetterOrDigit))
            .ToList();
        if (parts.Count == 0) return kind == DatabaseKind.Sqlite ? "\"\"" : "";
        return string.Join(' ', parts.Select(word => $"\"{word}\""));
    }
}

namespace HypeWatch.Storage;

/// <summary>A user's words as a full-text query that cannot hold an operator of the search language.</summary>
public static class SearchWords
{
    /// <summary>Each word as a quoted phrase, all of which must occur. An input without letters or digits finds nothing.</summary>
    public static string Quote(string words, DatabaseKind kind)
    {
        var parts = Phrases(words);
        if (parts.Count == 0) return kind == DatabaseKind.Sqlite ? "\"\"" : "";
        return string.Join(' ', parts);
    }

    /// <summary>Each word as a quoted phrase by itself.</summary>
    public static IReadOnlyList<string> Phrases(string words) =>
    [
        .. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace("\"", "", StringComparison.Ordinal))
            .Where(word => word.Any(char.IsLetterOrDigit)).Select(word => $"\"{word}\""),
    ];

    /// <summary>Words of which any may occur, as a full-text query; letters and digits alone are taken.</summary>
    public static string Any(IEnumerable<string> words, DatabaseKind kind)
    {
        var parts = words.Select(word => string.Concat(word.Where(char.IsLetterOrDigit))).Where(word => word.Length > 0).Select(word => $"\"{word}\"").ToList();
        return parts.Count == 0 ? Quote("", kind) : string.Join(kind == DatabaseKind.Sqlite ? " OR " : " or ", parts);
    }
}

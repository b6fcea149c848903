using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace HypeWatch.Queries.Tables;

/// <summary>The opaque <c>_next</c>: where a page ended, and in which order. It holds nothing that the page did not show.</summary>
internal static class PageToken
{
    private const int Longest = 4000;

    /// <summary>Writes it.</summary>
    public static string Write(IReadOnlyList<SortKey> order, IReadOnlyDictionary<string, object?> row) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes((object?[])[Name(order), .. order.Select(key => row[key.Column.Name])]));

    /// <summary>Reads it.</summary>
    /// <exception cref="QueryException">It is none, or one of another order.</exception>
    public static IReadOnlyList<object?> Read(string token, IReadOnlyList<SortKey> order)
    {
        try
        {
            if (token.Length > Longest) throw new FormatException();
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(token));
            var parts = json.RootElement.EnumerateArray().ToList();
            if (parts.Count != order.Count + 1 || parts[0].GetString() != Name(order)) throw new FormatException();
            return [.. order.Select((key, i) => Value(parts[i + 1], key.Column))];
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new QueryException("_next: this is no page of this question in this order; leave it out to begin at the first page", wrong);
        }
    }

    private static string Name(IReadOnlyList<SortKey> order) => string.Join(',', order.Select(key => (key.IsDescending ? "-" : "") + key.Column.Name));

    private static object? Value(JsonElement part, QueryColumn column) => part.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when column.Type is ColumnType.Real => part.GetDouble(),
        JsonValueKind.Number when column.Type is ColumnType.Integer or ColumnType.Truth => part.GetInt64(),
        JsonValueKind.String when column.Type is ColumnType.Text or ColumnType.Date && !part.GetString()!.Contains('\0', StringComparison.Ordinal) => part.GetString(),
        _ => throw new FormatException(),
    };
}

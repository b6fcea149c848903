using System.Globalization;
using System.Text.Json;
using HypeWatch.Classifiers;

namespace HypeWatch.Evals.Training;

/// <summary>Sentences of articles whose ids say article and position (<c>ARTICLE_S12</c>), with the neighbours that the set holds.</summary>
internal static class ArticleSentences
{
    /// <summary>A neighbour further away is none.</summary>
    private const int Reach = 3;

    public static IReadOnlyList<SentenceInContext> Of(IReadOnlyList<JsonElement> rows) =>
        [.. rows.Select((row, i) => new SentenceInContext(Text(row), Neighbour(rows, i, -1), Neighbour(rows, i, 1), Section: row.GetProperty("section").GetString()))];

    public static (string Article, int Sentence) Place(JsonElement row)
    {
        var id = row.GetProperty("id").GetString()!;
        var at = id.LastIndexOf("_S", StringComparison.Ordinal);
        return at < 0 ? (id, 0) : (id[..at], int.Parse(id[(at + 2)..], CultureInfo.InvariantCulture));
    }

    private static string? Neighbour(IReadOnlyList<JsonElement> rows, int i, int step)
    {
        if (i + step < 0 || i + step >= rows.Count) return null;
        var (here, there) = (Place(rows[i]), Place(rows[i + step]));
        return here.Article == there.Article && Math.Abs(here.Sentence - there.Sentence) <= Reach ? Text(rows[i + step]) : null;
    }

    private static string Text(JsonElement row) => row.GetProperty("text").GetString()!;
}

/// <summary>Reads the list of addresses that a set prints as the source code of a list.</summary>
internal static class PostLinks
{
    public static IReadOnlyList<string> Of(string list) =>
        [.. list.Split('\'', '"', ',', ' ', '[', ']').Where(part => part.StartsWith("http", StringComparison.Ordinal))];
}

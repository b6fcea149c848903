using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace HypeWatch.App.Web.Pages;

/// <summary>What stands behind the question mark of an address: read by name, and the first thing that makes no sense is said.</summary>
public sealed class PageQuery
{
    private const int Longest = 300;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Reads it.</summary>
    /// <param name="query">The query.</param>
    /// <param name="known">The names that the page knows.</param>
    public PageQuery(IQueryCollection query, IReadOnlyList<string> known)
    {
        foreach (var (name, value) in query)
        {
            var text = value.ToString().Trim();
            if (!known.Contains(name)) Problem ??= $"there is no filter '{Short(name)}'; known: {string.Join(", ", known)}";
            else if (text.Length > Longest || text.Any(char.IsControl)) Problem ??= $"{name}: at most {Longest.ToString(CultureInfo.InvariantCulture)} characters, and no control characters";
            else if (text.Length > 0) values[name] = text;
        }
    }

    /// <summary>What is wrong, in one line; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The value as it stands; null when there is none.</summary>
    public string? Text(string name) => values.GetValueOrDefault(name);

    /// <summary>A code of the domain; null when there is none.</summary>
    public T? Code<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        if (Model.Code<T>.TryParse(text, out var value)) return value;
        Problem ??= $"{name}: '{Short(text)}' is unknown; known: {string.Join(", ", Model.Code<T>.All)}";
        return null;
    }

    /// <summary>One of some words, ignoring case; null when there is none.</summary>
    public string? Among(string name, IEnumerable<string> words)
    {
        if (Text(name) is not { } text) return null;
        var all = words.ToList();
        if (all.Find(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
        Problem ??= $"{name}: '{Short(text)}' is unknown; known: {string.Join(", ", all)}";
        return null;
    }

    /// <summary>A whole number within bounds; the least when there is none.</summary>
    public int Number(string name, int least, int most)
    {
        if (Text(name) is not { } text) return least;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        Problem ??= string.Create(CultureInfo.InvariantCulture, $"{name}: a whole number from {least} to {most}");
        return least;
    }

    /// <summary>The same query with another value, as it stands in an address.</summary>
    public string With(string name, int value)
    {
        var changed = new Dictionary<string, string?>(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)), StringComparer.Ordinal) { [name] = value.ToString(CultureInfo.InvariantCulture) };
        return QueryHelpers.AddQueryString("", changed);
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

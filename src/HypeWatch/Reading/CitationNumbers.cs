using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Numbers the keys of Distill's citation elements in order of first use, as the page itself prints them when its script runs.</summary>
internal sealed class CitationNumbers(IReadOnlyList<Reference> bibliography)
{
    private const int MaxKeys = 2000;

    private readonly List<string> keys = [];

    /// <summary>The printed mark, for example <c> [3, 4]</c>; empty when there is no key.</summary>
    public string MarkFor(string keyList)
    {
        var numbers = keyList.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(NumberOf).Where(number => number > 0).ToList();
        return numbers.Count == 0 ? "" : $" [{string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";
    }

    /// <summary>The cited works in the order of their numbers, then the rest of the bibliography.</summary>
    public IReadOnlyList<Reference> References()
    {
        var byKey = bibliography.Where(entry => entry.Label is not null).DistinctBy(entry => entry.Label).ToDictionary(entry => entry.Label!, StringComparer.Ordinal);
        var cited = keys.Select((key, i) => (byKey.TryGetValue(key, out var entry) ? entry : ReferenceEntry.FromKey(key)) with { Label = (i + 1).ToString(CultureInfo.InvariantCulture) });
        var rest = bibliography.Where(entry => entry.Label is null || !keys.Contains(entry.Label, StringComparer.Ordinal));
        return [.. cited.Concat(rest).Select((entry, i) => entry with { Index = i })];
    }

    private int NumberOf(string key)
    {
        var at = keys.IndexOf(key);
        if (at >= 0) return at + 1;
        if (keys.Count >= MaxKeys) return 0;
        keys.Add(key);
        return keys.Count;
    }
}

using HypeWatch.Model;

namespace HypeWatch.Evals;

/// <summary>Finds where a text holds most words of a label that is near to its wording, but not verbatim.</summary>
internal sealed class WordWindows
{
    private const double Enough = 0.8;
    private const int Slack = 4;
    private readonly List<(string Word, Span Span)> words;

    public WordWindows(string text) => words = Split(text);

    /// <summary>The first window with the most words of a label; null when none has 80 % of them.</summary>
    public Span? Find(string label)
    {
        var wanted = Split(label).GroupBy(word => word.Word).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var total = wanted.Values.Sum();
        var length = total + Slack + (total / 3);
        var (best, bestAt, shared) = (0, -1, 0);
        var inside = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            var entering = words[i].Word;
            inside[entering] = inside.GetValueOrDefault(entering) + 1;
            if (inside[entering] <= wanted.GetValueOrDefault(entering)) shared++;
            if (i >= length)
            {
                var leaving = words[i - length].Word;
                if (inside[leaving] <= wanted.GetValueOrDefault(leaving)) shared--;
                inside[leaving]--;
            }

            if (shared > best) (best, bestAt) = (shared, i);
        }

        if (total == 0 || best < Enough * total) return null;
        var matched = Enumerable.Range(Math.Max(0, bestAt - length + 1), Math.Min(length, bestAt + 1)).Where(i => wanted.ContainsKey(words[i].Word)).ToList();
        return new(words[matched[0]].Span.Start, words[matched[^1]].Span.End);
    }

    private static List<(string Word, Span Span)> Split(string text)
    {
        var found = new List<(string, Span)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            found.Add((text[start..i].ToLowerInvariant(), new(start, i)));
        }

        return found;
    }
}

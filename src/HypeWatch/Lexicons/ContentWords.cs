using System.Collections.Frozen;

namespace HypeWatch.Lexicons;

/// <summary>
/// The words of a text that carry its subject, as crude stems: what two sentences share when they speak about the same thing.
/// Words of certainty and of reporting ("we show", "may", "paper") are left out, because the same proposition is said with different ones.
/// </summary>
public static class ContentWords
{
    private const int LongestStem = 7;
    private const int ShortestStem = 4;

    private static readonly FrozenSet<string> Left = Split(
        """
        a about above across after again all almost also although always am among an and another any appear appears are around as at be became because become been before being
        below best better between both but by can cannot clear clearly come consistent could demonstrate demonstrated demonstrates did do does doing done down due during each early
        either else enough even ever every evidence example far few find finding finds first five for form found four from further gave get give given gives goes good had has have having
        he her here highly him his hold holds how however i if in indeed indicate indicates into is it its itself just keep kind known large largely last later least less let like likely
        made main mainly make makes many may me means measure measured might more most mostly much must my near need never new no nor not now observe observed of off often on once one only
        or other others our out over own paper part per perhaps place possible possibly post present presented previous prove proven proves put rather recent report reported reports
        result results reveal reveals said same saw say says section see seem seems seen set several shall she should show showed shown shows since six small so some sometimes still
        strong strongly study such suggest suggests sure take taken tell ten than that the their them then there therefore these they thing things think this those though three through
        thus to together too toward two under until up upon us use used uses using very via was way we well were what when where whether which while who whole whose why will with within
        without work works would year years yet you your
        """);

    /// <summary>Common endings by their last letter, 'a' to 'z', those to be tried first before the others.</summary>
    private static readonly string[][] Endings = ByLastLetter(
        ["isations", "izations", "isation", "ization", "ations", "ation", "ities", "ability", "ibility", "ments", "ness", "ment", "ings", "ions", "able", "ible", "ally", "ing", "ion", "ity",
         "ies", "ers", "ors", "ives", "ive", "est", "ed", "es", "er", "or", "ly", "al", "s", "e", "y"]);

    /// <summary>The stems of a text's content words.</summary>
    public static IReadOnlySet<string> Of(string text) => Of(text, new Model.Span(0, text.Length));

    /// <summary>The stems of the content words of many texts, each word cut once.</summary>
    public static IEnumerable<IReadOnlySet<string>> OfEach(IEnumerable<string> texts)
    {
        var known = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts) yield return Of(text, new(0, text.Length), known);
    }

    /// <summary>The stems of the content words of a part of a text.</summary>
    public static IReadOnlySet<string> Of(string text, Model.Span within) => Of(text, within, null);

    private static HashSet<string> Of(string text, Model.Span within, Dictionary<string, string?>? known)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        for (var i = within.Start; i < within.End;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < within.End && char.IsLetterOrDigit(text[i])) i++;
            if (Stem(text.AsSpan(start, i - start), known) is { } stem) stems.Add(stem);
        }

        return stems;
    }

    private static string? Stem(ReadOnlySpan<char> word, Dictionary<string, string?>? known)
    {
        if (known is null) return StemOf(word.ToString().ToLowerInvariant());
        var stems = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!stems.TryGetValue(word, out var stem)) stems[word] = stem = StemOf(word.ToString().ToLowerInvariant());
        return stem;
    }

    /// <summary>The stem of a lower-case word; null when it carries no content.</summary>
    public static string? StemOf(string word) => word.Length < 2 || Left.Contains(word) ? null : Stem(word);

    /// <summary>How many stems two texts share.</summary>
    public static int Shared(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Count(b.Contains);

    /// <summary>Shared stems over all stems, 0 to 1; 0 when both are empty (specification 3, OC02: pairs from 0.6 on are candidates).</summary>
    public static double Jaccard(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        var shared = Shared(a, b);
        var all = a.Count + b.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>Cuts common endings and long tails, so that "detects", "detector" and "detection" meet; words that only look alike may meet as well.</summary>
    public static string Stem(string word) => Stem(word.AsSpan()) is var stem && stem.Length == word.Length ? word : stem.ToString();

    /// <summary>The same within a longer text.</summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !char.IsAsciiLetterLower(word[^1])) return word.Length > LongestStem ? word[..LongestStem] : word;
        foreach (var ending in Endings[word[^1] - 'a'])
        {
            if (word.Length - ending.Length < ShortestStem || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            word = word[..^ending.Length];
            if (word.Length > ShortestStem && word[^1] == word[^2]) word = word[..^1];
            break;
        }

        return word.Length > LongestStem ? word[..LongestStem] : word;
    }

    private static string[][] ByLastLetter(string[] endings) => [.. Enumerable.Range('a', 26).Select(letter => endings.Where(ending => ending[^1] == letter).ToArray())];

    private static FrozenSet<string> Split(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}

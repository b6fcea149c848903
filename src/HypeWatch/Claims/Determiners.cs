using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace HypeWatch.Claims;

/// <summary>What stands before a noun and says how many things are meant.</summary>
internal enum Determiner
{
    /// <summary>Nothing: a bare plural.</summary>
    Bare,
    /// <summary><c>all</c>, <c>every</c>, <c>any</c>.</summary>
    Universal,
    /// <summary><c>most</c>, <c>many</c>, a share.</summary>
    Proportion,
    /// <summary><c>the</c>, <c>our</c>, <c>these</c>: things already known.</summary>
    Definite,
    /// <summary><c>some</c>, <c>several</c>, a small number.</summary>
    Few,
    /// <summary>A large number.</summary>
    Large,
    /// <summary><c>a</c>, <c>one</c>, <c>this</c>, <c>single</c>.</summary>
    One,
    /// <summary>A random sample.</summary>
    Sampled,
}

/// <summary>Reads the determiner of a noun from the words before it.</summary>
internal static class Determiners
{
    /// <summary>How many modifiers may stand between a determiner and its noun.</summary>
    private const int Reach = 5;
    private const int LargeNumber = 1000;

    private static readonly FrozenDictionary<string, Determiner> Known = new Dictionary<string, Determiner>(StringComparer.Ordinal)
    {
        ["all"] = Determiner.Universal, ["every"] = Determiner.Universal, ["any"] = Determiner.Universal, ["each"] = Determiner.Universal, ["everything"] = Determiner.Universal,
        ["most"] = Determiner.Proportion, ["many"] = Determiner.Proportion, ["majority"] = Determiner.Proportion, ["fraction"] = Determiner.Proportion,
        ["numerous"] = Determiner.Proportion, ["percent"] = Determiner.Proportion, ["half"] = Determiner.Proportion,
        ["the"] = Determiner.Definite, ["our"] = Determiner.Definite, ["these"] = Determiner.Definite, ["those"] = Determiner.Definite, ["its"] = Determiner.Definite,
        ["their"] = Determiner.Definite, ["resulting"] = Determiner.Definite, ["both"] = Determiner.Few, ["some"] = Determiner.Few, ["several"] = Determiner.Few,
        ["few"] = Determiner.Few, ["certain"] = Determiner.Few, ["selected"] = Determiner.Few, ["specific"] = Determiner.Few, ["handful"] = Determiner.Few,
        ["hand-picked"] = Determiner.Few, ["two"] = Determiner.Few, ["three"] = Determiner.Few, ["four"] = Determiner.Few, ["five"] = Determiner.Few,
        ["six"] = Determiner.Few, ["seven"] = Determiner.Few, ["eight"] = Determiner.Few, ["nine"] = Determiner.Few, ["ten"] = Determiner.Few, ["dozen"] = Determiner.Few,
        ["eleven"] = Determiner.Few, ["twelve"] = Determiner.Few, ["thirteen"] = Determiner.Few, ["fifteen"] = Determiner.Few, ["sixteen"] = Determiner.Few, ["twenty"] = Determiner.Few,
        ["thirty"] = Determiner.Few, ["forty"] = Determiner.Few, ["fifty"] = Determiner.Few, ["sixty"] = Determiner.Few, ["hundred"] = Determiner.Few, ["other"] = Determiner.Few,
        ["million"] = Determiner.Large, ["millions"] = Determiner.Large, ["thousands"] = Determiner.Large, ["billions"] = Determiner.Large,
        ["a"] = Determiner.One, ["an"] = Determiner.One, ["one"] = Determiner.One, ["this"] = Determiner.One, ["that"] = Determiner.Bare, ["single"] = Determiner.One,
        ["random"] = Determiner.Sampled, ["randomly"] = Determiner.Sampled, ["sampled"] = Determiner.Sampled,
    }.ToFrozenDictionary();

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;:.()“”\"");

    /// <summary>Words that end a noun phrase to the left.</summary>
    private static readonly FrozenSet<string> Stops = FrozenSet.ToFrozenSet(
        ["in", "on", "for", "from", "with", "to", "into", "by", "as", "and", "or", "but", "is", "are", "was", "were", "be", "can", "could", "may", "might", "will", "has", "have",
         "that", "which", "if", "when", "than", "produce", "produces", "find", "found", "finds", "show", "shows", "at", "do", "does", "not", "recover", "recovers", "between"]);

    /// <summary>The determiner of the noun at <paramref name="noun"/>.</summary>
    public static Determiner Of(string text, List<Word> words, int noun)
    {
        // "Heads 7.2 and 9.0" names those two.
        if (noun + 1 < words.Count && text.AsSpan(words[noun].Span.End, words[noun + 1].Span.Start - words[noun].Span.End) is " " && char.IsDigit(words[noun + 1].Lower[0])) return Determiner.Few;
        for (var i = noun - 1; i >= 0 && i >= noun - Reach; i--)
        {
            var gap = text.AsSpan(words[i].Span.End, words[i + 1].Span.Start - words[i].Span.End);
            if (gap.Contains('%')) return Determiner.Proportion;
            if (gap.IndexOfAny(Breaks) >= 0) return Determiner.Bare;
            var word = words[i].Lower;
            if (word is "of")
            {
                // "70% of features", "most of the features": the share stands before the preposition.
                return i > 0 ? Share(text, words, i) : Determiner.Bare;
            }

            if (Number(word) is { } number) return number >= LargeNumber ? Determiner.Large : number <= 1 ? Determiner.One : Determiner.Few;
            if (Known.TryGetValue(word, out var determiner))
                return determiner == Determiner.Definite && i > 1 && words[i - 1].Lower is "of" && Share(text, words, i - 1) is Determiner.Proportion or Determiner.Universal
                    ? Share(text, words, i - 1)
                    : determiner;
            if (Stops.Contains(word)) return Determiner.Bare;
        }

        return Determiner.Bare;
    }

    private static Determiner Share(string text, List<Word> words, int of)
    {
        var gap = text.AsSpan(words[of - 1].Span.End, words[of].Span.Start - words[of - 1].Span.End);
        if (gap.Contains('%')) return Determiner.Proportion;
        return Known.TryGetValue(words[of - 1].Lower, out var before) && before is not Determiner.Definite ? before : Determiner.Bare;
    }

    private static double? Number(string word) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;
}

using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>Which of the asked words, pairs and parts of words stand in a work; arrays by their numbers.</summary>
/// <param name="Terms">Stems anywhere in it.</param>
/// <param name="Sentences">Stems of each sentence, the title first.</param>
/// <param name="NearPairs">Pairs that stand near each other.</param>
/// <param name="Grams">Parts of words anywhere in it.</param>
/// <param name="TitleGrams">Parts of words of the title.</param>
internal sealed record WorkMatch(bool[] Terms, IReadOnlyList<bool[]> Sentences, bool[] NearPairs, bool[] Grams, bool[] TitleGrams);

/// <summary>The telling words of a text, numbered, and what of them stands in a work. Not for use by several threads: it remembers the stems of words.</summary>
internal sealed class AskedWords
{
    /// <summary>Words within this many telling words of each other are near.</summary>
    private const int Window = 3;

    /// <summary>Characters of a part of a word; both ends of a word count as one.</summary>
    private const int GramLength = 3;

    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> grams = [];
    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);

    public AskedWords(string text)
    {
        List<int> asked = [];
        foreach (var stem in StemsOf(text))
        {
            terms.TryAdd(stem, terms.Count);
            asked.Add(terms[stem]);
            foreach (var gram in GramsOf(stem)) grams.TryAdd(gram, grams.Count);
        }

        Pairs = [.. asked.Zip(asked.Skip(1)).Where(pair => pair.First != pair.Second)];
    }

    /// <summary>Number of different stems.</summary>
    public int Terms => terms.Count;

    /// <summary>Number of different parts of words.</summary>
    public int Grams => grams.Count;

    /// <summary>Neighbours in the text, by the numbers of their stems.</summary>
    public IReadOnlyList<(int First, int Second)> Pairs { get; }

    /// <summary>What of them stands in a work.</summary>
    public WorkMatch In(PriorWork work)
    {
        var match = new WorkMatch(new bool[terms.Count], [], new bool[Pairs.Count], new bool[grams.Count], new bool[grams.Count]);
        List<bool[]> sentences = [Read(work.Title, match, match.TitleGrams)];
        foreach (var sentence in $"{work.Summary}. {work.Abstract}".Split(". ", StringSplitOptions.RemoveEmptyEntries)) sentences.Add(Read(sentence, match, null));
        sentences.Add(Read(string.Join(' ', work.Tags), match, null));
        return match with { Sentences = sentences };
    }

    private bool[] Read(string sentence, WorkMatch match, bool[]? titleGrams)
    {
        var here = new bool[terms.Count];
        List<int> numbers = [];
        foreach (var stem in StemsOf(sentence))
        {
            var number = terms.GetValueOrDefault(stem, -1);
            numbers.Add(number);
            if (number >= 0) here[number] = match.Terms[number] = true;
            foreach (var gram in GramsOf(stem))
            {
                if (!grams.TryGetValue(gram, out var found)) continue;
                match.Grams[found] = true;
                if (titleGrams is not null) titleGrams[found] = true;
            }
        }

        for (var i = 0; i < Pairs.Count; i++)
            if (!match.NearPairs[i] && here[Pairs[i].First] && here[Pairs[i].Second]) match.NearPairs[i] = AreNear(numbers, Pairs[i]);
        return here;
    }

    private static bool AreNear(List<int> numbers, (int First, int Second) pair)
    {
        int first = int.MinValue / 2, second = int.MinValue / 2;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] == pair.First) first = i;
            else if (numbers[i] == pair.Second) second = i;
            else continue;
            if (Math.Abs(first - second) <= Window) return true;
        }

        return false;
    }

    private IEnumerable<string> StemsOf(string text)
    {
        foreach (var word in WorkWords.Of(text))
        {
            if (!WorkWords.IsTelling(word)) continue;
            if (!stems.TryGetValue(word, out var stem)) stems[word] = stem = ContentWords.Stem(word);
            yield return stem;
        }
    }

    /// <summary>The parts of a word with its two ends, packed 16 bits a character.</summary>
    private static IEnumerable<ulong> GramsOf(string stem)
    {
        ulong gram = '_';
        for (var i = 0; i <= stem.Length; i++)
        {
            gram = ((gram << 16) | (i < stem.Length ? stem[i] : '_')) & ((1UL << (16 * GramLength)) - 1);
            if (i + 2 >= GramLength) yield return gram;
        }
    }
}

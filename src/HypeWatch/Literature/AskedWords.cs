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

/// <summary>The telling words of a text, numbered, and what of them stands in a work. Not for use by several threads: it remembers the words that it met.</summary>
internal sealed class AskedWords
{
    /// <summary>Words within this many telling words of each other are near.</summary>
    private const int Window = 3;

    /// <summary>Both ends of a word count as a character of its parts.</summary>
    private const char End = '_';

    /// <summary>Where the first part of a word ends: it holds the word's beginning and two characters, or one and the word's end.</summary>
    private const int FirstEnd = 1;

    /// <summary>Longer runs of letters and digits are no words.</summary>
    private const int LongestWord = 128;

    /// <summary>Number of a telling word that was not asked for, and of a word that tells nothing.</summary>
    private const int Other = -1, Nothing = -2;

    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> grams = [];
    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);
    private readonly List<string> spelt = [];
    private readonly List<int> numbers = [];
    private readonly char[] lower = new char[LongestWord];

    public AskedWords(string text)
    {
        List<int> asked = [];
        foreach (var word in WorkWords.Of(text).Where(WorkWords.IsTelling))
        {
            var stem = ContentWords.Stem(word);
            if (terms.TryAdd(stem, terms.Count)) spelt.Add(word);
            asked.Add(terms[stem]);
            for (var last = FirstEnd; last <= stem.Length; last++) grams.TryAdd(GramAt(stem, last), grams.Count);
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
        AddSentences(work.Summary, sentences, match);
        AddSentences(work.Abstract, sentences, match);
        sentences.Add(Read(string.Join(' ', work.Tags), match, null));
        return match with { Sentences = sentences };
    }

    /// <summary>The asked words whose stems stand in a work's texts, tags or names, as they were asked.</summary>
    public IReadOnlyList<string> SharedWith(PriorWork work)
    {
        var found = new bool[terms.Count];
        foreach (var text in (IEnumerable<string?>)[work.Title, work.Summary, work.Abstract, .. work.Tags, .. work.Authors])
            for (var at = 0; WorkWords.Next(text, ref at) is { IsEmpty: false } run;)
                if (Meet(run).Number is >= 0 and var number) found[number] = true;
        return [.. spelt.Where((_, number) => found[number])];
    }

    private void AddSentences(ReadOnlySpan<char> text, List<bool[]> sentences, WorkMatch match)
    {
        foreach (var sentence in text.Split(". ")) sentences.Add(Read(text[sentence], match, null));
    }

    private bool[] Read(ReadOnlySpan<char> sentence, WorkMatch match, bool[]? titleGrams)
    {
        var here = new bool[terms.Count];
        numbers.Clear();
        for (var at = 0; WorkWords.Next(sentence, ref at) is { IsEmpty: false } run;)
        {
            var word = Meet(run);
            if (word.Number == Nothing) continue;
            numbers.Add(word.Number);
            if (word.Number >= 0) here[word.Number] = match.Terms[word.Number] = true;
            foreach (var gram in word.Grams)
            {
                match.Grams[gram] = true;
                if (titleGrams is not null) titleGrams[gram] = true;
            }
        }

        for (var i = 0; i < Pairs.Count; i++)
            if (!match.NearPairs[i] && here[Pairs[i].First] && here[Pairs[i].Second]) match.NearPairs[i] = AreNear(numbers, Pairs[i]);
        return here;
    }

    private Word Meet(ReadOnlySpan<char> run)
    {
        if (run.Length > LongestWord) return new(Other, []);
        var length = run.ToLowerInvariant(lower);
        var met = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (met.TryGetValue(lower.AsSpan(0, length), out var known)) return known;
        var word = new string(lower, 0, length);
        return words[word] = WorkWords.IsTelling(word) ? Of(ContentWords.Stem(word.AsSpan())) : new(Nothing, []);
    }

    private Word Of(ReadOnlySpan<char> stem)
    {
        Span<int> asked = stackalloc int[LongestWord];
        var count = 0;
        for (var last = FirstEnd; last <= stem.Length; last++)
            if (grams.TryGetValue(GramAt(stem, last), out var number)) asked[count++] = number;
        return new(terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out var term) ? term : Other, asked[..count].ToArray());
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

    /// <summary>The part of a word that ends with a character of it, or with the word's end behind the last: three characters, packed 16 bits each.</summary>
    private static ulong GramAt(ReadOnlySpan<char> stem, int last) => ((ulong)(last == 1 ? End : stem[last - 2]) << 32) | ((ulong)stem[last - 1] << 16) | (last < stem.Length ? stem[last] : End);

    /// <summary>A word of a work: its number among the asked ones, and the asked parts that stand in it.</summary>
    private readonly record struct Word(int Number, int[] Grams);
}

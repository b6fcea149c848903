namespace HypeWatch.Reading;

/// <summary>How often a document uses each word: tells a word broken at a line end from a compound, and two words glued together from one.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);

    public static Vocabulary Of(IEnumerable<string> lines)
    {
        var vocabulary = new Vocabulary();
        foreach (var line in lines) vocabulary.Count(line);
        return vocabulary;
    }

    public int this[string word] => counts.GetValueOrDefault(word);

    private void Count(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsLetter(line[i])) continue;
            var start = i;
            while (i < line.Length && (char.IsLetter(line[i]) || line[i] == '-' && i + 1 < line.Length && char.IsLetter(line[i + 1]))) i++;
            if (i - start > 40) continue;
            var word = line[start..i];
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }
    }
}

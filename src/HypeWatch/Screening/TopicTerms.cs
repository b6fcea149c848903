using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Screening;

/// <summary>The words of the topic, read from <c>Screening/topic_terms.tsv</c>.</summary>
public sealed class TopicTerms
{
    private readonly Lexicon spaced;
    private readonly IReadOnlyList<LexiconTerm> unspaced;

    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">The list is malformed; the message names the line.</exception>
    public TopicTerms()
    {
        using var stream = typeof(TopicTerms).Assembly.GetManifestResourceStream("topic_terms.tsv")!;
        using var reader = new StreamReader(stream);
        var all = Lexicon.Parse("topic_terms", reader).Terms;
        spaced = new([.. all.Where(term => term.Category == "topic")]);
        unspaced = [.. all.Where(term => term.Category != "topic")];
    }

    /// <summary>The terms of a text with the number of times that each occurs.</summary>
    internal IReadOnlyList<(LexiconTerm Term, int Count)> Count(string text) =>
    [
        .. spaced.Find(text).GroupBy(hit => hit.Term).Select(group => (group.Key, group.Count())),
        .. unspaced.Select(term => (term, Occurrences(text, term.Term))).Where(pair => pair.Item2 > 0),
    ];

    /// <summary>Where terms of at least a weight stand, in order.</summary>
    internal IReadOnlyList<LexiconHit> Find(string text, int leastWeight) => [.. spaced.Find(text).Where(hit => hit.Term.Weight >= leastWeight)];

    /// <summary>Whether a part of a text holds a term of at least a weight.</summary>
    internal bool Occurs(string text, Span within, int leastWeight) =>
        spaced.Find(text, within).Any(hit => hit.Term.Weight >= leastWeight) ||
        unspaced.Any(term => term.Weight >= leastWeight && text.IndexOf(term.Term, within.Start, within.Length, StringComparison.Ordinal) >= 0);

    private static int Occurrences(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal)) count++;
        return count;
    }
}

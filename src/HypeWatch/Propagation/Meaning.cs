using System.Collections.Frozen;
using HypeWatch.Lexicons;

namespace HypeWatch.Propagation;

/// <summary>
/// What a sentence is about, in a form that can be compared without a model: stems of its content words, split at its first verb into a subject and a
/// predicate part, and whether it denies.
/// </summary>
internal sealed record Meaning(FrozenSet<string> Subject, FrozenSet<string> Predicate, FrozenSet<string> All, bool Denies)
{
    private const int StemLength = 7;

    private static readonly FrozenSet<string> Auxiliaries = new[]
    {
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "can", "cannot", "cant", "could", "will", "wont", "would", "wouldnt", "may", "might", "must", "should", "shall",
        "do", "does", "did", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "couldnt", "shouldnt", "hasnt", "havent",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Denials = new[]
    {
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "fail", "fails", "failed", "unable", "lack", "lacks", "rarely", "hardly",
        "cant", "wont", "wouldnt", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "couldnt", "shouldnt", "hasnt", "havent", "aint",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads a sentence.</summary>
    public static Meaning Of(string sentence, Lexicon verbs)
    {
        var words = TokenStream.Of(sentence);
        var verbStarts = verbs.Find(sentence).Select(hit => hit.Span.Start).ToHashSet();
        List<string> subject = [], predicate = [];
        var denials = 0;
        var seenVerb = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = Plain(words.WordAt(i));
            // A sentence may open with its method ("Steering improves ..."), which is a verb elsewhere: what has no subject yet is the subject.
            seenVerb |= subject.Count > 0 && (Auxiliaries.Contains(word) || verbStarts.Contains(words.SpanOf(i, 1).Start));
            // "not only X" affirms X.
            if (Denials.Contains(word) && !(word == "not" && i + 1 < words.Count && Plain(words.WordAt(i + 1)) == "only")) denials++;
            if (words.IsContent(i)) (seenVerb ? predicate : subject).Add(Stem(word));
        }

        if (!seenVerb && subject.Count > 1)
        {
            predicate = subject[(subject.Count / 2)..];
            subject = subject[..(subject.Count / 2)];
        }

        return new(subject.ToFrozenSet(StringComparer.Ordinal), predicate.ToFrozenSet(StringComparer.Ordinal), subject.Concat(predicate).ToFrozenSet(StringComparer.Ordinal), denials % 2 == 1);
    }

    /// <summary>The stems of a text's content words.</summary>
    public static FrozenSet<string> StemsOf(string text)
    {
        var words = TokenStream.Of(text);
        return Enumerable.Range(0, words.Count).Where(words.IsContent).Select(i => Stem(Plain(words.WordAt(i)))).ToFrozenSet(StringComparer.Ordinal);
    }

    private static string Plain(string word) => word.Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal).ToLowerInvariant();

    // Cruder than a stemmer, and enough to see "detects", "detected" and "detection", or "interpretable" and "interpretation", as one.
    private static string Stem(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ions", "ion", "ing", "ies", "ed", "es", "ly", "s", "e", "y"])
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                break;
            }

        return word.Length > StemLength ? word[..StemLength] : word;
    }
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HypeWatch.Lexicons;

namespace HypeWatch.Propagation;

/// <summary>
/// Reads a sentence as a <see cref="Proposition"/>: the concepts of its content words, split at its first verb, its numbers and names, and whether it denies.
/// </summary>
internal sealed partial class PropositionReader(LexiconSet lexicons, Paraphrases paraphrases)
{
    private static readonly FrozenSet<string> Auxiliaries = new[]
    {
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "can", "cannot", "cant", "could", "will", "wont", "would", "wouldnt", "may", "might", "must", "should", "shall",
        "do", "does", "did", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "couldnt", "shouldnt", "hasnt", "havent",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Denials = new[]
    {
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "unable", "lack", "lacks", "lacked", "rarely", "hardly", "seldom", "scarcely", "barely",
        "cant", "wont", "wouldnt", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "couldnt", "shouldnt", "hasnt", "havent", "aint",
    }.ToFrozenSet(StringComparer.Ordinal);

    // A failure denies only what it fails to do: "fails to detect"; else it is a word like others.
    private static readonly FrozenSet<string> Failures = new[] { "fail", "fails", "failed", "failing", "failure", "struggle", "struggles", "struggled" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Norms = new[] { "should", "shouldnt", "must", "ought", "shall" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Clauses = new[] { "but", "although", "though", "whereas", "while", "except", "unless", "until", "if", "when", "once", "after", "because", "since", "provided" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads a sentence.</summary>
    public Proposition Read(string sentence)
    {
        var words = TokenStream.Of(sentence);
        var plain = Enumerable.Range(0, words.Count).Select(i => Plain(words.WordAt(i))).ToList();
        var verbStarts = lexicons.CausalVerbs.Find(sentence).Select(hit => hit.Span.Start).ToHashSet();
        var concepts = new Dictionary<string, Concept>(StringComparer.Ordinal);
        List<string> subject = [], predicate = [];
        var (denials, seenVerb, isNorm, inMain) = (0, false, false, true);
        for (var i = 0; i < words.Count; i++)
        {
            // What a contrast or a condition adds is no part of what is denied.
            inMain &= i < 3 || !Clauses.Contains(plain[i]);
            isNorm |= inMain && Norms.Contains(plain[i]);
            if (inMain && IsDenial(plain, i)) denials++;
            var concept = Failures.Contains(plain[i]) && NextIs(plain, i, "to") ? null : paraphrases.Of(plain[i]);
            // A sentence may open with its method ("Steering improves ..."), which is a verb elsewhere: what has no subject yet is the subject.
            seenVerb |= subject.Count > 0 && (Auxiliaries.Contains(plain[i]) || verbStarts.Contains(words.SpanOf(i, 1).Start));
            if (concept is not { } found) continue;
            // "higher" and "lower" in one sentence compare; neither is the sentence's contrary.
            if (!concepts.TryAdd(found.Name, found) && concepts[found.Name].IsOpposite != found.IsOpposite) concepts[found.Name] = found with { IsOpposite = false };
            if (inMain) (seenVerb ? predicate : subject).Add(found.Name);
        }

        if (!seenVerb && subject.Count > 1)
        {
            predicate = subject[(subject.Count / 2)..];
            subject = subject[..(subject.Count / 2)];
        }

        return new(
            TermsOf(sentence), concepts.ToFrozenDictionary(StringComparer.Ordinal), subject.ToFrozenSet(StringComparer.Ordinal), predicate.ToFrozenSet(StringComparer.Ordinal),
            Quantity.In(sentence, paraphrases), NamesIn(words), denials % 2 == 1, isNorm);
    }

    /// <summary>
    /// The concepts of a text in order, as often as they stand there. Addresses say nothing; a tag or handle says the words it is made of ("#ReadTheModel").
    /// </summary>
    public IReadOnlyList<Concept> TermsOf(string text)
    {
        var plain = TagPattern().Replace(AddressPattern().Replace(text, " "), match => CapitalPattern().Replace(match.Value, " "));
        var words = TokenStream.Of(plain);
        return [.. Enumerable.Range(0, words.Count).Select(i => paraphrases.Of(Plain(words.WordAt(i)))).OfType<Concept>()];
    }

    /// <summary>The concepts of a text.</summary>
    public FrozenSet<string> ConceptsOf(string text)
    {
        var words = TokenStream.Of(text);
        return Enumerable.Range(0, words.Count).Select(i => paraphrases.Of(Plain(words.WordAt(i)))).OfType<Concept>().Select(concept => concept.Name).ToFrozenSet(StringComparer.Ordinal);
    }

    private static bool IsDenial(List<string> plain, int i) =>
        // "not only X" affirms X, and "no longer than" measures.
        (Denials.Contains(plain[i]) && !(plain[i] is "not" or "no" && (NextIs(plain, i, "only") || NextIs(plain, i, "just") || NextIs(plain, i, "doubt"))))
        || (plain[i] is "less" or "fewer" && !NextIs(plain, i, "than")) || (Failures.Contains(plain[i]) && NextIs(plain, i, "to")) || (plain[i] == "yet" && NextIs(plain, i, "to"));

    private static bool NextIs(List<string> plain, int i, string word) => i + 1 < plain.Count && plain[i + 1] == word;

    // "GPT-4" and "Claude 3" name other models than "GPT-2" and "Claude 2" do.
    private static FrozenSet<string> NamesIn(TokenStream words)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words.WordAt(i);
            if (!char.IsUpper(word[0])) continue;
            if (word.Any(char.IsDigit) && word.Length > 2) names.Add(word.ToLowerInvariant());
            else if (i + 1 < words.Count && char.IsDigit(words.WordAt(i + 1)[0]) && word.Length > 2 && !PossessivePattern().IsMatch(word) && !(i + 2 < words.Count && MagnitudePattern().IsMatch(words.WordAt(i + 2))) && words.SpanOf(i + 1, 1).Start - words.SpanOf(i, 1).End == 1)
                names.Add((word + words.WordAt(i + 1)).ToLowerInvariant());
        }

        return names.ToFrozenSet(StringComparer.Ordinal);
    }

    // "Quayside's 34 million lanterns" names no model.
    [GeneratedRegex(@"['\u2019]s?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PossessivePattern();

    [GeneratedRegex("^(?:hundred|thousand|million|billion|trillion|percent)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MagnitudePattern();

    private static string Plain(string word) => word.Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex(@"(?:https?://|pic\.twitter\.com)\S{0,500}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"[#@]\w{1,100}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CapitalPattern();
}

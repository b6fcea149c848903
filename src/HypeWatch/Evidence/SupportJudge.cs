using System.Text.RegularExpressions;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>
/// Judges offline whether a cited text bears a claim out. The trained reader proposes; a verdict other than neutral needs a sentence that speaks of the claim, and a
/// contradiction one that differs in a denial, a direction or a number.
/// </summary>
/// <param name="reader">The trained reader.</param>
/// <param name="lexicons">The word lists.</param>
/// <param name="relations">Tells a correlation from a cause.</param>
public sealed partial class SupportJudge(SupportReader reader, LexiconSet lexicons, RelationReader relations)
{
    /// <summary>So many sentences of a whole work are looked at, those that hold most of the claim.</summary>
    public const int MostSentences = 5;

    /// <summary>The least share of the claim's content words that an abstract's deciding sentence holds.</summary>
    private const double LeastShare = 0.34;

    /// <summary>The least share of them that all sentences looked at of a whole work hold together: a citing sentence says much that is its own.</summary>
    private const double LeastShareOfWhole = 0.2;

    /// <summary>Of many sentences one shares words with a claim by chance: the chosen one must hold this share of them, each weighed by how rare it is in the text.</summary>
    private const double LeastShareOfChosen = 0.4;

    /// <summary>A claim of fewer telling words, the names of those whom it cites left out, says too little for a sentence to be chosen.</summary>
    private const int LeastWords = 4;

    /// <summary>What says otherwise must speak of the same thing more clearly than what says so.</summary>
    private const double LeastShareOfContrary = 0.45;

    /// <summary>A shorter word with a prefix is often another word ("able", "unable to"; "form", "inform").</summary>
    private const int ShortestDenied = 6;

    private static readonly string[] Prefixes = ["un", "in", "im", "ir", "non", "dis"];

    /// <summary>Judges one claim by one text; null when there is none.</summary>
    public CitedVerdict Judge(string claim, CitedText? text)
    {
        if (text is null || text.Sentences.Count == 0) return new(SupportVerdict.NotAvailable);
        var words = ContentWords.Of(PairFeatures.Plain(claim));
        var isLong = text.Kind != CitedTextKind.Abstract;
        var spans = isLong ? Nearest(claim, text, MostSentences) : text.Sentences;
        List<string> sentences = [.. spans.Select(span => span.Of(text.Text))];
        var at = PairFeatures.Closest(claim, sentences);
        if (at < 0 || (isLong && text.Sentences.Count > spans.Count && !IsChosen(claim, text, spans[at]))) return new(SupportVerdict.Neutral, Kind: text.Kind, Version: text.Version);
        var share = Share(words, sentences[at]);
        var held = isLong ? Share(words, string.Join('\n', sentences)) : share;
        var verdict = held < (isLong ? LeastShareOfWhole : LeastShare) ? SupportVerdict.Neutral : Judge(claim, sentences[at], share, text.Kind, Bearing(claim, sentences, isLong));
        return verdict == SupportVerdict.Neutral ? new(verdict, Kind: text.Kind, Version: text.Version) : new(verdict, sentences[at], spans[at], text.Kind, text.Version);
    }

    private static double Share(IReadOnlySet<string> words, string text) => (double)ContentWords.Shared(words, ContentWords.Of(text)) / words.Count;

    private static bool IsChosen(string claim, CitedText text, Span sentence)
    {
        var words = ContentWords.Of(NamePattern().Replace(PairFeatures.Plain(claim), " "));
        return words.Count >= LeastWords && RareShare(words, text, sentence) >= LeastShareOfChosen;
    }

    /// <summary>The share of a claim's words that a sentence holds; each weighs as much as it is rare among the sentences of the text (inverse document frequency).</summary>
    private static double RareShare(IReadOnlySet<string> words, CitedText text, Span sentence)
    {
        var holders = words.ToDictionary(word => word, _ => 0, StringComparer.Ordinal);
        foreach (var span in text.Sentences)
            foreach (var word in ContentWords.Of(text.Text, span).Where(holders.ContainsKey)) holders[word]++;
        var here = ContentWords.Of(text.Text, sentence);
        double Weight(string word) => Math.Log((text.Sentences.Count + 1.0) / (holders[word] + 0.5));
        return words.Where(here.Contains).Sum(Weight) / words.Sum(Weight);
    }

    private Bearing Bearing(string claim, IReadOnlyList<string> sentences, bool isLong)
    {
        var scores = reader.Read(isLong ? SupportReader.Passages : SupportReader.Abstracts, claim, sentences);
        return SupportReader.Labels.MaxBy(label => scores[(int)label]);
    }

    private SupportVerdict Judge(string claim, string sentence, double share, CitedTextKind kind, Bearing bearing)
    {
        var isContrary = share >= LeastShareOfContrary && PairFeatures.IsContrary(claim, sentence);
        return bearing switch
        {
            Classifiers.Bearing.Support when isContrary || IsOther(claim, sentence) => SupportVerdict.Neutral,
            Classifiers.Bearing.Support => IsWeaker(claim, sentence) ? SupportVerdict.Weaker : SupportVerdict.Entails,
            Classifiers.Bearing.Contradict when isContrary => SupportVerdict.Contradicts,
            // The silence of an abstract or a part is no finding; of the whole work the likeliest sentences were seen, and they do not say as much.
            Classifiers.Bearing.Contradict when kind == CitedTextKind.Whole => SupportVerdict.Weaker,
            _ => SupportVerdict.Neutral,
        };
    }

    /// <summary>Whether a sentence says a word's opposite ("unfaithful" for "faithful") or gives another share of things ("3 of 10" for "10 of 10"): alike as both are, neither bears the other out.</summary>
    private static bool IsOther(string claim, string sentence)
    {
        var (said, given) = (WordsOf(claim), WordsOf(sentence));
        if (Denies(said, given) || Denies(given, said)) return true;
        var (told, found) = (SharesOf(claim), SharesOf(sentence));
        return told.Count > 0 && found.Count > 0 && !told.Overlaps(found);
    }

    private static bool Denies(HashSet<string> one, HashSet<string> other) =>
        one.Any(word => word.Length >= ShortestDenied && !other.Contains(word) && Prefixes.Any(prefix => other.Contains(prefix + word) && !one.Contains(prefix + word)));

    private static HashSet<string> WordsOf(string text) => WordPattern().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> SharesOf(string text) => SharePattern().Matches(text).Select(match => $"{match.Groups["part"].Value} of {match.Groups["all"].Value}".ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    private bool IsWeaker(string claim, string sentence) =>
        (lexicons.Hedges.Find(sentence).Any() && !lexicons.Hedges.Find(claim).Any())
        || (relations.Read(claim) == Relation.Causal && relations.Read(sentence) is Relation.Correlational or Relation.Conditional);

    /// <summary>The sentences of a text that hold most of a claim, the fullest first.</summary>
    internal static IReadOnlyList<Span> Nearest(string claim, CitedText text, int most)
    {
        var words = ContentWords.Of(PairFeatures.Plain(claim));
        return
        [
            .. text.Sentences.Select(span => (Span: span, Shared: ContentWords.Shared(words, ContentWords.Of(text.Text, span)))).Where(entry => entry.Shared > 0)
                .OrderByDescending(entry => entry.Shared).ThenBy(entry => entry.Span.Length).Take(most).Select(entry => entry.Span),
        ];
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();

    /// <summary>"3 of 10", "three out of the ten".</summary>
    [GeneratedRegex(@"\b(?<part>\d+|one|two|three|four|five|six|seven|eight|nine|ten|none|all)\s(?:out\s)?of\s(?:the\s)?(?<all>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SharePattern();

    /// <summary>"Reed et al. (2020)", "Reed and Moss, 2020".</summary>
    [GeneratedRegex(@"\b\p{Lu}[\p{L}'\u2019-]+(?:\s(?:et al\.?|(?:and|&)\s\p{Lu}[\p{L}'\u2019-]+))?,?\s\(?(?:19|20)\d\d[a-z]?\)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}

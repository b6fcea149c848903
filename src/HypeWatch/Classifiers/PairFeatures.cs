using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Lexicons;

namespace HypeWatch.Classifiers;

/// <summary>
/// Describes a claim beside the sentences of a cited text: how much of its content they hold, which words are missing, and whether numbers, denials, directions
/// and hedges agree. The same description serves training and reading.
/// </summary>
/// <param name="lexicons">The word lists.</param>
public sealed partial class PairFeatures(LexiconSet lexicons)
{
    private const float WordValue = 0.3f;
    private const float GroundValue = 1.2f;
    private static readonly FrozenDictionary<string, string> Directions = ReadDirections();

    /// <summary>The sentence that holds most of the claim; -1 when none holds a word of it.</summary>
    public static int Closest(string claim, IReadOnlyList<string> sentences)
    {
        var words = ContentWords.Of(Plain(claim));
        var (best, most) = (-1, 0.0);
        for (var i = 0; i < sentences.Count; i++)
        {
            var held = ContentWords.Of(sentences[i]);
            // Of two sentences that hold the same words the shorter says it more plainly.
            var share = ContentWords.Shared(words, held) / (8.0 + Math.Sqrt(held.Count));
            if (share > most) (best, most) = (i, share);
        }

        return best;
    }

    /// <summary>Describes a claim and the sentences of the cited text.</summary>
    public FeatureVector Of(string claim, IReadOnlyList<string> sentences)
    {
        var plain = Plain(claim);
        var features = new FeatureVector();
        var words = ContentWords.Of(plain);
        var at = Closest(claim, sentences);
        var closest = at < 0 ? "" : sentences[at];
        var near = ContentWords.Of(closest);
        var all = ContentWords.Of(string.Join('\n', sentences));
        var (covered, held) = (Share(words, near), Share(words, all));
        AddGround(features, "near", covered);
        AddGround(features, "held", held);
        features.Add(["words", Bin(words.Count / 4, 8)]);
        features.Add(["shared", Bin(ContentWords.Shared(words, near), 8)], GroundValue);
        foreach (var word in words) features.Add([all.Contains(word) ? "has" : "misses", word], WordValue);
        foreach (var token in Tokens.Of(plain)) features.Add(["claim", token], WordValue);
        foreach (var token in Tokens.Of(closest)) features.Add(["near", token], WordValue);
        var pairs = PairsOf(plain);
        features.Add(["pairs", Bin(pairs.Count(PairsOf(string.Join('\n', sentences)).Contains), 5)], GroundValue);
        AddNumbers(features, plain, sentences, closest);
        AddDirections(features, plain, closest, covered);
        var (hedged, hedgedThere) = (lexicons.Hedges.Find(plain).Any(), lexicons.Hedges.Find(closest).Any());
        features.Add(["hedged", hedged ? "y" : "n", hedgedThere ? "y" : "n"]);
        return features.Normalised();
    }

    /// <summary>Directions ("up", "down") and denials ("deny") that a sentence speaks of.</summary>
    internal static FrozenSet<string> DirectionsOf(string sentence) =>
        Tokens.Of(sentence).Select(token => Directions.GetValueOrDefault(token)).OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The numbers of a text as printed, without those in marks of citation.</summary>
    internal static FrozenSet<string> NumbersOf(string text) => NumberPattern().Matches(Plain(text)).Select(match => match.Value.Replace(",", "", StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A claim without marks of citation.</summary>
    internal static string Plain(string claim) => MarkPattern().Replace(claim, " ");

    /// <summary>Whether one sentence denies what the other says, turns its direction round, or gives another number where each gives one.</summary>
    internal static bool IsContrary(string claim, string sentence)
    {
        var plain = Plain(claim);
        var (here, there) = (DirectionsOf(plain), DirectionsOf(sentence));
        var isDenied = here.Contains("deny") != there.Contains("deny");
        if ((DirectionAgreement(here, there) == "opposite") != isDenied) return true;
        var (numbers, numbersThere) = (NumbersOf(plain), NumbersOf(sentence));
        return numbers.Count == 1 && numbersThere.Count == 1 && !numbers.SetEquals(numbersThere);
    }

    private static void AddNumbers(FeatureVector features, string claim, IReadOnlyList<string> sentences, string closest)
    {
        var numbers = NumbersOf(claim);
        if (numbers.Count == 0)
        {
            features.Add(["no numbers"]);
            return;
        }

        var there = NumbersOf(string.Join('\n', sentences));
        features.Add(["numbers", Bin((int)(3.0 * numbers.Count(there.Contains) / numbers.Count), 3)], GroundValue);
        features.Add(["numbers near", NumbersOf(closest).Count > 0 ? "y" : "n", numbers.Overlaps(there) ? "y" : "n"]);
    }

    private static void AddDirections(FeatureVector features, string claim, string closest, double covered)
    {
        var (here, there) = (DirectionsOf(claim), DirectionsOf(closest));
        var level = covered >= 0.6 ? "much" : covered >= 0.35 ? "some" : "little";
        var isDenied = here.Contains("deny") != there.Contains("deny");
        features.Add(["deny", here.Contains("deny") ? "y" : "n", there.Contains("deny") ? "y" : "n"], GroundValue);
        features.Add(["denied", isDenied ? "y" : "n", level]);
        var agree = DirectionAgreement(here, there);
        features.Add(["direction", agree], GroundValue);
        features.Add(["direction", agree, level]);
        features.Add(["contrary", (agree == "opposite") != isDenied ? "y" : "n", level], GroundValue);
    }

    private static string DirectionAgreement(FrozenSet<string> here, FrozenSet<string> there)
    {
        var (up, down) = (here.Contains("up"), here.Contains("down"));
        var (upThere, downThere) = (there.Contains("up"), there.Contains("down"));
        if (up == down) return up ? "both" : "none";
        if (upThere == downThere) return upThere ? "both there" : "none there";
        return up == upThere ? "same" : "opposite";
    }

    private static void AddGround(FeatureVector features, string name, double share)
    {
        features.Add([name], (float)(2 * share));
        for (var step = 1; step <= 9; step++)
            if (share * 10 >= step) features.Add([name, Bin(step, 10)], 0.5f);
    }

    private static HashSet<string> PairsOf(string text)
    {
        var tokens = Tokens.Of(text).Where(token => char.IsLetter(token[0])).ToList();
        return [.. tokens.Zip(tokens.Skip(1), (first, second) => $"{first} {second}").Where(pair => pair.Length > 9)];
    }

    private static double Share(IReadOnlySet<string> words, IReadOnlySet<string> held) => words.Count == 0 ? 0 : (double)ContentWords.Shared(words, held) / words.Count;

    private static string Bin(int value, int most) => Math.Min(value, most).ToString(CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, string> ReadDirections()
    {
        using var stream = typeof(PairFeatures).Assembly.GetManifestResourceStream("direction_words.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')).ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
    }

    [GeneratedRegex(@"<\|\w{1,20}\|>|\[\d[\d,;\s\u2013-]{0,40}\]|\([^()]{0,200}\b(?:19|20)\d\d[a-z]?[^()]{0,60}\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MarkPattern();

    [GeneratedRegex(@"(?<![\w.])\d[\d,]*(?:\.\d+)?(?!\w)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberPattern();
}

using System.Globalization;
using HypeWatch.Lexicons;

namespace HypeWatch.Classifiers;

/// <summary>
/// Describes a sentence to the models: its n-grams, how it opens, the lexicon categories that it holds, its length and figures, where it stands, and the
/// words of its neighbours. One description for all models; each learns what of it matters.
/// </summary>
public sealed class SentenceFeatures(LexiconSet lexicons)
{
    private const int OpeningTokens = 4;
    private const int PositionBins = 8;

    /// <summary>A neighbour tells less than the sentence itself, and its place more than a word.</summary>
    private const float NeighbourValue = 0.5f;
    private const float PlaceValue = 1.5f;

    private readonly (string Name, Lexicon Lexicon)[] lists =
    [
        ("hedge", lexicons.Hedges), ("booster", lexicons.Boosters), ("causal", lexicons.CausalVerbs), ("limit", lexicons.LimitationCues), ("base", lexicons.Baselines),
        ("novel", lexicons.NoveltyPhrases), ("scope", lexicons.ScopeQuantifiers), ("hype", lexicons.HypeWords), ("points", lexicons.EvidencePointers),
    ];

    /// <summary>Describes a sentence.</summary>
    public FeatureVector Of(SentenceInContext sentence) => Unscaled(sentence).Normalised();

    /// <summary>The same before it is scaled, for a reader that adds features of its own.</summary>
    internal FeatureVector Unscaled(SentenceInContext sentence)
    {
        var features = new FeatureVector();
        var tokens = Tokens.Of(sentence.Text);
        AddGrams(features, "", tokens, 3, 1);
        for (var n = 1; n <= Math.Min(OpeningTokens, tokens.Count); n++) features.Add(["open", string.Join(' ', tokens.Take(n))]);
        AddLexicons(features, sentence.Text);
        AddShape(features, sentence.Text, tokens);
        AddPlace(features, sentence);
        AddNeighbour(features, "prev", sentence.Previous);
        AddNeighbour(features, "next", sentence.Next);
        return features;
    }

    private static void AddNeighbour(FeatureVector features, string side, string? text)
    {
        if (text is null) features.Add(["no", side]);
        else AddGrams(features, side, Tokens.Of(text), 2, NeighbourValue);
    }

    private static void AddGrams(FeatureVector features, string prefix, List<string> tokens, int longest, float value)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            features.Add([prefix, tokens[i]], value);
            if (i + 1 < tokens.Count) features.Add([prefix, tokens[i], tokens[i + 1]], value);
            if (longest > 2 && i + 2 < tokens.Count) features.Add([prefix, tokens[i], tokens[i + 1], tokens[i + 2]], value);
        }
    }

    private void AddLexicons(FeatureVector features, string text)
    {
        foreach (var (name, lexicon) in lists)
        {
            var weight = 0;
            foreach (var hit in lexicon.Find(text))
            {
                features.Add(["lex", name, hit.Term.Category, hit.Term.Subcategory]);
                weight += hit.Term.Weight;
            }

            features.Add(["lex", name, Digit(weight, 3)]);
        }
    }

    private static void AddShape(FeatureVector features, string text, List<string> tokens)
    {
        features.Add(["length", Digit(tokens.Count / 6, 20)]);
        if (tokens.Exists(token => token[0] == '0')) features.Add(["figure"]);
        if (text.Contains('%', StringComparison.Ordinal)) features.Add(["percent"]);
        features.Add(["past", Digit(tokens.Count(token => token.Length > 4 && token.EndsWith("ed", StringComparison.Ordinal)), 3)]);
        foreach (var token in tokens.Where(token => token.Length > 5 && char.IsLetter(token[0]))) features.Add(["end", token[^3..]]);
    }

    private static void AddPlace(FeatureVector features, SentenceInContext sentence)
    {
        if (sentence.Section is { } section)
            foreach (var token in Tokens.Of(section)) features.Add(["section", token]);
        if (sentence.Count == 0) return;
        var fromEnd = sentence.Count - 1 - sentence.Index;
        features.Add(["bin", Digit((int)((sentence.Index + 0.5) / sentence.Count * PositionBins), PositionBins)], PlaceValue);
        features.Add(["from start", Digit(sentence.Index, 6)], PlaceValue);
        features.Add(["from end", Digit(fromEnd, 6)], PlaceValue);
        features.Add(["place", Digit(sentence.Index, 3), Digit(sentence.Count, 9)], PlaceValue);
    }

    private static string Digit(int value, int most) => Math.Min(value, most).ToString(CultureInfo.InvariantCulture);
}

using System.Text.RegularExpressions;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// Leaves out what can hardly hold a claim, by place and cues: of papers whose claims people labelled, about four tenths of the characters keep 97 % of them.
/// Papers and posts are asked about whole all the same, since one call costs little more; news, which are long and on many things, are asked about only here.
/// </summary>
public sealed partial class ScreenedPassages(LexiconSet lexicons, ClaimCues cues, RelationReader relations) : ICandidatePassages
{
    /// <summary>Points from which a passage is kept.</summary>
    private const double Enough = 0.6;
    private const int ShortText = 45;
    private const int OpeningCharacters = 60;
    private readonly ProsePassages prose = new();

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Choose(DocumentVersion version) =>
        version.Document.Kind is DocumentKind.News ? [.. prose.Choose(version).Where(passage => Keeps(version, passage))] : prose.Choose(version);

    /// <summary>Whether a passage may hold a claim.</summary>
    public bool Keeps(DocumentVersion version, Passage passage)
    {
        var text = version.TextOf(passage);
        return text.Length > 0 && PlacePoints(passage.Place) + CuePoints(text) - NoisePoints(text) >= Enough;
    }

    private static double PlacePoints(Place place) => place switch
    {
        Place.Title or Place.Abstract or Place.KeyResults or Place.Headline or Place.Lede => 4,
        Place.Conclusion => 2,
        Place.Introduction => 1,
        Place.Discussion or Place.Results => 0.6,
        Place.Method => -0.2,
        Place.Appendix => -1.5,
        Place.Table => -2,
        Place.Other => -9,
        _ => 0,
    };

    private double CuePoints(string text) =>
        (cues["frame"].Find(text).Any() ? 1.5 : 0) + Math.Min(2, 0.4 * cues["type"].Find(text).Sum(hit => hit.Term.Weight)) + (relations.Read(text) is Relation.None ? 0 : 0.6)
        + (QuantityPattern().IsMatch(text) ? 0.4 : 0) + (lexicons.NoveltyPhrases.Find(text).Any() ? 0.6 : 0) + (lexicons.CausalVerbs.Find(text).Any() ? 0.6 : 0)
        + (cues["rung"].Find(text).Any() ? 0.5 : 0) + (lexicons.Boosters.Find(text).Any() ? 0.3 : 0);

    private double NoisePoints(string text)
    {
        // Formulas and tables that a reader took for sentences have few letters.
        var letters = (double)text.Count(char.IsLetter) / text.Length;
        return (cues["procedure"].Find(text, new(0, Math.Min(OpeningCharacters, text.Length))).Any() ? 0.7 : 0) + (letters < 0.62 ? 2 : letters < 0.7 ? 0.7 : 0)
            + (text.Length < ShortText ? 1 : 0) + (text.AsSpan().TrimEnd().EndsWith(".") ? 0 : 0.6);
    }

    [GeneratedRegex(@"\d(?:\.\d+)?\s?(?:%|percent|x\b|times)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex QuantityPattern();
}

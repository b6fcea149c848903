using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Screening;

/// <summary>
/// Judges by word list whether a document is about releases of AI-interpretability research: terms of the field must be several, different, and dense
/// enough for its length; one in the title counts more. Recall comes before precision: what is dropped here is never seen again.
/// </summary>
public sealed class Screener(TopicTerms terms)
{
    /// <summary>Raised when the rules or the word list change.</summary>
    public const int StageVersion = 3;

    /// <summary>Weight of a term that belongs to the field alone.</summary>
    private const int FieldWeight = 3;

    /// <summary>More occurrences of one term say nothing more about the topic.</summary>
    private const int CountedOccurrences = 5;

    /// <summary>Points per 1,000 words from which a text is about the topic.</summary>
    private const double LeastDensity = 3;

    /// <summary>The same, where only one term of the field occurs, or none but terms near to it.</summary>
    private const double LeastDensityOfOneTerm = 5;
    private const double LeastDensityWithoutTerm = 4.5;

    /// <summary>A remark of a few sentences has room for one such term.</summary>
    private const int RemarkWords = 60;
    private const double LeastDensityOfRemark = 4;

    /// <summary>A newsletter on many things that names so many different terms of the field has a part about it.</summary>
    private const int ManyTerms = 4;
    private const double LeastDensityOfManyTerms = 1.3;

    /// <summary>A text of more words than this must hold several terms near to the field.</summary>
    private const int ShortWords = 600;
    private const int NearTermsOfLongText = 4;

    /// <summary>A short text has few words for a density; below this many words it is judged as if it had them.</summary>
    private const int LeastWords = 250;

    /// <summary>A long text on many things may hold one part on the topic: so many points are enough whatever its length.</summary>
    private const double EnoughPoints = 90;

    private const double TitlePoints = 8;

    /// <summary>A part of a text on many things is about the topic where so many terms of the field, of so many kinds, stand within so many characters.</summary>
    private const int DensePartHits = 4;
    private const int DensePartTerms = 3;
    private const int DensePartCharacters = 1_000;

    /// <summary>Judges a version.</summary>
    public ScreeningVerdict Judge(DocumentVersion version)
    {
        var found = terms.Count(version.Text);
        var field = found.Where(pair => pair.Term.Weight >= FieldWeight).ToList();
        var inTitle = terms.Occurs(version.Document.Title, new(0, version.Document.Title.Length), FieldWeight - 1);
        var points = found.Sum(pair => Points(pair.Term.Weight, pair.Count)) + (inTitle ? TitlePoints : 0);
        var length = WordCount(version.Text);
        var words = Math.Max(LeastWords, length);
        var density = 1000 * points / words;
        var near = found.Count(pair => pair.Term.Weight == FieldWeight - 1);
        var asked = field.Count switch
        {
            >= ManyTerms => LeastDensityOfManyTerms,
            >= 2 => LeastDensity,
            1 => inTitle ? LeastDensity : LeastDensityOfOneTerm,
            _ => length <= RemarkWords ? LeastDensityOfRemark : LeastDensityWithoutTerm,
        };
        var relevant = field.Count switch
        {
            >= DensePartTerms when HasDensePart(version.Text) => true,
            >= 2 => density >= asked || points >= EnoughPoints,
            1 => density >= asked,
            // A short post or a newspaper names the field in its own words.
            _ => near >= (words > ShortWords ? NearTermsOfLongText : 1) && density >= asked,
        };
        var reason = string.Create(
            CultureInfo.InvariantCulture,
            $"different terms of the field: {field.Count}, near to it: {near}{(inTitle ? ", one in the title" : "")}; {density:0.0} points per 1,000 words, asked for: {asked}");
        return new(version.Id, relevant, Math.Round(density, 2), reason, [.. Strongest(found)]);
    }

    private bool HasDensePart(string text)
    {
        var hits = terms.Find(text, FieldWeight);
        for (var i = DensePartHits - 1; i < hits.Count; i++)
        {
            var part = hits.Skip(i - DensePartHits + 1).Take(DensePartHits).ToList();
            if (part[^1].Span.End - part[0].Span.Start <= DensePartCharacters && part.Select(hit => hit.Term.Term).Distinct(StringComparer.Ordinal).Count() >= DensePartTerms) return true;
        }

        return false;
    }

    // A term of context alone ("layer", "alignment") tells little; one of the field tells most.
    private static double Points(int weight, int count) => (weight, Math.Min(count, CountedOccurrences)) switch
    {
        (>= FieldWeight, var n) => 3 * n,
        (2, var n) => n,
        (_, var n) => 0.2 * n,
    };

    private static IEnumerable<string> Strongest(IReadOnlyList<(Lexicons.LexiconTerm Term, int Count)> found) =>
        found.OrderByDescending(pair => Points(pair.Term.Weight, pair.Count)).ThenBy(pair => pair.Term.Term, StringComparer.Ordinal).Take(8).Select(pair => pair.Term.Term);

    // Scripts that set no spaces between words count two characters as a word.
    private static int WordCount(string text)
    {
        int words = 0, dense = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (c >= '\u3000' && char.IsLetter(c)) dense++;
            else if (char.IsLetterOrDigit(c) && !inWord) words++;
            inWord = char.IsLetterOrDigit(c) && c < '\u3000';
        }

        return words + (dense / 2);
    }
}

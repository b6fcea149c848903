using System.Text.RegularExpressions;

namespace HypeWatch.Flags;

/// <summary>A comparison of which the authors themselves say that it is not a rigorous one, and that stands in an appendix or beside those words.</summary>
/// <param name="Told">A sentence of the comparison.</param>
/// <param name="Conceded">What the authors say of it.</param>
internal sealed partial record WeakComparison(Sentence Told, Sentence Conceded)
{
    /// <summary>A concession speaks of the comparison that ends this many sentences before it, or begins as many after.</summary>
    private const int Reach = 8;

    /// <summary>Whether authors concede that a comparison is still to be made, or was no more than a look.</summary>
    public static bool IsConceded(string text) => ConcessionPattern().IsMatch(text);

    /// <summary>Finds the weak comparison that a claim is left with; null when there is none, or a better one.</summary>
    /// <param name="claim">The claim's sentence.</param>
    /// <param name="comparisons">The sentences of the release that compare, with their words.</param>
    /// <param name="concessions">The sentences in which the authors concede.</param>
    public static WeakComparison? Of(string claim, IReadOnlyList<(Sentence Sentence, IReadOnlySet<string> Words)> comparisons, IReadOnlyList<Sentence> concessions)
    {
        var claimed = DossierReading.TopicOf(claim);
        foreach (var conceded in concessions)
        {
            // What claim and concession both speak of is the task.
            var task = DossierReading.TopicOf(conceded.Text).Intersect(claimed, StringComparer.Ordinal).ToList();
            var bearing = comparisons.Where(comparison => task.Exists(comparison.Words.Contains)).Select(comparison => comparison.Sentence).ToList();
            if (bearing.Count > 0 && bearing.TrueForAll(sentence => sentence.IsAppendix || IsBeside(sentence, conceded)))
                return new(bearing.Find(sentence => sentence != conceded) is { Passage: not null } told ? told : conceded, conceded);
        }

        return null;
    }

    private static bool IsBeside(Sentence sentence, Sentence conceded) =>
        sentence.Document.Version.Id == conceded.Document.Version.Id && sentence.Passage.Place == conceded.Passage.Place && Math.Abs(sentence.Passage.Index - conceded.Passage.Index) <= Reach;

    [GeneratedRegex(
        @"\b(?:leave|leaves|leaving|left|defer\w*|postpone\w*)\b[^.;]{0,50}\bcompar\w+|\bcomparisons?\b[^.;]{0,60}\b(?:left|deferred|future work|is needed|are needed|remains? to be)\b|\bcomparisons?\b[^.;]{0,50}\b(?:(?:is|was|are|were) (?:only |purely |merely |at best )?(?:qualitative|informal|anecdotal|preliminary|small)|not (?:rigorous|systematic|quantitative|exhaustive))|(?:\bnot|n[\u2019']t|\bnever)\s(?:yet\s)?(?:rigorously|systematically|quantitatively|carefully|exhaustively)\s(?:compared\b|(?:evaluated|tested|benchmarked)\b[^.;]{0,60}\bagainst\b)|\b(?:qualitative(?:ly)?|informal(?:ly)?|anecdotal(?:ly)?|preliminary|small-scale)\s(?:\w+\s)?compar\w+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConcessionPattern();
}

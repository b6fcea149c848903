using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// Compares two wordings of one proposition by the words in which they differ: a hedge dropped or added, "some" or "all", a condition kept or cut off. Levels
/// that are read from each sentence alone differ by accident; a difference that no word shows is none.
/// </summary>
internal sealed class DriftReader
{
    private const double BareExtent = 2, ExtentWeight = 0.6, RestrictionWeight = 0.5, CutWeight = 0.6, PrefixShare = 0.75, Noticeable = 0.3;
    private const int CutWords = 3;

    private readonly LexiconSet lexicons;
    private readonly Lexicon extents, restrictions, force;

    /// <summary>Reads the cue list.</summary>
    /// <exception cref="FormatException">The list is malformed; the message names the line.</exception>
    public DriftReader(LexiconSet lexicons)
    {
        this.lexicons = lexicons;
        using var stream = typeof(DriftReader).Assembly.GetManifestResourceStream("reach_cues.tsv")!;
        using var reader = new StreamReader(stream);
        var cues = Lexicon.Parse("reach_cues", reader).Terms.ToLookup(term => term.Category, StringComparer.Ordinal);
        (extents, restrictions, force) = (new([.. cues["extent"]]), new([.. cues["restriction"]]), new([.. cues["force"]]));
    }

    /// <summary>What changed from an earlier wording to a later one, and which way all in all.</summary>
    public (Drift Drift, IReadOnlyList<EdgeChange> Changes) Compare(ReadClaim earlier, ReadClaim later)
    {
        Reach from = Read(earlier.Claim.Quote), to = Read(later.Claim.Quote);
        var cut = IsCutShort(earlier, later) ? CutWeight : 0;
        double certainty = to.Certainty - from.Certainty, extent = ExtentWeight * (to.Extent - from.Extent), restriction = (RestrictionWeight * (from.Restrictions - to.Restrictions)) + cut;
        List<EdgeChange> changes =
        [
            .. Change(ChangeAxis.Certainty, certainty, from.CertaintyWords, to.CertaintyWords), .. Change(ChangeAxis.Extent, extent, from.ExtentWords, to.ExtentWords),
            .. Change(ChangeAxis.Restriction, restriction, from.RestrictionWords, to.RestrictionWords),
            .. Quantity.Changed(earlier.Proposition.Quantities, later.Proposition.Quantities).Select(pair => new EdgeChange(ChangeAxis.Number, 0, pair.From.Text, pair.To.Text)),
        ];
        var sum = certainty + extent + restriction;
        return (sum >= Noticeable ? Drift.Stronger : sum <= -Noticeable ? Drift.Weaker : Drift.Same, changes);
    }

    private static IEnumerable<EdgeChange> Change(ChangeAxis axis, double difference, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        if (Math.Abs(difference) >= Noticeable) yield return new(axis, Math.Sign(difference), string.Join(", ", from), string.Join(", ", to));
    }

    // What repeats the beginning of a sentence and stops leaves out what the sentence went on to say.
    private static bool IsCutShort(ReadClaim earlier, ReadClaim later)
    {
        var same = 0;
        while (same < later.Words.Count && same < earlier.Words.Count && later.Words.HashAt(same) == earlier.Words.HashAt(same)) same++;
        if (later.Words.Count == 0 || same < PrefixShare * later.Words.Count) return false;
        var said = Enumerable.Range(0, later.Words.Count).Select(later.Words.HashAt).ToHashSet();
        var tail = Enumerable.Range(same, earlier.Words.Count - same).ToList();
        return tail.Count >= later.Words.Count - same + CutWords && !tail.Exists(i => earlier.Words.IsContent(i) && said.Contains(earlier.Words.HashAt(i)));
    }

    private Reach Read(string sentence)
    {
        var extentHits = extents.Find(sentence).ToList();
        var narrow = restrictions.Find(sentence).Concat(lexicons.ScopeQuantifiers.Find(sentence).Where(hit => hit.Term is { Category: "scope_narrow", Subcategory: not "proportion" })).ToList();
        var wide = lexicons.ScopeQuantifiers.Find(sentence).Where(hit => hit.Term is { Category: "scope_broad", Subcategory: not "universal" }).ToList();
        // A word of frequency is no doubt about what is said of most cases.
        var hedges = lexicons.Hedges.Find(sentence).Where(hit => hit.Term.Subcategory is not "condition" && !extentHits.Exists(extent => extent.Span.Overlaps(hit.Span))).ToList();
        var boosters = force.Find(sentence).ToList();
        boosters.AddRange(lexicons.Boosters.Find(sentence).Where(hit => !boosters.Exists(known => known.Span.Overlaps(hit.Span)) && !extentHits.Exists(extent => extent.Span.Overlaps(hit.Span))));
        var extent = extentHits.Count == 0 ? BareExtent : extentHits.Max(hit => hit.Term.Weight) > BareExtent ? extentHits.Max(hit => hit.Term.Weight) : extentHits.Min(hit => hit.Term.Weight);
        return new(
            Math.Min(2, boosters.Sum(hit => hit.Term.Weight) * 0.5) - Math.Min(2, hedges.Sum(hit => hit.Term.Weight)), extent, narrow.Count - wide.Count,
            Words(sentence, hedges.Concat(boosters)), Words(sentence, extentHits), Words(sentence, narrow.Concat(wide)));
    }

    private static IReadOnlyList<string> Words(string sentence, IEnumerable<LexiconHit> hits) => [.. hits.OrderBy(hit => hit.Span.Start).Select(hit => hit.Span.Of(sentence))];
}

using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// Compares two wordings of one proposition by the words in which they differ: a hedge dropped or added, "some" or "all", a condition kept or cut off. Levels
/// that are read from each sentence alone differ by accident; a difference that no word shows is none.
/// </summary>
internal sealed class DriftReader
{
    private const double ExtentWeight = 0.3, RestrictionWeight = 0.5, CutWeight = 0.6, RelationWeight = 0.5, RepeatedShare = 0.75, Noticeable = 0.29;
    private const int BareExtent = 4, CutWords = 3;

    private readonly LexiconSet lexicons;
    private readonly Lexicon extents, restrictions, force, softeners;

    /// <summary>Reads the cue list.</summary>
    /// <exception cref="FormatException">The list is malformed; the message names the line.</exception>
    public DriftReader(LexiconSet lexicons)
    {
        this.lexicons = lexicons;
        using var stream = typeof(DriftReader).Assembly.GetManifestResourceStream("reach_cues.tsv")!;
        using var reader = new StreamReader(stream);
        var cues = Lexicon.Parse("reach_cues", reader).Terms.ToLookup(term => term.Category, StringComparer.Ordinal);
        (extents, restrictions, force, softeners) = (new([.. cues["extent"]]), new([.. cues["restriction"]]), new([.. cues["force"]]), new([.. cues["softener"]]));
    }

    /// <summary>What changed from an earlier wording to a later one, and which way all in all.</summary>
    public (Drift Drift, IReadOnlyList<EdgeChange> Changes) Compare(ReadClaim earlier, ReadClaim later)
    {
        var (from, to) = Reach.Apart(Read(earlier.Claim.Quote), Read(later.Claim.Quote));
        var cut = IsCutShort(earlier, later) ? CutWeight : 0;
        double certainty = to.Certainty - from.Certainty, extent = ExtentWeight * (ExtentOf(to.Extents) - ExtentOf(from.Extents));
        double restriction = (RestrictionWeight * (from.Restrictions - to.Restrictions)) + cut, relation = RelationWeight * Causation(from.Relations, to.Relations);
        List<EdgeChange> changes =
        [
            .. Change(ChangeAxis.Certainty, certainty, from.Certainties, to.Certainties), .. Change(ChangeAxis.Extent, extent, from.Extents, to.Extents),
            .. Change(ChangeAxis.Restriction, restriction, from.Narrowings, to.Narrowings), .. Change(ChangeAxis.Relation, relation, from.Relations, to.Relations),
            .. Quantity.Changed(earlier.Proposition.Quantities, later.Proposition.Quantities).Select(pair => new EdgeChange(ChangeAxis.Number, 0, pair.From.Text, pair.To.Text)),
        ];
        var sum = certainty + extent + restriction + relation;
        return (sum >= Noticeable ? Drift.Stronger : sum <= -Noticeable ? Drift.Weaker : Drift.Same, changes);
    }

    // "all" outweighs what else is counted in the sentence; below that, the smallest part is what is claimed.
    private static int ExtentOf(IReadOnlyList<Cue> extents) =>
        extents.Count == 0 ? BareExtent : extents.Max(cue => cue.Weight) is > BareExtent and var widest ? widest : extents.Min(cue => cue.Weight);

    // That things go together is one claim, that one makes the other is a larger one.
    private static int Causation(IReadOnlyList<Cue> from, IReadOnlyList<Cue> to) =>
        from.Count == 0 || to.Count == 0 ? 0 : from.Any(cue => cue.Weight > 0).CompareTo(to.Any(cue => cue.Weight > 0)) * -1;

    private static IEnumerable<EdgeChange> Change(ChangeAxis axis, double difference, IReadOnlyList<Cue> from, IReadOnlyList<Cue> to)
    {
        if (Math.Abs(difference) >= Noticeable) yield return new(axis, Math.Sign(difference), Words(from), Words(to));
    }

    private static string Words(IReadOnlyList<Cue> cues) => string.Join(", ", cues.OrderBy(cue => cue.At).Select(cue => cue.Words));

    // What repeats the words of a sentence in their order, and passes over a stretch of it, leaves out what the stretch said.
    private static bool IsCutShort(ReadClaim earlier, ReadClaim later)
    {
        var kept = Kept(earlier.Words, later.Words);
        var same = kept.Count(isKept => isKept);
        if (later.Words.Count == 0 || same < RepeatedShare * later.Words.Count) return false;
        var said = Enumerable.Range(0, later.Words.Count).Select(later.Words.HashAt).ToHashSet();
        for (int start = 0, end; start < kept.Length; start = end + 1)
        {
            for (end = start; end < kept.Length && !kept[end];) end++;
            if (end - start >= later.Words.Count - same + CutWords && !Enumerable.Range(start, end - start).Any(i => earlier.Words.IsContent(i) && said.Contains(earlier.Words.HashAt(i)))) return true;
        }

        return false;
    }

    // Which words of the one stand in the other, in one order.
    private static bool[] Kept(TokenStream one, TokenStream other)
    {
        var lengths = new int[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
            for (var k = other.Count - 1; k >= 0; k--)
                lengths[i, k] = one.HashAt(i) == other.HashAt(k) ? lengths[i + 1, k + 1] + 1 : Math.Max(lengths[i + 1, k], lengths[i, k + 1]);
        var kept = new bool[one.Count];
        for (int i = 0, k = 0; i < one.Count && k < other.Count;)
        {
            if (one.HashAt(i) == other.HashAt(k)) (kept[i], i, k) = (true, i + 1, k + 1);
            else if (lengths[i + 1, k] >= lengths[i, k + 1]) i++;
            else k++;
        }

        return kept;
    }

    private Reach Read(string sentence)
    {
        var extentHits = extents.Find(sentence).ToList();
        bool IsFree(LexiconHit hit) => !extentHits.Exists(extent => extent.Span.Overlaps(hit.Span));
        var narrow = restrictions.Find(sentence).Concat(lexicons.ScopeQuantifiers.Find(sentence).Where(hit => hit.Term is { Category: "scope_narrow", Subcategory: not "proportion" }));
        var wide = lexicons.ScopeQuantifiers.Find(sentence).Where(hit => hit.Term is { Category: "scope_broad", Subcategory: not "universal" });
        // A word of frequency is no doubt about what is said of most cases.
        var hedges = lexicons.Hedges.Find(sentence).Where(hit => hit.Term.Subcategory is not "condition" && IsFree(hit)).ToList();
        hedges.AddRange(softeners.Find(sentence).Where(hit => IsFree(hit) && !hedges.Exists(known => known.Span.Overlaps(hit.Span))).ToList());
        var boosters = force.Find(sentence).ToList();
        boosters.AddRange(lexicons.Boosters.Find(sentence).Where(hit => IsFree(hit) && !boosters.Exists(known => known.Span.Overlaps(hit.Span))).ToList());
        var relations = lexicons.CausalVerbs.Find(sentence).Where(hit => hit.Term.Subcategory is "association" or "direct_cause" or "mechanism");
        return new(
            Cues(sentence, hedges, hit => -hit.Term.Weight).Concat(Cues(sentence, boosters, hit => hit.Term.Weight)).ToList(), [.. Cues(sentence, extentHits, hit => hit.Term.Weight)],
            Cues(sentence, narrow, _ => 1).Concat(Cues(sentence, wide, _ => -1)).ToList(), [.. Cues(sentence, relations, hit => hit.Term.Subcategory is "association" ? 0 : 1)]);
    }

    private static IEnumerable<Cue> Cues(string sentence, IEnumerable<LexiconHit> hits, Func<LexiconHit, int> weight) => hits.Select(hit => new Cue(hit.Span.Of(sentence), hit.Span.Start, weight(hit)));
}

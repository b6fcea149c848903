using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC18: a claim of priority against a verified earlier work that does the same, every qualifier of the claim included.</summary>
public sealed partial class NoveltyContradictedDetector(LexiconSet lexicons) : IFlagDetector
{
    /// <summary>Share of the claim's content words that the earlier work's title and summary must have.</summary>
    private const double Same = 0.5;

    private const int FewestWords = 2;

    /// <summary>Different words for the same deed, by stem.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["describ"] = "explain", ["descr"] = "explain", ["label"] = "explain", ["explana"] = "explain", ["vector"] = "steer", ["activat"] = "activat", ["add"] = "activat", ["recover"] = "extract", ["discov"] = "find", ["techniq"] = "method", ["approac"] = "method", ["evaluat"] = "benchma", ["testbed"] = "benchma", ["edit"] = "edit", ["rewrit"] = "edit", ["associa"] = "fact", ["decompo"] = "diction", ["represe"] = "embedd", ["know"] = "fact", ["knowled"] = "fact",
    };

    /// <summary>What any work of the field is about or does: sharing such words says nothing of the claim's own topic.</summary>
    private static readonly HashSet<string> WideWords = new(
        new[] { "method", "approach", "technique", "tool", "system", "introduce", "propose", "provide", "achieve", "interpret", "understand", "general", "perform", "concept", "demonstrate", "model", "language", "network", "feature", "large", "learn", "interpretability" }.Select(ContentWords.Stem),
        StringComparer.Ordinal);

    /// <summary>Base severity of priority in a headline without a qualifier (specification 3, OC18).</summary>
    private const int UnqualifiedBase = 3;

    /// <inheritdoc/>
    public string Code => "OC18";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        foreach (var claim in dossier.Claims)
        {
            if (!dossier.IsContention(claim) || !(claim.Is(ClaimType.Novelty) || NeverPattern().IsMatch(claim.Quote))) continue;
            var hits = lexicons.NoveltyPhrases.Find(claim.Quote).ToList();
            if (!hits.Exists(hit => hit.Term.Subcategory is "first" or "absence_claim") && !NeverPattern().IsMatch(claim.Quote)) continue;
            // "The first autoencoders found ..." tells the history of a field.
            if (HistoryPattern().IsMatch(claim.Quote) && !OwnVoice.IsFramed(dossier.SentenceText(claim))) continue;
            var words = Subject(claim.Quote, hits);
            if (words.Count < FewestWords) continue;
            var qualifiers = hits.Where(hit => hit.Term.Subcategory == "qualifier").Select(hit => hit.Span.Of(claim.Quote)).ToList();
            var earlier = dossier.PriorWork.FirstOrDefault(match => match.Work.Verified && Does(match.Work, words, qualifiers));
            if (earlier is null) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} claims priority; {earlier.Work.Title} ({earlier.Work.Year}) is earlier.",
                $"Of that work the base says: {DossierReading.Cite(earlier.Work.Summary)} It may satisfy every qualifier of the claim; its full text was not read.")
            {
                BaseSeverity = claim.IsHeadline && qualifiers.Count == 0 ? UnqualifiedBase : null, Works = [earlier.Work.Id], Caps = ["no_full_text"],
                Found = earlier.IsCited ? [new(ExculpationKind.EquivalentCited, ExculpationVerdict.NoEffect, null, null, $"the release cites it: {earlier.CitedBy}")] : [],
            };
        }
    }

    [GeneratedRegex(@"\b(?:never (?:been )?(?:done|shown|achieved|possible|seen)(?: before)?|no ?(?:one|body) (?:has |had )?(?:ever |before )|until now,? no|no ?(?:one|body)(?: else)? before (?:us|this|now)|none before (?:us|this|now)|for the first time|(?:we|ours) (?:are|is|were|was) (?:\w+ )?the first|the (?:very )?first (?:\w+ )?(?:ever|to|of its kind|method|model|benchmark|dataset|tool|system|study|account|demonstration|proof|technique|evidence|work|paper|analysis)|first[- ]ever|(?:had|has|have) never (?:before )?been|without precedent|unprecedented|hitherto|nobody (?:else )?(?:has|had)|pioneer\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NeverPattern();

    private static HashSet<string> Subject(string quote, List<LexiconHit> hits)
    {
        var rest = hits.Aggregate(quote, (text, hit) => text.Remove(hit.Span.Start, hit.Span.Length).Insert(hit.Span.Start, new string(' ', hit.Span.Length)));
        return Meant(rest);
    }

    private static HashSet<string> Meant(string text) => ContentWords.Of(text).Select(word => Synonyms.GetValueOrDefault(word, word)).ToHashSet(StringComparer.Ordinal);

    private static bool Does(PriorWork work, HashSet<string> words, List<string> qualifiers)
    {
        var told = $"{work.Title} {work.Summary} {string.Join(' ', work.Tags)}";
        if (qualifiers.Exists(qualifier => !told.Contains(qualifier, StringComparison.OrdinalIgnoreCase))) return false;
        var meant = Meant(told);
        return (double)ContentWords.Shared(words, meant) / words.Count >= Same && words.Count(word => meant.Contains(word) && !WideWords.Contains(word)) >= FewestWords;
    }

    [GeneratedRegex(@"^\W*the (?:very )?(?:first|earliest)\s(?:(?!that\b|which\b|to\b|is\b|are\b)[\w-]+\s){1,6}?(?:\p{L}{3,}ed|found|showed|came|were|was|had|took|made)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HistoryPattern();
}

using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC03: a strong reading stands where attention is, a weak one in limitations, replies or definitions, and nothing in the headline block reconciles
/// them. A limitation near the headline is a reconciliation, not a motte.
/// </summary>
public sealed partial class MotteAndBaileyDetector(Taxonomy taxonomy) : IFlagDetector
{
    /// <summary>From this reach on a headline claim can be a bailey (specification 3, OC03).</summary>
    private const int BroadModel = 5;

    private const int AllComputation = 4;

    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC03";

    /// <inheritdoc/>
    public int Version => 6;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var proves = dossier.Own.Sentences().Any(sentence => TheoremPattern().IsMatch(sentence.Text));
        foreach (var bailey in dossier.WorkClaims())
        {
            // A headline that gives its own figure, or speaks of most, has said how far it goes, unless it puts the figure on a mind laid open.
            if ((Figure.In(bailey.Quote).Count > 0 && !GrandPattern().IsMatch(bailey.Quote)) || MeasuredPattern().IsMatch(bailey.Quote) || IncapablePattern().IsMatch(bailey.Quote)) continue;
            if (bailey.Polarity == Polarity.Negative || (proves && GuaranteePattern().IsMatch(bailey.Quote))) continue;
            if (!bailey.IsHeadline || !(dossier.IsContention(bailey) || IsClosingTitle(bailey)) || !(IsReading(bailey) || GrandPattern().IsMatch(bailey.Quote)) || !IsStrong(bailey) || IsReconciled(dossier, bailey)) continue;
            var motte = Definition(dossier, bailey) ?? Limitation(dossier, bailey) ?? (ClosurePattern().IsMatch(bailey.Quote) ? Partial(dossier, bailey) : null)
                ?? (GrandPattern().IsMatch(bailey.Quote) || ClosurePattern().IsMatch(bailey.Quote) ? Retreat(dossier, bailey) : null);
            if (motte is null) continue;
            yield return new(
                bailey,
                $"Where attention is, the text says {DossierReading.Cite(bailey.Quote)}; elsewhere it says {DossierReading.Cite(motte.Quote)}.",
                "No sentence beside the first was found that reconciles the two; a reader of the headline block alone may take more from it than the second supports.")
            {
                Gap = gaps.Of(bailey, dossier.SupportOf(bailey), withScope: true, ClosurePattern().IsMatch(bailey.Quote) || GrandPattern().IsMatch(bailey.Quote) ? Strength.Closure : bailey.Strength), Quotes = [motte], Caps = ["no_human"],
            };
        }
    }

    /// <summary>A title may promise closure without a verb ("Eliminating ...").</summary>
    private static bool IsClosingTitle(Claim claim) => claim.IsAsserted() && claim.Place is Place.Title or Place.Headline && (ClosurePattern().IsMatch(claim.Quote) || GrandPattern().IsMatch(claim.Quote));

    private static bool IsStrong(Claim claim) => ClosurePattern().IsMatch(claim.Quote) || GrandPattern().IsMatch(claim.Quote) || claim.Strength >= Strength.Explanation || claim.Scope.Model >= BroadModel || claim.Scope.Concept >= AllComputation;

    /// <summary>A comparison, a figure or an experiment is no reading that a text could retreat from.</summary>
    private static bool IsReading(Claim claim) =>
        claim.Type is ClaimType.Descriptive or ClaimType.Mechanism or ClaimType.Generalisation or ClaimType.Utility or ClaimType.SafetyImplication or ClaimType.Completeness or ClaimType.MetricValidity;

    private static bool IsReconciled(Dossier dossier, Claim bailey) =>
        dossier.CaveatsOf(bailey).Any(pair => pair.Proximity <= Proximity.SameSection && pair.Caveat.IsSpecific && pair.Caveat.Place is not (Place.Limitations or Place.Discussion))
        || DefinitionRelief.Of(dossier.DocumentOf(bailey), bailey).Any(found => found.IsNear);

    /// <summary>A word of the headline that is defined down somewhere else.</summary>
    private static FlagQuote? Definition(Dossier dossier, Claim bailey)
    {
        foreach (var document in dossier.Own)
            foreach (var (sentence, isNear) in DefinitionRelief.Of(document, bailey))
                if (!isNear && !sentence.Passage.Span.Overlaps(bailey.Span) && !WideningPattern().IsMatch(sentence.Text)) return sentence.Quote("motte");
        return null;
    }

    /// <summary>A specific limitation, in limitations, discussion or a reply, about the same thing.</summary>
    private static FlagQuote? Limitation(Dossier dossier, Claim bailey)
    {
        var words = ContentWords.Of(bailey.Quote);
        var isShort = dossier.Own.IsShort();
        var isLong = dossier.Own.IsLong();
        var best = from document in dossier.Own
                   from caveat in document.Caveats
                   where caveat.IsSpecific && IsWeakPlace(document, caveat.Place) && (!isLong || caveat.Place is not (Place.Discussion or Place.Conclusion))
                   where caveat.Kind is CaveatKind.Scope or CaveatKind.NegativeResult or CaveatKind.Uncertainty or CaveatKind.AlternativeExplanation
                   let shared = ContentWords.Of(caveat.Quote)
                   where ContentWords.Shared(words, shared) >= 2 && DossierReading.SharedTopic(words, shared) >= (isShort ? 1 : 2) && RetreatPattern().IsMatch(caveat.Quote)
                   orderby ContentWords.Shared(words, shared) descending, caveat.Span.Start
                   select caveat;
        return best.FirstOrDefault()?.Quote("motte");
    }

    /// <summary>What is promised for all, the text elsewhere grants for a part: a rate below all, a restriction, an exception or a failure.</summary>
    private static FlagQuote? Partial(Dossier dossier, Claim bailey)
    {
        var words = DossierReading.TopicOf(bailey.Quote).ToHashSet(StringComparer.Ordinal);
        var isLong = dossier.Own.IsLong();
        var best = from sentence in dossier.Works().Sentences()
                   where !(sentence.Document.Version.Id == bailey.Version && sentence.Passage.Span.Overlaps(dossier.SentenceOf(bailey)))
                   where IsWeakPlace(sentence.Document, sentence.Passage.Place) || (!isLong && sentence.Passage.Place is Place.Body or Place.Results or Place.Appendix)
                   where IsPartial(sentence.Text)
                   let shared = DossierReading.TopicOf(sentence.Text).Count(words.Contains)
                   where shared >= (isLong ? 3 : PartialPattern().IsMatch(sentence.Text) ? 1 : 2)
                   orderby shared descending, sentence.Passage.Index
                   select sentence;
        return best.FirstOrDefault() is { Passage: not null } found ? found.Quote("motte") : null;
    }

    private static bool IsPartial(string text) =>
        PartialPattern().IsMatch(text) || Figure.In(text).Any(figure => figure is { IsRate: true, Value: < 100 });

    /// <summary>
    /// A sentence away from the headline that says what the work amounts to: a reformulation, a definition, a denial of the larger claim, a rest left over.
    /// It need not repeat the headline's words: in a short text, and after "to be clear", it can be about nothing else.
    /// </summary>
    private static FlagQuote? Retreat(Dossier dossier, Claim bailey)
    {
        var isLong = dossier.Own.IsLong();
        foreach (var sentence in dossier.Works().Sentences())
        {
            if (sentence.Passage.Place is Place.Title or Place.Headline or Place.Abstract or Place.KeyResults or Place.Lede or Place.Promo or Place.Method or Place.Table) continue;
            if (isLong && !IsWeakPlace(sentence.Document, sentence.Passage.Place)) continue;
            if (sentence.Document.Version.Id == bailey.Version && sentence.Passage.Span.Overlaps(dossier.SentenceOf(bailey))) continue;
            if (CutDownPattern().IsMatch(sentence.Text) && (!isLong || DossierReading.SharesTopic(bailey.Quote, sentence.Text))) return sentence.Quote("motte");
        }

        return null;
    }

    private static bool IsWeakPlace(DossierDocument document, Place place) =>
        document.Relation == DocumentRelation.Reply || place is Place.Limitations or Place.Discussion or Place.Comment or Place.Conclusion or Place.Footnote;

    [GeneratedRegex(@"\b(?:also|for simplicity|interchangeabl\w+|more generally|accommodates?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WideningPattern();

    /// <summary>What a system cannot do is no promise of the text.</summary>
    [GeneratedRegex(@"\b(?:incapable|unable|impossible to|too (?:small|weak)|cannot|even when|fails?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IncapablePattern();

    [GeneratedRegex(@"\b(?:majority|most|many|half|some)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeasuredPattern();

    [GeneratedRegex(@"\b(?:theorem|lemma|proposition|corollary)s?\s\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TheoremPattern();

    [GeneratedRegex(@"\b(?:guarantee\w*|prov(?:e|es|ed|able|ably)|bounds?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GuaranteePattern();

    [GeneratedRegex(@"\b(?:guarantee\w*|ensures?|eliminat\w+|solv(?:es|ed|ing)|every\s(?!time\b|one of\b)\w+|all (?:of )?(?:the )?\w+ (?:is|are)|fully|completely|entirely|no (?:\w+\s){1,3}(?:survives?|remains?|escapes?|is left|can hide)|prevents? (?:all|any|every)|once and for all|impossible|everything|can \w+ anything|(?:dependable|full|complete|total|precise) control)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClosurePattern();

    /// <summary>The mind, the thoughts, the reasoning or the inside of a system laid open: a reading that no single measurement carries.</summary>
    [GeneratedRegex(@"\b(?:lays? (?:bare|open)|transparent|transparency|inner (?:life|workings?|lives|world|voice|monologue)|minds?|thoughts?|x-?rays?|see[- ]through|glass box|black box|unlock\w*|decipher\w*|demystif\w+|(?:how|why|what) (?:\w+\s){0,3}(?:thinks?|thinking|reasons?|decides?|works?|knows?|believes?|feels?|plans?|understands?|wants?|computes?)|reads? (?:the|its|their|a)?\s?(?:\w+\s)?(?:minds?|thoughts?|intentions?)|whole|entire|open book|true (?:beliefs?|goals?|intentions?)|hidden (?:goals?|motives?|beliefs?|thoughts?)|source of truth|lie detector|intentions|(?:complete|full|total) command|(?:gone|erased|removed|deleted) (?:from|for good|forever))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GrandPattern();

    /// <summary>What the work is after all: a reformulation, a definition, a rest, a denial, a restriction to no more.</summary>
    [GeneratedRegex(@"\b(?:to be (?:clear|precise|fair|exact|sure)|strictly speaking|more precisely|in plain terms|what (?:the|our|this|it)\b[^.]{0,60}\b(?:is|are)|\w+ (?:here )?(?:refers? to|means? (?:only|that|the|a|an)|stands? for|is (?:shorthand|short) for|is meant (?:as|in)|should be (?:read|understood|taken) as)|by [\u201c\u2018""']?\w+[\u201d\u2019""']? we mean|(?:everything|all|anything|whatever) else|the (?:rest|remainder)|(?:do(?:es)?|did) not (?:cover|extend|include|explain|apply|reach|address|account|show|mean|imply)|(?:gives?|makes?|offers?|provides?) no (?:\w+ )?(?:accounts?|claims?|explanations?|statements?|insights?|readings?)|no (?:claim|statement|conclusion)s?\b[^.]{0,40}\b(?:made|intended|drawn)|we (?:do not|don't|never|make no) (?:claim|mean|say|pretend)|(?:was|were|is|are|has|have|had)? ?(?:not|never) (?:meant|intended|claimed|said|promised)|tak(?:e|es) no position|a separate (?:matter|question)|modest (?:point|claim)|remains? un\w+|(?:nothing|no) more(?: than)?|merely)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CutDownPattern();

    [GeneratedRegex(@"\b(?:only|merely|at (?:best|most)|no more than|up to|except|beyond|outside|cannot|can't|(?:do(?:es)?|did) not|fails?|partial\w*|part of|most of|half|rest|remainder|not (?:all|every))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartialPattern();

    [GeneratedRegex(@"\b(?:unclear|not|no|cannot|can't|only|little|may be|might be|whether|never|neither|far from|fails?|unknown)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RetreatPattern();
}

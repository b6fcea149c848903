using System.Text.RegularExpressions;
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
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var proves = dossier.Own.Sentences().Any(sentence => TheoremPattern().IsMatch(sentence.Text));
        foreach (var bailey in dossier.WorkClaims())
        {
            if (bailey.Polarity == Polarity.Negative || (proves && GuaranteePattern().IsMatch(bailey.Quote))) continue;
            if (!bailey.IsHeadline || !(dossier.IsContention(bailey) || IsClosingTitle(bailey)) || !IsReading(bailey) || !IsStrong(bailey) || IsReconciled(dossier, bailey)) continue;
            var motte = Definition(dossier, bailey) ?? Limitation(dossier, bailey) ?? (ClosurePattern().IsMatch(bailey.Quote) ? Partial(dossier, bailey) : null);
            if (motte is null) continue;
            yield return new(
                bailey,
                $"Where attention is, the text says {DossierReading.Cite(bailey.Quote)}; elsewhere it says {DossierReading.Cite(motte.Quote)}.",
                "No sentence beside the first was found that reconciles the two; a reader of the headline block alone may take more from it than the second supports.")
            {
                Gap = gaps.Of(bailey, dossier.SupportOf(bailey), withScope: true, ClosurePattern().IsMatch(bailey.Quote) ? Strength.Closure : bailey.Strength), Quotes = [motte], Caps = ["no_human"],
            };
        }
    }

    /// <summary>A title may promise closure without a verb ("Eliminating ...").</summary>
    private static bool IsClosingTitle(Claim claim) => claim.IsAsserted() && claim.Place is Place.Title or Place.Headline && ClosurePattern().IsMatch(claim.Quote);

    private static bool IsStrong(Claim claim) => ClosurePattern().IsMatch(claim.Quote) || claim.Strength >= Strength.Explanation || claim.Scope.Model >= BroadModel || claim.Scope.Concept >= AllComputation;

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
        var isLong = dossier.Own.IsLong();
        var best = from document in dossier.Own
                   from caveat in document.Caveats
                   where caveat.IsSpecific && IsWeakPlace(document, caveat.Place) && (!isLong || caveat.Place is not (Place.Discussion or Place.Conclusion))
                   where caveat.Kind is CaveatKind.Scope or CaveatKind.NegativeResult or CaveatKind.Uncertainty or CaveatKind.AlternativeExplanation
                   let shared = ContentWords.Of(caveat.Quote)
                   where ContentWords.Shared(words, shared) >= 2 && DossierReading.SharedTopic(words, shared) >= (dossier.Own.IsShort() ? 1 : 2) && RetreatPattern().IsMatch(caveat.Quote)
                   orderby ContentWords.Shared(words, shared) descending, caveat.Span.Start
                   select caveat;
        return best.FirstOrDefault()?.Quote("motte");
    }

    /// <summary>What is promised for all, the text elsewhere grants for a part: "a little over half", "the five that we planted", "at best".</summary>
    private static FlagQuote? Partial(Dossier dossier, Claim bailey)
    {
        var words = DossierReading.TopicOf(bailey.Quote).ToHashSet(StringComparer.Ordinal);
        var isLong = dossier.Own.IsLong();
        var best = from sentence in dossier.Works().Sentences()
                   where !(sentence.Document.Version.Id == bailey.Version && sentence.Passage.Span.Overlaps(dossier.SentenceOf(bailey)))
                   where IsWeakPlace(sentence.Document, sentence.Passage.Place) || (!isLong && sentence.Passage.Place is Place.Body or Place.Results or Place.Appendix)
                   where PartialPattern().IsMatch(sentence.Text)
                   let shared = DossierReading.TopicOf(sentence.Text).Count(words.Contains)
                   where shared >= (isLong ? 3 : 1)
                   orderby shared descending, sentence.Passage.Index
                   select sentence;
        return best.FirstOrDefault() is { Passage: not null } found ? found.Quote("motte") : null;
    }

    private static bool IsWeakPlace(DossierDocument document, Place place) =>
        document.Relation == DocumentRelation.Reply || place is Place.Limitations or Place.Discussion or Place.Comment or Place.Conclusion or Place.Footnote;

    [GeneratedRegex(@"\b(?:also|for simplicity|interchangeabl\w+|more generally|accommodates?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WideningPattern();

    [GeneratedRegex(@"\b(?:theorem|lemma|proposition|corollary)s?\s\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TheoremPattern();

    [GeneratedRegex(@"\b(?:guarantee\w*|prov(?:e|es|ed|able|ably)|bounds?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GuaranteePattern();

    [GeneratedRegex(@"\b(?:guarantee\w*|ensures?|eliminat\w+|solv(?:es|ed|ing)|every\s\w+|all (?:of )?(?:the )?\w+ (?:is|are)|fully|completely|entirely|no (?:\w+\s){1,3}(?:survives?|remains?|escapes?|is left|can hide)|prevents? (?:all|any|every)|once and for all|impossible|everything|anything|(?:dependable|full|complete|total|precise) control)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClosurePattern();

    [GeneratedRegex(@"\b(?:at best|outside (?:what|of)|the rest|remainder|a (?:little|bit) (?:over|under|more|less)|(?:about |over |under |almost |roughly )?(?:half|a third|two thirds|a quarter)|only|cannot|can't|does not|do not|did not|fails?|partial\w*|some of|most of|except|beyond it|not (?:all|every)|succeed(?:s|ed)? in \d|\d+ of (?:the )?\d+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartialPattern();

    [GeneratedRegex(@"\b(?:unclear|not|no|cannot|can't|only|little|may be|might be|whether|never|neither|far from|fails?|unknown)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RetreatPattern();
}

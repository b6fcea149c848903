using System.Text.RegularExpressions;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Reads what sorts of thing a stretch of text says (specification 2.1), by the cues of <c>claim_cues.tsv</c> and the shared lexicons.</summary>
public sealed partial class ClaimTyper(LexiconSet lexicons, ClaimCues cues, RelationReader relations)
{
    /// <summary>A cue of this weight makes a claim by itself; lighter ones need a frame ("we find that") or a second cue.</summary>
    private const int Decisive = 2;

    // The main type is the one that asks for most: what a reader would want tested first.
    private static readonly ClaimType[] Order =
    [
        ClaimType.SelfLimitation, ClaimType.Aspiration, ClaimType.Completeness, ClaimType.Novelty, ClaimType.SafetyImplication, ClaimType.Comparative, ClaimType.Utility,
        ClaimType.Generalisation, ClaimType.MetricValidity, ClaimType.Mechanism, ClaimType.CausalEffect, ClaimType.Normative, ClaimType.Quantitative, ClaimType.Attribution,
        ClaimType.Existence, ClaimType.Descriptive,
    ];

    /// <summary>The types of a stretch, main type first; empty when nothing makes it a claim.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="within">The stretch.</param>
    /// <param name="isFinding">Whether its place in the text makes it a finding, as in the last sentences of an abstract; then the lightest cue is enough.</param>
    public IReadOnlyList<ClaimType> Types(string text, Span within, bool isFinding = false)
    {
        // What somebody's words are said to have led to is a cause, whatever the words that came of it foretell.
        if (ToldInfluence.In(within.Of(text)) is not null) return [ClaimType.CausalEffect];
        var weights = new Dictionary<ClaimType, int>();
        foreach (var hit in cues["type"].Find(text, within))
            if (Code<ClaimType>.TryParse(hit.Term.Subcategory, out var type)) weights[type] = weights.GetValueOrDefault(type) + hit.Term.Weight;
        if (lexicons.NoveltyPhrases.Find(text, within).Any(hit => hit.Term.Weight >= Decisive)) weights[ClaimType.Novelty] = Decisive;
        if (lexicons.LimitationCues.Find(text, within).Any(hit => hit.Term.Subcategory == "caveat_verb"))
            weights[ClaimType.SelfLimitation] = weights.GetValueOrDefault(ClaimType.SelfLimitation) + Decisive;
        // A probability in front of what will happen is a forecast, and no measured quantity.
        if (ForecastPattern().IsMatch(text.AsSpan(within.Start, within.Length))) return [ClaimType.Aspiration];
        // What the writers say they will do by a day is promised, whatever it is about.
        if (OwnFuturePattern().IsMatch(text.AsSpan(within.Start, within.Length)) && Promise.DueOf(within.Of(text), DateOnly.MinValue) is not null) return [ClaimType.Aspiration];
        if (QuantityPattern().IsMatch(text.AsSpan(within.Start, within.Length))) weights[ClaimType.Quantitative] = Decisive;

        var framed = isFinding || cues["frame"].Find(text, within).Any();
        if (framed && weights.Count == 0) return Found(within.Of(text));
        var enough = weights.Values.Any(weight => weight >= Decisive) || (framed && weights.Count > 0);
        if (!enough || (!framed && IsProcedure(text, within) && weights.Values.Max() <= Decisive)) return [];
        return [.. Order.Where(type => weights.GetValueOrDefault(type) >= (framed ? 1 : Decisive)).Take(3)];
    }

    /// <summary>Whether a stretch without any cue still states something: it has a verb, and is no description of what was done.</summary>
    public bool IsStatement(string text, Span within) => !IsProcedure(text, within) && VerbPattern().IsMatch(text.AsSpan(within.Start, within.Length));

    /// <summary>What a finding without a cue of its own says: an effect where it states one, else a description.</summary>
    private IReadOnlyList<ClaimType> Found(string words) => relations.Read(words) is Relation.Causal or Relation.Conditional ? [ClaimType.CausalEffect] : [ClaimType.Descriptive];

    private bool IsProcedure(string text, Span within) =>
        cues["procedure"].Find(text, new(within.Start, Math.Min(within.End, within.Start + 60))).Any(hit => hit.Span.Start - within.Start < 25);

    [GeneratedRegex(@"^\s{0,9}(?:[(#]?\d{1,3}[.):]{1,2}\s{0,9})?[(\[]\s?\d{1,3}(?:\.\d{1,3})?\s?%\s?[)\]](?=.{0,400}\b(?:will|won't|would)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 500)]
    private static partial Regex ForecastPattern();

    [GeneratedRegex(@"\b(?:we|our \w+|the (?:team|lab|company|institute))\s(?:will|shall|plan to|intend to|are going to|is going to|commit to|aim to)\b|\bwe['\u2019]ll\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 500)]
    private static partial Regex OwnFuturePattern();

    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|had|can|could|may|might|will|would|does|do|did|cannot|need|must)\b|\b\p{L}{2,}(?:[^su]s|ed|ing)\b|\bproof that\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex VerbPattern();

    [GeneratedRegex(@"\d(?:\.\d+)?\s?(?:%|percent\b|x\b|times\b|million\b|billion\b|out of\b)|[<>]\s?\d|[-\u2212]\d+\.\d", RegexOptions.CultureInvariant, 500)]
    private static partial Regex QuantityPattern();
}

using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC01: the claim reaches at least two levels further than what was tested, on some axis of the scope lattice.</summary>
public sealed partial class ScopeOvergeneralisationDetector(Taxonomy taxonomy) : IFlagDetector
{
    /// <summary>Levels from which on the claim is beyond the tested scope (specification 3, OC01).</summary>
    private const int FewestLevels = 2;

    private const int AllComputation = 4;

    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC01";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var isShort = dossier.Documents.IsShort();
        foreach (var claim in dossier.Claims)
        {
            // Closure (T11) says the most about scope of all, so it is looked at as well.
            if (!(taxonomy[Code].IsAbout(claim) || claim.Is(ClaimType.Completeness)) || !dossier.IsPutForward(claim)) continue;
            if (dossier.DocumentOf(claim).Document.Kind is DocumentKind.Critique or DocumentKind.Comment or DocumentKind.PriorWork && HeldUpPattern().IsMatch(dossier.SentenceText(claim))) continue;
            if (claim.Type == ClaimType.Existence || claim.Certainty < Certainty.Plain || OutlookPattern().IsMatch(dossier.SentenceText(claim))) continue;
            // A theorem holds for the class that it is about, whatever was measured beside it.
            if (ProvedPattern().IsMatch(claim.Quote)) continue;
            // What was looked at is told by its bounds: "all our prompts are in English" narrows.
            if (TestSetPattern().IsMatch(dossier.SentenceText(claim))) continue;
            if (IsOfTheField(dossier, claim) || dossier.SupportOf(claim) is not { Experiments.Count: > 0 } support) continue;
            // Away from the headline a text says much that its tests are not about.
            if (!claim.IsHeadline && claim.Place != Place.Conclusion && !support.Experiments.Any(experiment => DossierReading.SharesTopic(dossier.SentenceText(claim), experiment.Quote) || experiment.Span.Overlaps(dossier.SentenceOf(claim)))) continue;
            if (Reach(claim.Scope, isShort && !IsCounted(dossier, claim)).ExcessOver(support.Tested) is not { } excess || excess < FewestLevels) continue;
            var tested = support.Experiments[0];
            var isGeneric = claim.Scope.Generic;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} reads as {claim.Scope}; the tests that were found reach {support.Tested}, for example {DossierReading.Cite(tested.Quote)}.",
                $"The claim may exceed the tested scope by {excess} levels{(isGeneric ? ", as a bare plural is read" : "")}.")
            {
                Gap = gaps.Of(claim, support, withScope: true), Quotes = [tested.Quote()], Caps = isGeneric ? ["generic_only"] : [],
            };
        }
    }

    /// <summary>What has been done or wanted so far, and what others have shown: the state of the field, and no result of this text.</summary>
    private static bool IsOfTheField(Dossier dossier, Claim claim) =>
        dossier.SentenceText(claim) is var sentence && (AsShownPattern().IsMatch(sentence) || (!OwnVoice.IsFramed(sentence) && claim.Place is Place.Abstract or Place.Introduction && PerfectPattern().IsMatch(sentence)));

    [GeneratedRegex(@"\bas \p{Lu}[\p{L}.'\u2019-]+(?: (?:et al\.?|and \p{Lu}\p{L}+|\p{Lu}\p{L}+))? (?:has|have|had)? ?(?:shown|showed|shows?|found|argued?s?|put)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsShownPattern();

    [GeneratedRegex(@"\b(?:has|have) (?:(?:not|never|long|so far|often|mostly|always|yet|only) )?(?:been|\w+ed|looked|sought|shown|taken|made|found|become|given|seen)\b|\b(?:wants?|seeks?|asks? for|hopes?|wonders?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PerfectPattern();

    /// <summary>Outlook, insight and place in a field: "a step towards understanding language models" names what the work is about, not what it found.</summary>
    [GeneratedRegex(@"\b(?:insights?|(?:better |our |to |of )underst(?:and|ood)\w*|understanding (?:of|how|why)|advanc(?:e|es|ing|ement)\w*|(?:new |open |promising )?(?:avenues?|directions?)|implications?|optimistic|promising|pav(?:e|es|ing) the way|steps? (?:toward|towards|in)|progress (?:in|on|toward|towards)|foundations? for|lens|framework for|techniques? for|methods? for|approach(?:es)? (?:for|to)|tools? for|study of|(?:study|studies|studied|investigat\w+|explor\w+|examin\w+|asks?) (?:how|what|whether|why|if)|research (?:on|in|into)|questions?|might|may|could|potentially|perhaps|hope\w*|future|interpretability of|analysis of|philosophy|studied|assum\w+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutlookPattern();

    /// <summary>A critic who holds a text up against its evidence repeats its scope and claims nothing of it.</summary>
    [GeneratedRegex(@"\b(?:speaks? of|talks? (?:of|about)|claims?|says|said|writes|wrote|reads|calls|promises|announces|advertis\w+|concludes?|states?|headlines?|title|abstract|authors?|the (?:post|paper|report|release|raters|lab|study))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HeldUpPattern();

    /// <summary>A sentence about the material of the tests.</summary>
    [GeneratedRegex(@"\b(?:all|both|most|none|every one|each)?\s?(?:of\s)?(?:our|the|these|those|my)\s(?:[\w-]+\s){0,2}(?:prompts?|texts?|data|samples?|items|questions|inputs|annotators?|raters?|judges|experiments?|tests|evaluations?|examples|sentences|documents|transcripts)\s(?:(?:is|are|was|were)\s(?:\w+\s)?(?:in|from|by|drawn|taken|written|made|chosen|run|done)|come|came|stem)\b|\b(?:everything|all of (?:this|it)|(?:the|this|our) (?:whole )?(?:study|work))\s(?:is|was|were)\s(?:\w+\s)?(?:done|run|tested|carried out|conducted|made)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestSetPattern();

    /// <summary>A statement that the text itself proves, at a place that it names.</summary>
    [GeneratedRegex(@"\b(?:we|I) (?:\w+ )?(?:prove|derive)\b|\b(?:theorem|lemma|proposition|corollary)s?\s[\dA-Z]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProvedPattern();

    /// <summary>A sentence that counts its own cases ("in 63 of 120 conversations") reports them, whatever plural it begins with.</summary>
    private static bool IsCounted(Dossier dossier, Claim claim) => Figure.In(dossier.SentenceText(claim)).Any(figure => figure.Whole is not null);

    /// <summary>"The features" names those at hand: on the concept axis only all computation, or a bare plural in a text that is read as one, reaches the whole class.</summary>
    private static Scope Reach(Scope scope, bool isShort) => scope.Concept >= AllComputation || (scope.Generic && isShort) ? scope : scope with { Concept = null };
}

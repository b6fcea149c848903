using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC05: units were looked through, one that works was taken, and it is offered as evidence that a task can be done. Targets that were fixed beforehand,
/// and demonstrations that are called so, are fair.
/// </summary>
public sealed partial class StreetlightDemoDetector(Taxonomy taxonomy) : IFlagDetector
{
    private readonly GapRule gaps = new(taxonomy);

    /// <inheritdoc/>
    public string Code => "OC05";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var sentences = dossier.Works().Sentences().ToList();
        if (sentences.Exists(sentence => FixedPattern().IsMatch(sentence.Text))) yield break;
        var search = sentences.Find(sentence => SearchPattern().IsMatch(sentence.Text));
        if (search.Passage is null) yield break;
        foreach (var claim in dossier.WorkClaims())
        {
            if (!dossier.IsPutForward(claim) || !(taxonomy[Code].IsAbout(claim) || claim.Type == ClaimType.Descriptive) || claim.Polarity == Polarity.Negative || claim.Certainty < Certainty.Plain) continue;
            if (!AbilityPattern().IsMatch(claim.Quote) || search.Passage.Span == dossier.SentenceOf(claim)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} reads as an ability; the example behind it was found by searching: {DossierReading.Cite(search.Text)}.",
                $"A list of targets that was fixed before the search was not found in {dossier.Looked()}.")
            {
                Gap = gaps.Of(claim, dossier.SupportOf(claim), withScope: true), Quotes = [search.Quote("evidence")],
                BaseSeverity = claim.Is(ClaimType.Utility, ClaimType.SafetyImplication) ? taxonomy[Code].BaseSeverity + 1 : null,
            };
        }
    }

    [GeneratedRegex(
        @"\bbrows\w+\s(?:\w+\s){0,3}(?:features?|latents?|neurons?|directions?|units?|circuits?|dictionary)\b|\b(?:brows|search|look|scann|sift|comb|hunt|went|go)\w*\s(?:through|among|over)\b[^.]{0,80}\b(?:features?|latents?|neurons?|directions?|units?|dictionary|circuits?|heads?|vectors?|graphs?)\b[^.]{0,120}\b(?:for|until|and|to find)\b|\b(?:took|kept|picked|selected|chose|used|edited)\s(?:only\s)?(?:the\s)?(?:\d+|one|two|three|five|ten|twenty)\s(?:\w+\s)?(?:most|best|strongest|highest|clearest)\b|\b(?:kept|took|picked|selected|chose|used) (?:only )?(?:the|those) (?:\d+|few|ones?|handful)(?: \w+)? (?:whose|that|which|with|where)\b|\b(?:most|best) (?:responsive|steerable|editable|vivid|promising)\b[^.]{0,60}\b(?:edited|steered|used|those)\b|\b(?:found|discovered|came across|noticed|picked|selected|chose)\s(?:\w+\s){0,3}(?:feature|latent|neuron|direction|unit)\b[^.]{0,120}\b(?:then|and)\s(?:\w+\s){0,2}(?:steer|clamp|edit|amplif|turn|set|use|demonstrat|show)\w*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SearchPattern();

    [GeneratedRegex(@"\b(?:pre-?(?:specified|registered|determined|defined|selected)|(?:fixed|chosen|decided|set|listed) (?:in advance|beforehand|before)|held[- ]out targets?|targets? (?:were |was )?(?:taken|drawn) from|published list|random(?:ly)? (?:chosen|sampled|selected) (?:\w+\s)?targets?|all targets|draw was made before|drawn before|demonstration, not)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FixedPattern();

    [GeneratedRegex(@"\b(?:can|lets?|enables?|allows?|makes it possible|gives? (?:us |users |developers )?control|control over|able to)\b[^.]{0,60}\b(?:edit|steer|control|chang|modif|remov|correct|shap|adjust|behav|fix|repair)\w*|\b(?:supports?|provides?|offers?|gives?)\s(?:\w+\s){0,2}(?:control|editing|steering|repair)\b|\b(?:edits?|editing|steering|clamping|interventions?|patches|patching|ablations?)\b[^.]{0,40}\b(?:repairs?|fix(?:es)?|corrects?|removes?|controls?|changes?|gives?|turns?|works?|makes?|prevents?|steers?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AbilityPattern();
}

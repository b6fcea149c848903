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
    public int Version => 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var sentences = dossier.Works().Sentences().ToList();
        if (sentences.Exists(sentence => FixedPattern().IsMatch(sentence.Text))) yield break;
        var search = sentences.Find(sentence => SearchPattern().IsMatch(sentence.Text));
        if (search.Passage is null) yield break;
        foreach (var claim in dossier.WorkClaims())
        {
            if (!dossier.IsPutForward(claim) || !(taxonomy[Code].IsAbout(claim) || claim.Is(ClaimType.Descriptive, ClaimType.Mechanism, ClaimType.Generalisation, ClaimType.Completeness, ClaimType.Quantitative)) || claim.Polarity == Polarity.Negative || claim.Certainty < Certainty.Plain) continue;
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
        @"\b(?:tried|turned up|went through|worked through|tested|sampled|cycled through|clamped|swept)\b[^.]{0,80}\buntil\b|\b(?:made|became|declared|turned)\s(?:it|this|that|them|one)\s(?:\w+\s){0,2}(?:case study|example|showcase|demo|demonstration|target|headline|figure)\b|\b(?:then|afterwards|only then|so|later)\s(?:we\s)?(?:declared|fixed|defined|set|chose|adopted|named|picked)\b[^.]{0,60}\b(?:target|task|goal|case|example|benchmark)\b|\b(?:happened to|as luck would|by chance|serendipit\w+|to our (?:delight|surprise))\b|\b(?:for|with|in|on) one (?:of (?:them|these|those)|case|prompt|story|example|latent|feature|concept)\b[^.]{0,60}\b(?:worked|succeeded|took hold|responded|took effect)\b|\b(?:the one|those|ones|feature|latent|direction|neuron|unit|concept)s? (?:that|which) (?:worked|steered|responded|took hold|moved|reacted|had the (?:largest|strongest|clearest|biggest) effect|gave the (?:best|clearest|strongest|most))\b|\b(?:chose|picked|selected|kept|settled on)\b[^.]{0,80}\b(?:because|since|as|after)\b[^.]{0,40}\b(?:work\w*|effect|respon\w+|vivid\w*|clear\w*|strong\w*|success\w*)\b|\bbrows\w+\s(?:\w+\s){0,3}(?:features?|latents?|neurons?|directions?|units?|circuits?|dictionary)\b|\b(?:brows|search|look|scann|sift|comb|hunt|went|go)\w*\s(?:through|among|over)\b[^.]{0,80}\b(?:features?|latents?|neurons?|directions?|units?|dictionary|circuits?|heads?|vectors?|graphs?)\b[^.]{0,120}\b(?:for|until|and|to find)\b|\b(?:took|kept|picked|selected|chose|used|edited)\s(?:only\s)?(?:the\s)?(?:\d+|one|two|three|five|ten|twenty)\s(?:\w+\s)?(?:most|best|strongest|highest|clearest)\b|\b(?:kept|took|picked|selected|chose|used) (?:only )?(?:the|those) (?:\d+|few|ones?|handful)(?: \w+)? (?:whose|that|which|with|where)\b|\b(?:most|best) (?:responsive|steerable|editable|vivid|promising)\b[^.]{0,60}\b(?:edited|steered|used|those)\b|\b(?:found|discovered|came across|noticed|picked|selected|chose)\s(?:\w+\s){0,3}(?:feature|latent|neuron|direction|unit)\b[^.]{0,120}\b(?:then|and)\s(?:\w+\s){0,2}(?:steer|clamp|edit|amplif|turn|set|use|demonstrat|show)\w*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SearchPattern();

    [GeneratedRegex(@"\b(?:pre-?(?:specified|registered|determined|defined|selected)|(?:fixed|chosen|decided|set|listed) (?:in advance|beforehand|before)|held[- ]out targets?|targets? (?:were |was )?(?:taken|drawn) from|published list|random(?:ly)? (?:chosen|sampled|selected) (?:\w+\s)?targets?|all targets|draw was made before|drawn before|demonstration, not)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FixedPattern();

    [GeneratedRegex(@"\b(?:edits?|editing|graphs?|latents?|features?|vectors?|steering|clamping|dictionar(?:y|ies)|dials?|knobs?|autoencoders?|SAEs?|directions?|neurons?|heads?|circuits?|method|tool|interventions?|patch(?:es|ing)?|ablations?|attribution)\b[^.]{0,40}\b(?:fix(?:es)?|repairs?|cures?|removes?|stops?|prevents?|eliminates?|steers?|controls?|corrects?|changes?|rewrites?|makes?|turns?|suppress(?:es)?|switch(?:es)? off|installs?|erases?|unlearns?|sets?|adjusts?|bends?|moves?|governs?|rules?)\b|\b(?:we|users|developers|anyone|editors?) (?:can|may) (?:now )?\w+\b[^.]{0,40}\b(?:behaviou?rs?|outputs?|style|tone|replies|answers|persona\w*)\b|\b(?:can|lets?|enables?|allows?|makes it possible|gives? (?:us |users |developers )?control|control over|able to)\b[^.]{0,60}\b(?:edit|steer|control|chang|modif|remov|correct|shap|adjust|behav|fix|repair)\w*|\b(?:supports?|provides?|offers?|gives?)\s(?:\w+\s){0,2}(?:control|editing|steering|repair)\b|\b(?:edits?|editing|steering|clamping|interventions?|patches|patching|ablations?)\b[^.]{0,40}\b(?:repairs?|fix(?:es)?|corrects?|removes?|controls?|changes?|gives?|turns?|works?|makes?|prevents?|steers?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AbilityPattern();
}

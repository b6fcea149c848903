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
    public int Version => 4;

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

    private const string Unit = @"(?:features?|latents?|neurons?|directions?|units?|circuits?|heads?|vectors?|dictionar(?:y|ies)|graphs?|prompts?|cases?|examples?|concepts?|edits?|targets?)";

    private const string Pick = @"(?:took|kept|picked|selected|chose|used|edited|steered|settled on|found|discovered|noticed|came across|singled out|landed on)";

    private const string Outcome = @"(?:work\w*|effect\w*|respon\w+|react\w*|steer\w*|succe\w+|vivid\w*|strong\w*|clear\w*|striking\w*|dramatic\w*|moved?|changed?|flipped)";

    /// <summary>
    /// The order of the work: units were gone through until one worked; one was picked for its effect, or as the most effective of them; or one was found
    /// and then put to use; or what worked was made the task afterwards.
    /// </summary>
    [GeneratedRegex(
        @"\b(?:brows|search|look|scann|sift|comb|hunt|went|go|work|cycl|click|page)\w*\s(?:through|among|over|across|around)\b[^.]{0,80}\b" + Unit + @"\b[^.]{0,120}\b(?:for|until|and|to find|till)\b|\bbrows\w+\s(?:\w+\s){0,3}" + Unit
        + @"\b|\b(?:tried|tested|sampled|clamped|swept|turned up|varied)\b[^.]{0,80}\b(?:until|till)\b|\b" + Pick + @"\b[^.]{0,80}\b(?:because|since|as|after|whose|that|which|with the (?:largest|strongest|clearest|biggest|best))\b[^.]{0,50}\b" + Outcome
        + @"\b|\b" + Pick + @"\s(?:only\s)?(?:the\s|those\s)?(?:\w+\s)?(?:most|best|strongest|highest|clearest)\b|\b(?:the one|those|ones) (?:that|which) (?:best |most )?" + Outcome
        + @"\b|\b" + Unit + @" (?:that|which) (?:best |most )?(?:worked|steered|succeeded|moved|gave|had the)\b|\b" + Pick + @"\s(?:\w+\s){0,3}(?:feature|latent|neuron|direction|unit)\b[^.]{0,120}\b(?:then|and)\s(?:\w+\s){0,2}(?:steer|clamp|edit|amplif|turn|set|use|demonstrat|show)\w*|\b(?:then|afterwards|only then|later)\s(?:we\s)?(?:declared|fixed|defined|set|chose|adopted|named|picked|made)\b[^.]{0,60}\b(?:target|task|goal|case|example|benchmark|demo\w*)\b|\bserendipit\w+\b|\bhappened to\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SearchPattern();

    [GeneratedRegex(@"\b(?:pre-?(?:specified|registered|determined|defined|selected)|(?:fixed|chosen|decided|set|listed) (?:in advance|beforehand|before)|held[- ]out targets?|targets? (?:were |was )?(?:taken|drawn) from|published list|random(?:ly)? (?:chosen|sampled|selected) (?:\w+\s)?targets?|all targets|draw was made before|drawn before|demonstration, not)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FixedPattern();

    [GeneratedRegex(@"\b(?:edits?|editing|graphs?|latents?|features?|vectors?|steering|clamping|dictionar(?:y|ies)|dials?|knobs?|autoencoders?|SAEs?|directions?|neurons?|heads?|circuits?|method|tool|interventions?|patch(?:es|ing)?|ablations?|attribution)\b[^.]{0,40}\b(?:fix(?:es)?|repairs?|cures?|removes?|stops?|prevents?|eliminates?|steers?|controls?|corrects?|changes?|rewrites?|makes?|turns?|suppress(?:es)?|switch(?:es)? off|installs?|erases?|unlearns?|sets?|adjusts?|bends?|moves?|governs?|rules?)\b|\b(?:we|users|developers|anyone|editors?) (?:can|may) (?:now )?\w+\b[^.]{0,40}\b(?:behaviou?rs?|outputs?|style|tone|replies|answers|persona\w*)\b|\b(?:can|lets?|enables?|allows?|makes it possible|gives? (?:us |users |developers )?control|control over|able to)\b[^.]{0,60}\b(?:edit|steer|control|chang|modif|remov|correct|shap|adjust|behav|fix|repair)\w*|\b(?:supports?|provides?|offers?|gives?)\s(?:\w+\s){0,2}(?:control|editing|steering|repair)\b|\b(?:edits?|editing|steering|clamping|interventions?|patches|patching|ablations?)\b[^.]{0,40}\b(?:repairs?|fix(?:es)?|corrects?|removes?|controls?|changes?|gives?|turns?|works?|makes?|prevents?|steers?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AbilityPattern();
}

using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC06, subtype <c>mechanism</c>, in a long work: a sentence says how the model does something, where the work's interventions show what an intervention does
/// (or its probes what can be decoded). Where attention is, any such wording counts; in running text only a part of the model that is said to do something.
/// What identifies the mechanism may stand anywhere in the work, so the flag is a candidate for a reader, never open.
/// Which words say a mechanism follows the ladder of causal claims: association, intervention, counterfactual (Joshi et al. 2026, arXiv:2602.16698).
/// </summary>
public sealed partial class MechanismWordingDetector(LexiconSet lexicons) : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC06";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        if (!dossier.Works().IsLong()) yield break;
        foreach (var claim in dossier.WorkClaims())
        {
            if (claim.Mode != AssertMode.Asserts || claim.Type is ClaimType.SelfLimitation or ClaimType.Aspiration || claim.Place is Place.RelatedWork or Place.Other or Place.Table or Place.Title) continue;
            if (dossier.DocumentOf(claim).Document.Kind is not (DocumentKind.Paper or DocumentKind.Preprint)) continue;
            // Appendices, captions, methods and introductions explain terms and set out plans; what they say of a mechanism is said again as a result.
            var isProminent = claim.IsHeadline || claim.Place == Place.Conclusion || (claim.Place == Place.Introduction && FoundPattern().IsMatch(dossier.SentenceText(claim)));
            if (!isProminent && (claim.Place is not (Place.Results or Place.Body or Place.Discussion) || claim.Certainty < Certainty.Plain || AsidePattern().IsMatch(dossier.SentenceText(claim)))) continue;
            var word = isProminent ? Mechanism(claim.Quote) : DoingPattern().Match(claim.Quote) is { Success: true } doing ? doing.Value : null;
            if (word is null || MeasuredPattern().IsMatch(claim.Quote)) continue;
            yield return new(
                claim, $"{DossierReading.Cite(claim.Quote)} says how the model does it ({DossierReading.Cite(word)}).",
                "Whether the work's tests identify that mechanism, or show what an intervention or a probe does, is for a reader to see.")
            {
                Subtype = "mechanism", IsForReader = true, Caps = ["mechanism"],
            };
        }
    }

    private string? Mechanism(string quote)
    {
        if (MechanismPattern().Match(quote) is { Success: true } match) return match.Value;
        if (DoingPattern().Match(quote) is { Success: true } doing) return doing.Value;
        var hit = lexicons.CausalVerbs.Find(quote).FirstOrDefault(hit => hit.Term.Subcategory == "mechanism" && UnitPattern().IsMatch(quote));
        return hit.Term is null ? null : hit.Span.Of(quote);
    }

    [GeneratedRegex(
        @"\b(?:encod(?:e|es|ed|ing)|represent(?:s|ed|ing)?|stor(?:e|es|ed|ing)|comput(?:es|ed|ing)|implement(?:s|ed|ing)?|mechanisms?|mechanistic(?:ally)? (?:underst\w+|explan\w+)|reverse[- ]engineer\w*|the algorithms?|algorithms? (?:learned|used)|responsible for|underl(?:y|ies|ying)|explain(?:s|ed)? (?:how|why)|explanation for how|how (?:LMs|LLMs|models|transformers|networks|GPT-\S+ \w+) \w+|attend(?:s|ed|ing)? (?:more )?to|cop(?:ied|ying)|(?:heads?|layers?|neurons?|circuits?|to|that|which) cop(?:y|ies)|mov(?:e|es|ed|ing) (?:the |information)|inhibit\w*|process(?:es|ed)? (?:its|the|their)|aggregat\w+|transfer(?:red|s)? to|transform(?:s|ed)? \w+ (?:\w+ )?into|is realized|realized in|locali[sz]ed|(?:are|is) (?:more )?distributed|(?:locates?|located) (?:the|where)|(?:understand|explain)\w* the (?:function\w*|roles?)|reveal(?:s|ed|ing)? (?:[\w-]+ ){0,3}(?:features|mechanisms|circuits|representations|structure|algorithms?)|existence of (?:[\w-]+ ){0,4}(?:representations|mechanisms|circuits|features)|computations|act(?:s|ing)? (?:like|as)|operat(?:es|ing) (?:through|via)|uses? [^.]{3,60} to|by (?:first|attending|copying|moving)|role in|disentangl\w+|decompos\w+|information flow|superposition)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MechanismPattern();

    /// <summary>A part of the model does something: "these heads copy", "the layer's neurons store".</summary>
    [GeneratedRegex(
        @"\b(?:heads?|layers?|MLPs?|FFNs?|MHSAs?|modules?|neurons?|convolutions?|circuits?|latents?|features?|components?|vectors?|directions?|subspaces?|SSMs?|blocks?|matri(?:x|ces)|LMs?|LLMs?|models?|networks?|transformers?)\b(?:\s(?:in|of|at|from)\s[^,.;]{1,40}?)?\s(?:\w+ly\s|also\s|first\s|then\s)?(?:encode|represent|store|compute|implement|inhibit|cop(?:y|ie)|move|shift|route|carr(?:y|ie)|transmit|convert|track|retrieve|write|bind|aggregate|combine|attend to|attends to|operate|act as|acts as|act like|acts like|process|transform|mediate|decide|keep track)(?:e?s|d|ed)?\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DoingPattern();

    /// <summary>A finding that the introduction announces.</summary>
    [GeneratedRegex(@"\b(?:we|our (?:results|analysis|analyses|findings|experiments)) (?:\w+ly |also |further )?(?:find|found|show|discover|demonstrate|identify|reveal|uncover|observe|confirm|indicate)\w*\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FoundPattern();

    /// <summary>The work of others, a condition, a definition or a plan.</summary>
    [GeneratedRegex(@"\((?:[^()]*\b)?(?:19|20)\d\d[a-z]?\)|\bet al\b|^\W*(?:if|suppose|consider|let|following|recall|note that|given|assum\w+|when)\b|\b(?:we (?:assume|define|denote|use|compute|say)|would|should|could|defined as|is called|in practice|i\.e\.|e\.g\.)\b|=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsidePattern();

    [GeneratedRegex(@"\b(?:features?|neurons?|heads?|circuits?|latents?|directions?|layers?|components?|subspaces?|MLPs?|modules?|weights|attention|models?|networks?|transformers?|LMs?|LLMs?|vectors?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitPattern();

    /// <summary>A comparison of methods or a figure of merit says nothing of how a model works.</summary>
    [GeneratedRegex(@"\b(?:outperform\w*|state[- ]of[- ]the[- ]art|on par with|competitive|benchmark\w*|framework (?:for|to)|library|we (?:propose|release|provide|develop|offer|derive|introduce|present)|accuracy of|more economical|baselines?|systematically examine)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeasuredPattern();
}

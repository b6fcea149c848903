using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC06, subtype <c>mechanism</c>, in a long work: a sentence says how the model does something, where the work's interventions show what an intervention does
/// (or its probes what can be decoded). What identifies the mechanism may stand anywhere in the work, so the flag is a candidate for a reader, never open.
/// Which words say a mechanism follows the ladder of causal claims: association, intervention, counterfactual (Joshi et al. 2026, arXiv:2602.16698).
/// </summary>
public sealed partial class MechanismWordingDetector(LexiconSet lexicons) : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC06";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        if (!dossier.Works().IsLong()) yield break;
        foreach (var claim in dossier.WorkClaims())
        {
            if (claim.Mode != AssertMode.Asserts || claim.Type is ClaimType.SelfLimitation or ClaimType.Aspiration || claim.Place is Place.RelatedWork or Place.Other or Place.Table or Place.Title) continue;
            if (dossier.DocumentOf(claim).Document.Kind is not (DocumentKind.Paper or DocumentKind.Preprint)) continue;
            var word = Mechanism(claim.Quote);
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
        var hit = lexicons.CausalVerbs.Find(quote).FirstOrDefault(hit => hit.Term.Subcategory == "mechanism" && UnitPattern().IsMatch(quote));
        return hit.Term is null ? null : hit.Span.Of(quote);
    }

    [GeneratedRegex(
        @"\b(?:encod(?:e|es|ed|ing)|represent(?:s|ed|ing)?|stor(?:e|es|ed|ing)|comput(?:es|ed|ing)|implement(?:s|ed|ing)?|mechanisms?|mechanistic(?:ally)? (?:underst\w+|explan\w+)|reverse[- ]engineer\w*|the algorithms?|algorithms? (?:learned|used)|responsible for|underl(?:y|ies|ying)|explain(?:s|ed)? (?:how|why)|explanation for how|how (?:LMs|LLMs|models|transformers|networks|GPT-\S+ \w+) \w+|attend(?:s|ed|ing)? (?:more )?to|cop(?:ied|ying)|(?:heads?|layers?|neurons?|circuits?|to|that|which) cop(?:y|ies)|mov(?:e|es|ed|ing) (?:the |information)|inhibit\w*|process(?:es|ed)? (?:its|the|their)|aggregat\w+|transfer(?:red|s)? to|transform(?:s|ed)? \w+ (?:\w+ )?into|is realized|realized in|(?:are|is) (?:more )?(?:locali[sz]ed|distributed)|act(?:s|ing)? (?:like|as)|operat(?:es|ing) (?:through|via)|uses? [^.]{3,60} to|by (?:first|attending|copying|moving)|role in|disentangl\w+|decompos\w+|information flow|superposition)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MechanismPattern();

    [GeneratedRegex(@"\b(?:features?|neurons?|heads?|circuits?|latents?|directions?|layers?|components?|subspaces?|MLPs?|modules?|weights|attention|models?|networks?|transformers?|LMs?|LLMs?|vectors?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitPattern();

    /// <summary>A comparison of methods or a figure of merit says nothing of how a model works.</summary>
    [GeneratedRegex(@"\b(?:outperform\w*|state[- ]of[- ]the[- ]art|on par with|competitive|benchmark\w*|framework (?:for|to)|library|we (?:propose|release|provide|develop|offer|derive|introduce|present)|accuracy of|more economical|baselines?|systematically examine)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeasuredPattern();
}

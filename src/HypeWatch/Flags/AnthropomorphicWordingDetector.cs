using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC12: a verb of the mind with a model as its subject, without a definition or quotation marks. A note on style, never more.</summary>
public sealed partial class AnthropomorphicWordingDetector(Taxonomy taxonomy, LexiconSet lexicons) : IFlagDetector
{
    /// <summary>Characters between subject and verb: "the model in this test really knows".</summary>
    private const int Reach = 40;

    /// <inheritdoc/>
    public string Code => "OC12";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        foreach (var claim in dossier.Claims)
        {
            if (!dossier.IsContention(claim) || claim.Polarity == Polarity.Negative || !(taxonomy[Code].IsAbout(claim) || claim.Is(ClaimType.Novelty))) continue;
            if (MentalVerb(claim.Quote) is not { } verb || DefinitionRelief.Of(dossier.DocumentOf(claim), claim).Any()) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} uses {DossierReading.Cite(verb)} of a model.",
                "A definition in terms of what was measured was not found in the same document; readers may take the word literally.");
        }
    }

    private string? MentalVerb(string quote)
    {
        foreach (var hit in lexicons.SafetyAndMentalVerbs.Find(quote))
        {
            if (hit.Term.Category != "mental" || IsQuoted(quote, hit.Span)) continue;
            var before = quote[Math.Max(0, hit.Span.Start - Reach)..hit.Span.Start];
            if (SubjectPattern().IsMatch(before)) return hit.Span.Of(quote);
        }

        return null;
    }

    private static bool IsQuoted(string text, Span word) =>
        word.Start > 0 && word.End < text.Length && text[word.Start - 1] is '"' or '\'' or '\u2018' or '\u201c';

    /// <summary>A model, then at most two adverbs or auxiliaries, then the verb.</summary>
    [GeneratedRegex(
        @"\b(?:models?|networks?|LLMs?|AIs?|chatbots?|Claude(?:\s[\w.]+)?|ChatGPT|GPT[\w.-]*|Gemini|Llama(?:\s[\w.]+)?|transformers?|assistants?|AI systems?|machines?|it)(?:\s(?:really|actually|already|truly|itself|secretly|also|often|internally|is|are|was|does|can|will|has|have|really|genuinely|privately|consciously)){0,3}\s$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubjectPattern();
}

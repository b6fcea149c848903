using System.Text.RegularExpressions;

namespace HypeWatch.Flags;

/// <summary>Another, simpler way of doing a task, named in a sentence: "a keyword list", "an ordinary regression", "random directions", "the chat window alone".</summary>
internal static partial class RivalMethod
{
    /// <summary>Whether a sentence names one.</summary>
    public static bool IsIn(string text) => NamePattern().IsMatch(text);

    /// <summary>Whether a sentence gives the outcome of one that a claim does not speak of itself.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="claim">The sentence of the claim: what it names is its own method.</param>
    public static bool IsScoredIn(string text, string claim) =>
        OutcomePattern().IsMatch(text)
        && (NamePattern().Matches(text).Any(match => !claim.Contains(match.Groups["noun"].Value, StringComparison.OrdinalIgnoreCase)) || AlonePattern().IsMatch(text));

    [GeneratedRegex(@"\b(?:a|an|one|plain|simple|simpler|single|random|classical|classic|zero-shot|few-shot|off-the-shelf|fine-?tun\w+|ordinary|standard|linear|logistic|existing|conventional|stern|equally many|as many)\s(?:[\w-]+\s){0,3}?(?<noun>regression|prompts?|prompting|classifier|baseline|filter|search|expression|regex|encoder|transformer|n-grams?|word (?:list|counts?)|lists?|keywords?|key ?words?|heuristic|rules?|rule set|probe|vector|projection|directions?|components?|units|latents|features|heads|neurons|lookup|judge|model (?:without|alone)|system prompt|instruction|fine-tuning|guess|overlap|phrases)\b|\b(?:zero|few)-shot\s(?:[\w-]+\s){0,2}?(?<noun>vector|probe|classifier|baseline)s\b|\b(?<noun>prompting|fine-tuning|TF-IDF|bag[- ]of[- ]words|logistic regression|PCA|difference[- ](?:in|of)[- ]means|LoRA|keyword (?:search|list)|word overlap|regular expressions?|pattern search|rule set)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();

    /// <summary>The same people or system without the method.</summary>
    [GeneratedRegex(@"\bwith (?:[\w-]+\s){1,4}(?:alone|only)\b|\b(?:some|teams|users|people|raters|auditors|those|others|colleagues)\b[^.;]{0,40}\bwithout\b|\bwithout (?:it|them|any|the (?:tool|method|vector|edit|filter|latent))\b|\bbefore (?:it|the (?:edit|filter|change))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AlonePattern();

    [GeneratedRegex(@"\d|\b(?:less|more|fewer|worse|better|nothing|none|half|as (?:well|many|often|good)|slower|faster|sooner|later)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutcomePattern();
}

using System.Text.RegularExpressions;

namespace HypeWatch.Evidence;

/// <summary>Names of model families that a text mentions, so that evidence from several families can be told from evidence on one.</summary>
internal static partial class ModelMentions
{
    /// <summary>The distinct families, lower case.</summary>
    public static IReadOnlySet<string> Families(string text) =>
        FamilyPattern().Matches(text).Select(match => match.Groups["family"].Value.ToLowerInvariant().Replace(' ', '-')).ToHashSet(StringComparer.Ordinal);

    /// <summary>The distinct sizes such as <c>7B</c>, upper case.</summary>
    public static IReadOnlySet<string> Sizes(string text) =>
        SizePattern().Matches(text).Select(match => match.Groups["size"].Value.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?<family>GPT-?(?:Neo|J|\d)|Claude|Llama|LLaMA|Gemma|Gemini|Pythia|Mistral|Mixtral|Qwen|OLMo|OPT|BLOOM|Falcon|PaLM|DeepSeek|Phi-?\d|BERT|RoBERTa|T5|ViT|ResNet|AlexNet|Inception(?:V\d)?|CLIP|Tracr|Grok|ChatGPT|Vicuna|Alpaca)(?!\p{L})",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FamilyPattern();

    [GeneratedRegex(@"(?<![\p{L}\d.])(?<size>\d{1,4}(?:\.\d)?\s?[BM])(?:[- ](?:parameter|param|model|base|chat|instruct|checkpoint|version|transformer|language)|\b(?= (?:to|and|,))|-)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SizePattern();
}

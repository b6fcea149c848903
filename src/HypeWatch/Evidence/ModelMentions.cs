using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>Names of model families that a text mentions, so that evidence from several families can be told from evidence on one.</summary>
internal static partial class ModelMentions
{
    /// <summary>The distinct families, lower case.</summary>
    public static IReadOnlySet<string> Families(string text) =>
        FamilyPattern().Matches(text).Select(match => match.Groups["family"].Value.ToLowerInvariant().Replace(' ', '-')).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where models are named, each with its version and size.</summary>
    public static IEnumerable<Span> Names(string text) => NamePattern().Matches(text).Select(match => new Span(match.Index, match.Index + match.Length));

    /// <summary>The distinct sizes such as <c>7B</c>, upper case.</summary>
    public static IReadOnlySet<string> Sizes(string text) =>
        SizePattern().Matches(text).Select(match => match.Groups["size"].Value.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);

    private const string Family = "GPT-?(?:Neo|J|\\d)|Claude|Llama|LLaMA|Gemma|Gemini|Pythia|Mistral|Mixtral|Qwen|OLMo|OPT|BLOOM|Falcon|PaLM|DeepSeek|Phi-?\\d|BERT|RoBERTa|T5|ViT|ResNet|AlexNet|Inception(?:V\\d)?|CLIP|Tracr|Grok|ChatGPT|Vicuna|Alpaca";

    [GeneratedRegex(@"(?<![\p{L}\d])(?:" + Family + @")(?:[- ]?(?:\d+(?:\.\d+)?[BMbm]?(?![\w.]\w)|[vV]\d|X?L|[Ss]mall|[Mm]edium|[Ll]arge|[Mm]ini|[Bb]ase|[Ss]onnet|[Hh]aiku|[Oo]pus|[Cc]hat|[Ii]nstruct|[Ii]t|NeoX|Turbo|Flash|Pro))*(?!\p{L})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?<family>" + Family + @")(?!\p{L})",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FamilyPattern();

    [GeneratedRegex(@"(?<![\p{L}\d.])(?<size>\d{1,4}(?:\.\d)?\s?[BM])(?:[- ](?:parameter|param|model|base|chat|instruct|checkpoint|version|transformer|language)|\b(?= (?:to|and|,))|-)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SizePattern();
}

using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>A model named in a text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Family">The family, lower case.</param>
/// <param name="Name">The whole name as printed, lower case.</param>
internal readonly record struct NamedModel(Span Span, string Family, string Name);

/// <summary>Finds names of models: a family, then versions and sizes.</summary>
internal static partial class ModelNames
{
    /// <summary>The named models of a part of a text, in order.</summary>
    public static IEnumerable<NamedModel> In(string text, Span within)
    {
        for (var match = Name().Match(text, within.Start, within.Length); match.Success; match = match.NextMatch())
            yield return new(new(match.Index, match.Index + match.Length), Family(match.Groups["family"].Value), match.Value.TrimEnd().ToLowerInvariant());
    }

    private static string Family(string printed) => printed.ToLowerInvariant() switch
    {
        "sonnet" or "haiku" or "opus" => "claude",
        "chatgpt" => "gpt",
        "codellama" => "llama",
        var other => other,
    };

    [GeneratedRegex(
        """
        (?<![\w-])(?<family>Claude|ChatGPT|GPT|Gemma|Gemini|CodeLlama|L[Ll]a[Mm][Aa]|Mistral|Mixtral|Pythia|Qwen|OPT|BERT|RoBERTa|T5|Phi|OLMo|DeepSeek|BLOOM|PaLM|Falcon|Grok|ViT|CLIP|AlexNet|ResNet|InceptionV1|TinyStories|Othello-GPT|AlphaFold|ESM|Stable[ ]Diffusion|Sonnet|Haiku|Opus)
        (?:[- ]?(?:\d+(?:\.\d+)?[BMbmo]?(?![\w.])|[vV]\d|J|Neo|NeoX|R1|XL|[Ss]onnet|[Hh]aiku|[Oo]pus|[Ss]mall|[Mm]edium|[Ll]arge|[Mm]ini|[Ii]t|[Cc]hat|[Ii]nstruct|Turbo|Flash|Pro))*(?!\w)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}

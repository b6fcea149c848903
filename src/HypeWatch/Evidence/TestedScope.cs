using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>
/// Reads the scope that a sentence says was tested (specification 2.5). Unlike the scope of a claim it is never broader than M4, D4, K3, P3:
/// nobody tests "large models", one tests some of them. What the sentence does not say stays unknown.
/// </summary>
internal sealed partial class TestedScope(LexiconSet lexicons)
{
    public Scope Read(string text, Sampling sampling)
    {
        var lexical = lexicons.ScopeQuantifiers.Find(text).Where(hit => hit.Term.Category is "scope_narrow" or "scope_mid").Select(hit => hit.Term.Subcategory).ToList();
        return new(Model(text, lexical), Data(text, lexical), Concept(text, sampling), Deployment(text));
    }

    /// <summary>The model axis for evidence pooled over sentences: two families are M4, several sizes of one M3.</summary>
    public static int? Pooled(int? joined, IReadOnlySet<string> families, IReadOnlySet<string> sizes) =>
        families.Count > 1 ? Max(joined, 4) : sizes.Count > 1 ? Max(joined, 3) : families.Count == 1 && joined is null ? 2 : joined;

    private static int? Model(string text, List<string> lexical)
    {
        int? level = null;
        if (ManyModels().Match(text) is { Success: true } many) level = many.Groups["two"].Success ? 3 : 4;
        if (lexical.Contains("model_M4")) level = Max(level, 4);
        if (lexical.Contains("model_M3")) level = Max(level, 3);
        level = Pooled(level, ModelMentions.Families(text), ModelMentions.Sizes(text));
        if (level is null && (OneModel().IsMatch(text) || lexical.Contains("model_M2") || ModelMentions.Sizes(text).Count == 1)) level = 2;
        var oneLayer = OneLayer().IsMatch(text) && !ManyLayers().IsMatch(text);
        return oneLayer && level is null or 2 ? (oneLayer ? 1 : level) : level;
    }

    private static int? Data(string text, List<string> lexical)
    {
        if (ManySets().IsMatch(text)) return 3;
        if (OneSet().IsMatch(text) || lexical.Contains("data") || ManyInputs().IsMatch(text)) return 2;
        if (PickedInputs().IsMatch(text)) return 1;
        return OneInput().IsMatch(text) ? 0 : null;
    }

    private static int? Concept(string text, Sampling sampling)
    {
        if (ManyUnits().IsMatch(text))
        {
            return sampling switch
            {
                Sampling.Exhaustive => 3,
                Sampling.Random => 2,
                _ => 1,
            };
        }

        return OneUnit().IsMatch(text) ? 0 : null;
    }

    private static int? Deployment(string text)
    {
        var match = Setting().Match(text);
        return !match.Success ? null : match.Groups["production"].Success ? 3 : match.Groups["trial"].Success ? 2 : match.Groups["offline"].Success ? 0 : 1;
    }

    private static int Max(int? a, int b) => Math.Max(a ?? b, b);

    [GeneratedRegex(
        @"\b(?:(?<two>two|both|2)|three|four|five|six|seven|eight|nine|ten|twelve|several|multiple|[3-9]|\d{2,3})\s(?:[\w.-]+\s){0,3}?(?:models|networks|transformers|LLMs|architectures|(?:model\s)?families)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ManyModels();

    [GeneratedRegex(@"\b(?:a|an|one|the|our|this|that|their|single|its)\s(?:[\w.-]+\s){0,4}?(?:model|network|transformer|LLM|checkpoint|perceptron|MLP)\b(?!\s(?:families|sizes))|\b\d+(?:\.\d+)?[- ](?:billion|million)[- ]parameter\b|\b(?:one|two|three|four)-layer\s(?:[\w-]+\s)?(?:perceptron|transformer|network|MLP|model)\b|\bno other model\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneModel();

    [GeneratedRegex(@"\b(?:(?:middle|first|last|final|one|single|same|this|a given|that)\slayer|layer\s\d{1,3}|one-layer|one site|a single site)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneLayer();

    [GeneratedRegex(@"\b(?:all|every|each|across|several|two|three|four|\d{1,3})\s(?:\w+\s)?layers?\b|\blayers\s\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ManyLayers();

    [GeneratedRegex(
        @"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|\d{1,3})\s(?:[\w-]+\s){0,2}?(?:data ?sets|corpora|benchmarks|tasks|domains|languages)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ManySets();

    [GeneratedRegex(@"\b(?:one|a|the|this|single)\s(?:[\w-]+\s){0,2}?(?:data ?set|corpus|benchmark|task|test set)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneSet();

    [GeneratedRegex(@"\b\d[\d,]*\s(?:[\w-]+\s){0,3}?(?:prompts|inputs|sentences|examples|questions|conversations|transcripts|trials|texts|images|tokens|items|cases|replies|responses|answers|outputs|documents)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ManyInputs();

    [GeneratedRegex(@"\b(?:hand-?picked|selected|chosen|curated|a few|a handful of)\s(?:[\w-]+\s){0,2}?(?:prompts|inputs|examples|sentences)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PickedInputs();

    [GeneratedRegex(@"\b(?:one|a single)\s(?:[\w-]+\s)?(?:prompt|input|example|sentence|conversation|reply)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneInput();

    [GeneratedRegex(
        @"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|several|some|all|every|\d[\d,]*)\s(?:[\w-]+\s){0,3}?(?:features?|latents?|neurons?|heads?|circuits?|concepts?|directions?|probes?|units?|vectors?|components?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ManyUnits();

    [GeneratedRegex(
        @"\b(?:a|an|one|the|our|this|their|single)\s(?:[\w-]+\s){0,2}?(?:feature|latent|neuron|head|circuit|concept|direction|probe|vector)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneUnit();

    [GeneratedRegex(
        @"\b(?:(?<production>production traffic|deployed system|in production)|(?<trial>production trial|pilot deployment|field trial)|(?<offline>offline)|red[- ]team\w*|simulat\w+|sandbox\w*|auditing game)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}

using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>The data axis (D0 one input to D5 any input) and the deployment axis (P0 offline to P4 society).</summary>
internal sealed partial class SettingAxes(Lexicon quantifiers)
{
    /// <summary>The data axis: the broadest mention counts.</summary>
    public int? Data(string text, Span within, List<Word> words)
    {
        int? level = null;
        foreach (var hit in quantifiers.Find(text, within))
        {
            if (hit.Term.Subcategory is not "data") continue;
            level = Larger(level, hit.Term.Term switch
            {
                "on these prompts" or "held-out prompts" => 1,
                "all languages" or "any language" or "in english" => 4,
                _ => hit.Term.Weight > 1 ? 5 : 2,
            });
        }

        foreach (var word in words)
        {
            level = Larger(level, word.Lower switch
            {
                "dataset" or "corpus" or "benchmark" or "task" => 2,
                "datasets" or "corpora" or "benchmarks" => 3,
                "multilingual" or "multimodal" or "cross-lingual" => 4,
                _ => null,
            });
        }

        var slice = text.AsSpan(within.Start, within.Length);
        if (OneInput().IsMatch(slice)) level = Larger(level, 0);
        if (SomeInputs().IsMatch(slice)) level = Larger(level, 1);
        return level;
    }

    /// <summary>The deployment axis: the broadest mention counts.</summary>
    public int? Deployment(string text, Span within, List<Word> words)
    {
        int? level = null;
        foreach (var hit in quantifiers.Find(text, within))
        {
            if (hit.Term.Subcategory is not "deployment" || hit.Term.Term is "open-source models") continue;
            level = Larger(level, hit.Term.Term is "in society" or "regulators" or "governments" or "the public" ? 4 : 3);
        }

        foreach (var word in words)
        {
            level = Larger(level, word.Lower switch
            {
                "red-team" or "red-teaming" or "red-teamers" or "simulated" or "simulation" => 1,
                "pilot" => 2,
                "deployment" or "deployed" => 3,
                "regulation" or "society" or "policymakers" or "lawmakers" or "citizens" or "policy" or "viral" => 4,
                _ => null,
            });
        }

        return level;
    }

    private static int? Larger(int? a, int? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);

    [GeneratedRegex(@"\b(one|a single|this) (prompt|input|reply|sentence|example|image|conversation)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneInput();

    [GeneratedRegex(@"\b(\d+|two|three|four|five|six|several|a few|some|selected|hand-picked)( [\w-]+)? (prompts|inputs|replies|sentences|examples|images|conversations)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SomeInputs();
}

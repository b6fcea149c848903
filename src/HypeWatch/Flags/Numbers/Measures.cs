using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>What a column measures: the words by which sentences and heads name measures, and in which direction each is better.</summary>
internal static partial class Measures
{
    /// <summary>Whether lower values of what is named are better; null where the words name no known measure.</summary>
    public static bool? LowerIsBetter(string words)
    {
        if (Down().IsMatch(words)) return true;
        if (Up().IsMatch(words)) return false;
        var (cost, gain) = (Cost().Match(words), Gain().Match(words));
        if (cost.Success && gain.Success) return cost.Index > gain.Index;
        return cost.Success ? true : gain.Success ? false : null;
    }

    /// <summary>Whether words name a measure at all.</summary>
    public static bool AreIn(string words) => LowerIsBetter(words) is not null;

    /// <summary>A column that describes the row and measures nothing.</summary>
    public static bool IsNone(string head) => NoMeasure().IsMatch(head);

    /// <summary>A row that is measured for comparison's sake: chance, a ceiling, a control, a summary of others.</summary>
    public static bool IsReference(string label) => Reference().IsMatch(label);

    [GeneratedRegex(@"\u2193|\blower is better\b|\b(?:smaller|less|fewer) is better\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Down();

    [GeneratedRegex(@"\u2191|\b(?:higher|larger|more) is better\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Up();

    [GeneratedRegex(@"\b(?:(?:loss(?:es)?|variance)(?! (?:recovered|explained|reduction|captured))|cross[- ]entropy|errors?|perplexity|ppl|latency|runtime|time|seconds|memory|KL|MSE|RMSE|MAE|NMSE|WER|FLOPs?|costs?|distance|violations?|toxicity|toxic|L0|FVU|rank|dead|hallucinat\w+|false (?:positives?|negatives?|alarms?)|FPR|FNR|misses|missed|leak\w*|degradation|drops?|regret|failures?|failed|harm\w*|ECE|Brier|divergence|interference)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cost();

    [GeneratedRegex(@"\b(?:accurac\w+|acc\.?|recall|precision|sensitivity|specificity|F1|AUROC|AUC|AUPRC|mAP|scores?|agreement|success(?:es)?|wins?|correlations?|R2|rho|faithful\w*|completeness|BLEU|ROUGE|exact match|EM|recovered|explained|captured|detected|solved|correct|similarity|quality|coherence|fluency|fidelity|hits?|kept|retained|performance|reward|pass@\d+|TPR|purity|monosemanticity|consistency|robustness|coverage)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gain();

    [GeneratedRegex(@"^(?:n|#.*|.*\b(?:parameters?|params|size|layers?|year|seeds?|examples|CI|std|s\.?d\.?|width|number|dim\w*|\u0394|delta|change|difference|p-?value)\b.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoMeasure();

    [GeneratedRegex(@"\b(?:oracle|upper bound|ceiling|humans?|full model|original model|ground truth|skyline|average|avg|mean$|total|overall|chance|random(?:ly)?|guess\w*|majority|shuffled|permuted|untrained|control|supervised|target)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}

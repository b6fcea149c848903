using System.Text.RegularExpressions;

namespace HypeWatch.Lexicons;

/// <summary>
/// Words by which a size that was chosen before training ("dictionaries of 34 million entries") is told from a number of things that were found ("found 34 million features").
/// </summary>
public static partial class CountedSizes
{
    /// <summary>Below this a count may well have been looked through one by one.</summary>
    public const double Fewest = 1000;

    /// <summary>What is counted.</summary>
    [GeneratedRegex(@"\b(?:features?|latents?|concepts?|neurons?|units?|directions?|entries)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Unit();

    /// <summary>A verb of finding and the number of what was found (group <c>amount</c>), in either order.</summary>
    [GeneratedRegex(
        @"\b(?:found|finds?|finding|discover(?:s|ed|ing)?|extract(?:s|ed|ing)?|identif(?:y|ies|ied|ying)|uncover(?:s|ed|ing)?|reveal(?:s|ed|ing)?|map(?:s|ped|ping)|isolat(?:ed|ing))\b[^.;:]{0,40}?(?<amount>\b\d[\d,.]*(?:[ -]?(?:thousand|million|billion|[kKmMbB]))?)\b (?:[\w-]+ ){0,3}(?:features|latents|concepts)\b"
        + @"|(?<amount>\b\d[\d,.]*(?:[ -]?(?:thousand|million|billion|[kKmMbB]))?)\b (?:[\w-]+ ){0,3}(?:features|latents|concepts)\b (?:(?:were|was|have been|are|that were) )?(?:found|discovered|extracted|identified|uncovered|revealed|isolated)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Found();

    /// <summary>Another's work, or features of another kind.</summary>
    [GeneratedRegex(@"\b(?:another|other) (?:\w+ )?(?:groups?|labs?|teams?|compan(?:y|ies)|models?)\b|\bfeatures of (?:the|its|a|our|their) (?:\w+ )?(?:products?|apps?|software|programs?|websites?|phones?)\b|\busers found\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Elsewhere();

    /// <summary>What is built and trained with so many entries.</summary>
    [GeneratedRegex(@"\b(?:sizes?|widths?|dictionar(?:y|ies)|SAEs? (?:of|with)|auto-?encoders? (?:of|with)|hidden (?:units|dimensions?)|expansion|capacity|train(?:ed|ing) (?:\w+ ){0,4}(?:SAEs?|auto-?encoders?|dictionar(?:y|ies))|up to)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Capacity();

    /// <summary>How many are in use: "65 % of the features were dead", "12 million alive".</summary>
    [GeneratedRegex(@"\b(?:\d[\d.,]*\s?(?:%|percent|thousand|million|[kKmM]\b))[^.;]{0,60}\b(?:dead|alive|never (?:fire|active|activate)\w*)\b|\b(?:dead|alive)\b[^.;]{0,60}\b\d[\d.,]*\s?(?:%|percent|million)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Alive();
}

using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>OC11: a release about safety claims usefulness or safety where attention is, and no passage in any of its documents names a limit.</summary>
public sealed partial class MissingLimitationDetector(LexiconSet lexicons) : IFlagDetector
{
    /// <summary>A claim that names one model carries its limit with it.</summary>
    private const int OneModel = 2;

    /// <inheritdoc/>
    public string Code => "OC11";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var works = dossier.Works().ToList();
        if (works.Exists(document => document.Caveats.Count > 0)) yield break;
        var claim = dossier.WorkClaims().FirstOrDefault(claim =>
            (claim.Is(ClaimType.Utility, ClaimType.SafetyImplication) || EffectPattern().IsMatch(claim.Quote)) && claim.Certainty >= Certainty.Plain && claim.Polarity == Polarity.Positive
            && (claim.IsHeadline || claim.Place is Place.Promo or Place.Social) && !(claim.Scope.Model <= OneModel) && dossier.IsContention(claim));
        if (claim is null || !(claim.Is(ClaimType.SafetyImplication) || IsAboutSafety(dossier.SentenceText(claim)))) yield break;
        if (works.Sentences().Any(HasLimit)) yield break;
        yield return new(
            claim,
            $"{DossierReading.Cite(claim.Quote)} stands where attention is.",
            $"A passage that names a limit, a failure or an untested case was not found in {dossier.Looked()}.")
        {
            IsReleaseLevel = true,
        };
    }

    private bool IsAboutSafety(string text) => HarmPattern().IsMatch(text) || lexicons.SafetyAndMentalVerbs.Find(text).Any(hit => hit.Term.Category == "safety");

    private bool HasLimit(Sentence sentence) =>
        sentence.Passage.Place == Place.Limitations || LimitPattern().IsMatch(sentence.Text) || LinkPattern().IsMatch(sentence.Text)
        || lexicons.LimitationCues.Find(sentence.Text).Any(hit => hit.Term.Weight > 0 && hit.Term.Subcategory != "heading");

    [GeneratedRegex(@"\b(?:however|but|only|although|though|limit\w*|fail\w*|did not|does not|do not|cannot|future work|not yet|except|unless)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LimitPattern();

    /// <summary>A headline that tells its reader to do it says that it works.</summary>
    [GeneratedRegex(@"^\W*(?:remov\w+|prevent\w*|stop\w*|eliminat\w+|detect\w*|fix\w*|trac\w+|catch\w*|block\w*|cur\w+|end\w*)\s|\b(?:removes?|prevents?|stops?|eliminates?|detects?|traces?|catches|blocks?|protects?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EffectPattern();

    [GeneratedRegex(@"\b(?:hallucinat\w+|harm\w*|toxic\w*|jailbreak\w*|misinformation|copyright\w*|privacy|leak\w*|poison\w*|decepti\w+|misus\w+|takedown|bias\w*|unsafe|attacks?|injections?|manipulation|deceiv\w+|lies|lying|cheat\w*|malicious|danger\w*|fraud\w*|scams?|phishing|spam|hate|abus\w+|suicid\w+|self-harm|violen\w+|weapons?|bioweapons?|extremis\w+|terroris\w+|crim(?:e|es|inal)|malware|intrusions?|backdoors?|trojans?|sabotage|sepsis|cancer|tumou?rs?|stroke|seizures?|diseases?|diagnos\w+|patients?|clinical\w*|medical\w*|hospitals?|wards?|overdos\w+|discriminat\w+|stereotyp\w+|collisions?|crash\w*|accidents?|failures?|theft|exfiltrat\w+|blackmail|scheming|sycophan\w+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HarmPattern();

    /// <summary>A short text that sends its reader to a paper leaves the limits to it.</summary>
    [GeneratedRegex(@"\b(?:in|see|read) (?:the|our) (?:full |accompanying )?(?:paper|preprint|report|post)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkPattern();
}

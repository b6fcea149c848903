using System.Text.RegularExpressions;
using HypeWatch.Flags.Numbers;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC23, subtype <c>capacity</c>: a size that was chosen before training ("dictionaries of 34 million entries") is told as a number of things that were found ("found 34 million features").
/// Which of them mean anything, or fire at all, is another number; the source's own count of those is quoted where it gives one.
/// </summary>
public sealed partial class CapacityAsFindingDetector : IFlagDetector
{
    /// <summary>Below this a count may well have been looked through one by one.</summary>
    private const double FewestCounted = 1000;

    private const int Reach = 60;

    /// <inheritdoc/>
    public string Code => "OC23";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var source = dossier.Works().Sentences().Where(sentence => UnitPattern().IsMatch(sentence.Text)).Select(sentence => (Sentence: sentence, Amounts: Amount.In(sentence.Text).Where(amount => amount.Value >= FewestCounted && Counts(sentence.Text, amount)).ToList()))
            .Where(pair => pair.Amounts.Count > 0).ToList();
        if (source.Count == 0) yield break;
        foreach (var claim in dossier.Claims)
        {
            if (claim.Mode is not AssertMode.Asserts || claim.Polarity == Polarity.Negative || claim.Place is Place.RelatedWork or Place.Other || dossier.SentenceText(claim) is var sentence && (CapacityPattern().IsMatch(sentence) || AlivePattern().IsMatch(sentence) || ElsewherePattern().IsMatch(sentence))) continue;
            if (FoundPattern().Match(claim.Quote) is not { Success: true } told || Amount.Of(told.Groups["amount"].Value) is not (>= FewestCounted and var count)) continue;
            var same = source.Where(pair => !(pair.Sentence.Document.Version.Id == claim.Version && pair.Sentence.Passage.Span.Overlaps(claim.Span)) && pair.Amounts.Exists(amount => amount.Equals(count))).Select(pair => pair.Sentence).ToList();
            // The source counts them as found too: the later text adds nothing.
            if (same.Count == 0 || same.Exists(sentence => FoundPattern().IsMatch(sentence.Text)) || same.Find(sentence => CapacityPattern().IsMatch(sentence.Text)) is not { Document: not null } trained) continue;
            var alive = source.Select(pair => pair.Sentence).Concat(dossier.Works().Sentences()).FirstOrDefault(sentence => AlivePattern().IsMatch(sentence.Text));
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} counts as found what the source gives as a size that was trained: {DossierReading.Cite(trained.Text)}.",
                alive.Document is null ? $"How many of them are in use or mean something was not found in {dossier.Looked()}." : $"The source says of their use {DossierReading.Cite(alive.Text)}.")
            {
                Subtype = "capacity", Quotes = alive.Document is null ? [trained.Quote("upstream")] : [trained.Quote("upstream"), alive.Quote("upstream")], Caps = ["both_texts_stored"],
            };
        }
    }

    /// <summary>The counted noun stands soon after the number, other sizes of a list between them.</summary>
    private static bool Counts(string text, Amount amount) => UnitPattern().IsMatch(text[amount.Span.End..Math.Min(text.Length, amount.Span.End + Reach)]);

    [GeneratedRegex(@"\b(?:features?|latents?|concepts?|neurons?|units?|directions?|entries)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitPattern();

    /// <summary>A verb of finding and the number of what was found, in either order.</summary>
    [GeneratedRegex(
        @"\b(?:found|finds?|finding|discover(?:s|ed|ing)?|extract(?:s|ed|ing)?|identif(?:y|ies|ied|ying)|uncover(?:s|ed|ing)?|reveal(?:s|ed|ing)?|map(?:s|ped|ping)|isolat(?:ed|ing))\b[^.;:]{0,40}?(?<amount>\b\d[\d,.]*(?:[ -]?(?:thousand|million|billion|[kKmMbB]))?)\b (?:[\w-]+ ){0,3}(?:features|latents|concepts)\b"
        + @"|(?<amount>\b\d[\d,.]*(?:[ -]?(?:thousand|million|billion|[kKmMbB]))?)\b (?:[\w-]+ ){0,3}(?:features|latents|concepts)\b (?:(?:were|was|have been|are|that were) )?(?:found|discovered|extracted|identified|uncovered|revealed|isolated)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FoundPattern();

    /// <summary>Another's work, or features of another kind.</summary>
    [GeneratedRegex(@"\b(?:another|other) (?:\w+ )?(?:groups?|labs?|teams?|compan(?:y|ies)|models?)\b|\bfeatures of (?:the|its|a|our|their) (?:\w+ )?(?:products?|apps?|software|programs?|websites?|phones?)\b|\busers found\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ElsewherePattern();

    /// <summary>What is built and trained with so many entries.</summary>
    [GeneratedRegex(@"\b(?:sizes?|widths?|dictionar(?:y|ies)|SAEs? (?:of|with)|auto-?encoders? (?:of|with)|hidden (?:units|dimensions?)|expansion|capacity|train(?:ed|ing) (?:\w+ ){0,4}(?:SAEs?|auto-?encoders?|dictionar(?:y|ies))|up to)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CapacityPattern();

    /// <summary>How many are in use: "65 % of the features were dead", "12 million alive".</summary>
    [GeneratedRegex(@"\b(?:\d[\d.,]*\s?(?:%|percent|thousand|million|[kKmM]\b))[^.;]{0,60}\b(?:dead|alive|never (?:fire|active|activate)\w*)\b|\b(?:dead|alive)\b[^.;]{0,60}\b\d[\d.,]*\s?(?:%|percent|million)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AlivePattern();
}

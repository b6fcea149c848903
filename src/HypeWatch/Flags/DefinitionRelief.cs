using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>E7: a definition that restricts a word of the claim, and a scope that the headline block names.</summary>
internal static partial class DefinitionRelief
{
    public static IEnumerable<Relief> Find(ReliefCase item)
    {
        foreach (var relief in Definitions(item)) yield return relief;
        if (item.Type.Code is "OC01" or "OC02" or "OC03" or "OC04" or "OC05" && item.Claim.IsHeadline && Anchor(item) is { } anchor)
            yield return Relief.OfPassage(ExculpationKind.RestrictingDefinition, ExculpationVerdict.Reduces, anchor, 1, ReliefSource.ScopeAnchor);
    }

    /// <summary>The sentences of a document that define a word of a claim, with whether a reader meets them together with it.</summary>
    public static IEnumerable<(Sentence Sentence, bool IsNear)> Of(DossierDocument document, Claim claim)
    {
        var words = ContentWords.Of(claim.Quote);
        var home = document.Version.Id == claim.Version ? document.Version.PassageAt(claim.Span) : null;
        foreach (var sentence in new[] { document }.Sentences())
        {
            var match = DefinitionPattern().Match(sentence.Text);
            if (!match.Success) continue;
            var term = match.Groups["term"].Value;
            if (term.Length > 0 && !ContentWords.Of(term).Overlaps(words) && !claim.Quote.Contains(term, StringComparison.OrdinalIgnoreCase)) continue;
            if (term.Length == 0 && sentence.Passage.Index != home?.Index) continue;
            var isNear = home is not null && (sentence.Passage.Paragraph == home.Paragraph || Math.Abs(sentence.Passage.Index - home.Index) <= 1 || (claim.IsHeadline && IsHeadline(sentence.Passage)));
            yield return (sentence, isNear);
        }
    }

    private static IEnumerable<Relief> Definitions(ReliefCase item)
    {
        foreach (var (sentence, isNear) in Of(item.Home, item.Claim))
        {
            // Far from the headline, a definition that takes the word back is the motte itself.
            if (item.Type.Code == "OC03" && !isNear) continue;
            yield return Relief.OfPassage(
                ExculpationKind.RestrictingDefinition, isNear ? ExculpationVerdict.Clears : ExculpationVerdict.Reduces, sentence.Quote("caveat"), 1);
        }
    }

    /// <summary>Another sentence of the same headline block that names the model or the narrow setting.</summary>
    private static FlagQuote? Anchor(ReliefCase item)
    {
        foreach (var sentence in new[] { item.Home }.Sentences())
        {
            if (!IsHeadline(sentence.Passage) || sentence.Passage.Span.Overlaps(item.Claim.Span)) continue;
            if (ModelNamePattern().Match(sentence.Text) is { Success: true }) return sentence.Quote("caveat");
        }

        return null;
    }

    private static bool IsHeadline(Passage passage) => passage.Place is Place.Title or Place.Abstract or Place.KeyResults or Place.Headline or Place.Lede;

    [GeneratedRegex(
        @"\b(?:by|the (?:word|term)|we use|we define|we call)\s[\u201c\u2018""'](?<term>[^\u201d\u2019""']{2,60})[\u201d\u2019""'],?\s(?:we|I|here|to|as|means?|refers?|only)|\((?:here|in this (?:paper|post|work|report)|meaning|that is|i\.e\.)[:,]?\s[^)]{3,120}\)|\b(?:operationali[sz]ed?|defined) as\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DefinitionPattern();

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:GPT-?\d|Claude \d|Claude|Llama|LLaMA|Gemma|Gemini|Pythia|Mistral|Qwen|OLMo|BERT|\d{1,4}(?:\.\d)?\s?[BM](?:[- ]param\w*)?\s(?:\w+\s)?model|one-layer|(?:one|a single|the middle) layer|(?:one|a single|a small) (?:\w+\s)?(?:model|transformer|network)|layer \d)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModelNamePattern();
}

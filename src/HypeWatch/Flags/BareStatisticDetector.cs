using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC09: a rate, a ratio or a score without number of cases, interval or selection, where the text, its tables and the other documents of the release give
/// none either. Counts of parameters or latents are no sample statistics.
/// </summary>
public sealed partial class BareStatisticDetector : IFlagDetector
{
    private const int ComparativeBase = 3;

    /// <inheritdoc/>
    public string Code => "OC09";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var grounds = dossier.Documents.Sentences().Where(sentence => GroundPattern().IsMatch(sentence.Text)).Select(Ground.Of).ToList();
        var isShort = dossier.Documents.IsShort();
        foreach (var claim in dossier.Claims)
        {
            if (!dossier.IsPutForward(claim) || !claim.Is(ClaimType.Quantitative, ClaimType.Comparative)) continue;
            var match = StatisticPattern().Match(AsidePattern().Replace(claim.Quote, " "));
            if (!match.Success || FixedPattern().IsMatch(claim.Quote)) continue;
            // In running text of a long work the cases stand in a table or a page before, where rules do not follow.
            if (!isShort && !claim.IsHeadline && claim.Place is not (Place.Promo or Place.Social or Place.Conclusion or Place.Body)) continue;
            if (HasGround(dossier, claim, grounds, match.Groups["number"].Value)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} rests on the figure {match.Value.Trim()}.",
                $"Number of cases, interval or selection for it were not found in {dossier.Looked()}.")
            {
                BaseSeverity = claim.Is(ClaimType.Comparative) ? ComparativeBase : null,
            };
        }
    }

    /// <summary>Whether cases or uncertainty are given: in the sentence, beside it, in a table or figure it points to, or anywhere for the same figure.</summary>
    private static bool HasGround(Dossier dossier, Claim claim, List<Ground> grounds, string number)
    {
        var home = dossier.DocumentOf(claim);
        if (GroundPattern().IsMatch(dossier.SentenceText(claim))) return true;
        var passage = home.Version.PassageAt(claim.Span);
        foreach (var link in dossier.EvidenceOf(claim))
        {
            // A table or figure that could not be read may well give them: nothing can be said.
            if (link.Kind is EvidenceKind.Table or EvidenceKind.Figure or EvidenceKind.Citation or EvidenceKind.Link) return true;
        }

        var isShort = dossier.Documents.IsShort();
        var words = ContentWords.Of(claim.Quote);
        return grounds.Exists(ground =>
            (ground.Sentence.Document == home && ground.Sentence.Passage.Paragraph == passage?.Paragraph)
            || ground.Numbers.Contains(number)
            || (isShort ? ground.Sentence.Document.IsOwn == home.IsOwn : ContentWords.Shared(words, ground.Words) >= 2));
    }

    /// <summary>A sentence that gives cases or uncertainty.</summary>
    private sealed record Ground(Sentence Sentence, IReadOnlySet<string> Words, IReadOnlySet<string> Numbers)
    {
        public static Ground Of(Sentence sentence) =>
            new(sentence, ContentWords.Of(sentence.Text), NumberPattern().Matches(sentence.Text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?<!(?:above|below|over|under|least|most|than|within|exceeds?|exceeding)\s)(?<![\w.])(?<number>\d{1,3}(?:\.\d+)?)\s?(?:(?:percentage\s)?points\b|%|percent\b|per cent\b|(?:x|\u00d7|-fold|times)\s?(?:as|more|better|higher|faster|less|fewer|lower|improvement|\b))|\b(?:accuracy|AUROC|AUC|F1|score|correlation|recall|precision)\s(?:\w+\s){0,2}(?<number>0?\.\d+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StatisticPattern();

    /// <summary>What stands in brackets gives the ground of a figure, or a figure to compare with.</summary>
    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex AsidePattern();

    /// <summary>Quantities that are counted or chosen, not estimated from cases.</summary>
    [GeneratedRegex(@"\b(?:parameters|dictionary size|of the (?:dictionary|parameters|latents|weights|budget|compute|layers)|(?:dead|alive) (?:features|latents)|variance|expansion factor|learning rate|faster|cheaper|compute|memory|probability|sparsity of)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FixedPattern();

    [GeneratedRegex(
        @"\bn\s?=\s?\d|\(\d+(?:\.\d+)?\s?%?\s?(?:to|[-\u2013])\s?\d+(?:\.\d+)?\s?%?\)|\d[\d,]{2,}\s(?:in place of|instead of|rather than|down from|up from|compared with|against)\s\d[\d,]{2,}|\b\d[\d,]*\s(?:out\s)?of\s(?:the\s|our\s)?\d|\b\d+/\d+\b|\u00b1|\+/-|\b(?:CI|confidence interval|standard error|standard deviation|error bars?|seeds|Wilson|bootstrap\w*)\b|\bp\s?[<=>]\s?0?\.\d|\b(?:of|on|over|across|from|for|in|to)\s(?:\w+\s){0,2}?\d[\d,]*\s(?:[\w-]+\s){0,3}?(?:prompts|features|latents|neurons|examples|inputs|trials|tasks|questions|participants|raters|sentences|conversations|transcripts|cases|items|directions|heads|circuits|edits|images|models|datasets|samples|tokens|documents|users|people)\b|\b\d[\d,]*\s(?:random\w*|held-out)\b|(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d{2,})\s(?!points|percent|layers|parameters|times|days|years|months|hours|dimensions|of\b)(?:[\w-]+\s){0,2}?(?!points|percent|layers|parameters|times|days|years|months|hours|dimensions)\p{L}{3,}s\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GroundPattern();

    [GeneratedRegex(@"\d*\.?\d+", RegexOptions.None, 1000)]
    private static partial Regex NumberPattern();
}

using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC24: a text presents a release as new that had been public for 90 days or more (CLAIMS.md). Needs dates that decide, an edge from the release, and words
/// of newness in the very sentence of the claim; a text that says when the release came out is fair.
/// </summary>
public sealed partial class OldReleaseAsNewDetector : IFlagDetector
{
    /// <summary>What is younger than this is news, as work is too recent to be known (specification 5, E15).</summary>
    private const int DaysUntilOld = 90;

    /// <inheritdoc/>
    public string Code => "OC24";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var claims = dossier.ClaimsById();
        var told = new HashSet<DocumentId>();
        foreach (var edge in dossier.Edges)
        {
            if (edge.DateOk is not true || edge.Support is EdgeSupport.None or EdgeSupport.SimilarityOnly || edge.UpstreamClaim is null || edge.DownstreamClaim is not { } id || !claims.TryGetValue(id, out var claim)) continue;
            var (source, text) = (dossier.Documents.First(document => document.Document.Id == edge.Upstream), dossier.DocumentOf(claim));
            if (!source.IsOwn || text.IsOwn || DaysBetween(dossier, text) is not { } days || days < DaysUntilOld) continue;
            var sentence = dossier.SentenceText(claim);
            if (NewPattern().Match(sentence) is not { Success: true } cue || !told.Add(text.Document.Id)) continue;
            yield return new(
                claim,
                $"{DossierReading.Cite(claim.Quote)} presents the work as new ({DossierReading.Cite(cue.Value)}, {text.Document.Published}).",
                $"It had been public since {dossier.Release.FirstPublished}, {days} days before; a date of the work was not found in the later text.")
            {
                Edge = edge, Found = [.. SpeaksFor(dossier, text, sentence)],
            };
        }
    }

    // The last of the release's own texts counts: a published version is news of its own.
    private static int? DaysBetween(Dossier dossier, DossierDocument text)
    {
        if (text.Document.Published.NotBefore is not { } day) return null;
        var last = dossier.Own.Select(document => document.Document.Published.NotAfter).Append(dossier.Release.FirstPublished.NotAfter).OfType<DateOnly>().Where(own => own <= day).DefaultIfEmpty(DateOnly.MaxValue).Max();
        return last == DateOnly.MaxValue ? null : day.DayNumber - last.DayNumber;
    }

    private static IEnumerable<Exculpation> SpeaksFor(Dossier dossier, DossierDocument text, string sentence)
    {
        if (dossier.Release.FirstPublished.NotBefore is not { } first) yield break;
        foreach (Match match in DatePattern().Matches(text.Version.Text))
        {
            var isYear = match.Value.Contains(first.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
            if (!isYear && !PastPattern().IsMatch(match.Value)) continue;
            var span = new Span(match.Index, match.Index + match.Length);
            // A year of its own page furniture, such as a copyright line, stands in the same year as the text.
            if (isYear && text.Document.Published.NotBefore?.Year == first.Year && !sentence.Contains(match.Value, StringComparison.Ordinal)) continue;
            yield return new(ExculpationKind.ProximateCaveat, ExculpationVerdict.Clears, text.Version.Id, span, match.Value);
            yield break;
        }
    }

    [GeneratedRegex(
        @"\b(?:today|yesterday|this (?:week|morning|month)|just (?:published|released|announced|shown|found|discovered|out)|has (?:just|now) \w+ed|newly (?:published|released|discovered)|(?:brand[- ])?new (?:study|paper|research|work|report|result|findings?)|latest (?:study|paper|research|work|result|findings?)|breaking)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NewPattern();

    [GeneratedRegex(@"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d{1,2},? )?\d{4}|(?:in|of|from|since|back in) (?:19|20)\d{2}|last (?:year|month|spring|summer|autumn|fall|winter)|(?:months?|years?) ago|earlier this year)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\b(?:last|ago|earlier)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PastPattern();
}

using System.Text.RegularExpressions;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC20 without a link: a text names the release's authors as its source and says of their work what their own text does not: that it is proven, that it
/// holds for all models or always, that it is complete. Raised only where the source speaks about the same and has no such word; the later text owns it.
/// </summary>
public sealed partial class AmplifiedReportDetector : IFlagDetector
{
    /// <inheritdoc/>
    public string Code => "OC20";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var linked = dossier.Edges.Where(edge => edge.UpstreamClaim is not null).Select(edge => edge.DownstreamClaim).OfType<ClaimId>().ToHashSet();
        foreach (var home in dossier.Documents)
        {
            if (home.IsRoundup || home.Document.Kind is DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.Appendix or DocumentKind.PriorWork) continue;
            foreach (var claim in home.Claims)
            {
                if (linked.Contains(claim.Id) || claim.Mode is not (AssertMode.Asserts or AssertMode.ReportsOther) || claim.Place == Place.Comment || claim.Type is ClaimType.SelfLimitation or ClaimType.Aspiration) continue;
                var sentence = dossier.SentenceText(claim);
                if (Excess(sentence) is not { } excess || CautionPattern().IsMatch(sentence)) continue;
                foreach (var source in dossier.Documents)
                {
                    if (!IsSource(source, home, sentence) || Nearest(source, sentence, excess) is not { Passage: not null } nearest) continue;
                    yield return new(
                        claim, $"{DossierReading.Cite(sentence)} reports on {source.Document.Asserter}, whose own text says {DossierReading.Cite(nearest.Text)}.",
                        $"The word \u201c{excess}\u201d, or one as strong, was not found in the source; the difference is the later text's own.")
                    {
                        Gap = Gap(claim, source, nearest), Quotes = [nearest.Quote("upstream")],
                    };
                    break;
                }
            }
        }
    }

    private static string? Excess(string sentence) => ExcessPattern().Matches(sentence).FirstOrDefault(match => !Denial.Before(sentence, match.Index))?.Value;

    /// <summary>An earlier text of others that the sentence names by its authors, or the release's own main text behind its promotion.</summary>
    private static bool IsSource(DossierDocument source, DossierDocument home, string sentence)
    {
        if (source == home || source.Document.Kind is not (DocumentKind.Paper or DocumentKind.Preprint or DocumentKind.Blog or DocumentKind.PressRelease or DocumentKind.Critique)) return false;
        if (source.Document.Published.IsOnOrBefore(home.Document.Published) == false) return false;
        if (source.Document.Asserter == home.Document.Asserter)
            return source.IsOwn && source.Relation == DocumentRelation.Primary && home.Document.Kind is DocumentKind.PromoSocial or DocumentKind.PressRelease;
        return NamePattern().Matches(source.Document.Asserter).Any(name => Regex.IsMatch(sentence, $@"\b{Regex.Escape(name.Value)}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>The sentence of the source that speaks most about the same; none where the source itself is as strong.</summary>
    private static Sentence Nearest(DossierDocument source, string sentence, string excess)
    {
        var words = DossierReading.TopicOf(sentence).ToHashSet(StringComparer.Ordinal);
        var kind = Kind(excess);
        var about = (from other in new[] { source }.Sentences()
                     let shared = DossierReading.TopicOf(other.Text).Count(words.Contains)
                     where shared > 0
                     orderby shared descending, other.Passage.Index
                     select other).ToList();
        return about.Exists(other => ExcessPattern().Matches(other.Text).Any(match => Kind(match.Value) == kind)) ? default : about.FirstOrDefault();
    }

    private static char Kind(string excess) => char.ToLowerInvariant(excess[0]) switch
    {
        'p' or 'c' => 'c',
        _ => 'a',
    };

    private static int Gap(Claim claim, DossierDocument source, Sentence nearest)
    {
        var upstream = source.Claims.FirstOrDefault(other => other.Span.Overlaps(nearest.Passage.Span));
        return Math.Max(FewestLevels, upstream is null ? 0 : Math.Max(claim.Certainty - upstream.Certainty, claim.Strength - upstream.Strength));
    }

    /// <summary>A word of closure against a plain report is at least this far above it.</summary>
    private const int FewestLevels = 2;

    [GeneratedRegex(@"\b(?:prov(?:e|es|ed|en)\b|conclusively|with certainty|certain\b|every\b|all\b(?! (?:of (?:the|our) )?\d)|always|everything|anything|any (?:machine|model|AI|LLM|system)\b|completely|entirely|fully|once and for all|never again|solved|an open book|an end to|at all\b|can now (?:see|read|tell|know|reliably)|reliably)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExcessPattern();

    [GeneratedRegex(@"\b(?:not (?:all|every|always|proven?|certain|fully)|suggests?|may|might|perhaps|some|few|roughly|about|so far|preliminary|has not|have not|did not|does not|whether|nearly|almost|if)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CautionPattern();

    /// <summary>A name of the asserter that is no common word of institutions.</summary>
    [GeneratedRegex(@"\b(?!The\b|Lab\b|Labs\b|Group\b|Institute\b|University\b|Research\b|Team\b|Works\b|Center\b|Centre\b|Systems\b|Interp\b|Safety\b|Alignment\b|AI\b|ML\b|and\b|of\b|for\b|et\b|al\b)\p{Lu}[\p{L}\u2019'-]{3,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}

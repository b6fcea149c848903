using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC22: at least three promotional texts of one publisher, from at least two releases or occasions, make the same claim in the same words whatever was found.
/// Information only. One announcement that is posted many times is none.
/// </summary>
public sealed partial class BoilerplatePromotionDetector : IFlagDetector
{
    /// <summary>Texts that must share the claim (specification 3, OC22).</summary>
    private const int FewestTexts = 3;

    /// <summary>Word-set similarity from which on two claims share a template, names and numbers masked.</summary>
    private const double SameTemplate = 0.6;

    /// <summary>Texts this many days apart announce different things.</summary>
    private const int DaysApart = 30;

    private const int FewestWords = 4;

    /// <inheritdoc/>
    public string Code => "OC22";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var promotion = dossier.Works().Where(document => document.Relation is DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg
            || document.Document.Kind is DocumentKind.PromoSocial or DocumentKind.PressRelease or DocumentKind.Blog).ToList();
        if (promotion.Count == 0 || promotion.Count + dossier.Earlier.Count < FewestTexts) yield break;
        var earlier = dossier.Earlier.Select(document => document.Document.Id).ToHashSet();
        var told = promotion.Concat(dossier.Earlier).SelectMany(document => document.Claims.Select(claim => (Document: document, Claim: claim, Words: Template(claim.Quote)))).Where(item => item.Words.Count >= FewestWords).ToList();
        var taken = new HashSet<ClaimId>();
        foreach (var first in told)
        {
            if (taken.Contains(first.Claim.Id) || earlier.Contains(first.Document.Document.Id)) continue;
            var alike = told.Where(other => IsAlike(first.Words, other.Words)).DistinctBy(other => other.Document.Document.Id).ToList();
            if (alike.Count < FewestTexts || !(alike.Exists(item => earlier.Contains(item.Document.Document.Id)) || AreApart([.. alike.Select(item => item.Document.Document.Published)]))) continue;
            taken.UnionWith(alike.Select(item => item.Claim.Id));
            var last = alike.Where(item => !earlier.Contains(item.Document.Document.Id)).MaxBy(item => item.Document.Document.Published.NotAfter);
            yield return new(
                last.Claim,
                $"{DossierReading.Cite(last.Claim.Quote)} and {alike.Count - 1} earlier texts of the same publisher share one template, for example {DossierReading.Cite(alike.MinBy(item => item.Document.Document.Published.NotAfter).Claim.Quote)}.",
                "The wording may say more about the genre than about the finding.")
            {
                Quotes = [.. alike.Where(item => item.Claim.Id != last.Claim.Id).Select(item => item.Claim.Quote("evidence"))],
            };
        }
    }

    private static bool IsAlike(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared) >= SameTemplate;
    }

    private static bool AreApart(IReadOnlyList<PublicationDate> dates)
    {
        var days = dates.Select(date => date.NotAfter).OfType<DateOnly>().Order().ToList();
        return days.Count >= 2 && days[^1].DayNumber - days[0].DayNumber >= DaysApart;
    }

    /// <summary>The words without names and numbers.</summary>
    private static HashSet<string> Template(string quote) =>
        WordPattern().Matches(quote).Where(match => match.Index == 0 || char.IsLower(match.Value[0])).Select(match => match.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{L}[\p{L}'-]+", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();
}

using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// Severity (specification 4): <c>clamp(1..cap, base + step(g) + prominence - relief)</c>; a raw value of 0 or less suppresses the flag.
/// </summary>
internal static class SeverityRule
{
    /// <summary>Severity of a suppressed flag.</summary>
    public const int Suppressed = 0;

    /// <summary>Most that relief can take off.</summary>
    public const int MostRelief = 3;

    /// <summary>Base of a claim that its own release, or the source it cites, contradicts (specification 3, OC10).</summary>
    public const int ContradictionBase = 4;

    /// <summary>Base where what was left out reverses what is said (specification 3, OC21).</summary>
    public const int ReversingBase = 4;

    private const int Highest = 5;

    /// <summary>The terms, and by them the severity.</summary>
    /// <param name="type">The flag code.</param>
    /// <param name="finding">What was found; its gap counts as no step when it is unknown.</param>
    /// <param name="prominence">-1, 0 or 1.</param>
    /// <param name="relief">0 to 3.</param>
    /// <param name="isCleared">Whether something clears the asserter altogether.</param>
    public static SeverityTerms Of(FlagType type, Finding finding, int prominence, int relief, bool isCleared) => new(
        finding.BaseSeverity ?? type.BaseSeverity, type.UsesGapStep ? Step(finding.Gap) : 0, prominence, Math.Min(relief, MostRelief), isCleared,
        type.Kind == FlagKind.WarrantGap && finding.AssertsUntestedProperty ? Highest : type.SeverityCap);

    private static int Step(int? gap) => gap switch
    {
        null or <= 1 => 0,
        2 => 1,
        _ => 2,
    };

    /// <summary>+1 where attention is (headline places, promotion, press, policy), -1 in an appendix, 0 elsewhere and for findings about a whole release.</summary>
    public static int Prominence(Finding finding, DossierDocument home)
    {
        if (finding.IsReleaseLevel) return 0;
        var claim = finding.Claim;
        if (claim.Place == Place.Appendix || home.Relation == DocumentRelation.Appendix) return -1;
        var isProminent = claim.IsHeadline || claim.Place is Place.Promo or Place.Policy || IsFirstPost(claim, home)
            || home.Document.Kind is DocumentKind.PressRelease or DocumentKind.PromoSocial or DocumentKind.Policy or DocumentKind.News
            || home.Relation is DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg;
        return isProminent ? 1 : 0;
    }

    private static bool IsFirstPost(Claim claim, DossierDocument home) =>
        claim.Place == Place.Social && home.Version.PassageAt(claim.Span) is { Paragraph: 0 };
}

using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>Relief by caveats, weighed by how near they stand (specification 2.6).</summary>
internal static class CaveatRelief
{
    /// <summary>Far caveats are shown without effect; more than a few would bury the flag.</summary>
    private const int MostShown = 3;

    public static int Weight(Caveat caveat, Proximity proximity) => (proximity, caveat.IsSpecific) switch
    {
        (Proximity.SameSentence, true) => 2,
        (Proximity.SameSentence, false) => 1,
        (Proximity.SameParagraph, _) => 1,
        (Proximity.SameSection, true) => 1,
        _ => 0,
    };

    /// <summary>E2: same paragraph, section or headline block.</summary>
    public static IEnumerable<Relief> Near(ReliefCase item) =>
        from pair in Caveats(item)
        where pair.Proximity is Proximity.SameParagraph or Proximity.SameSection && !IsMotte(item, pair.Caveat)
        let weight = Weight(pair.Caveat, pair.Proximity)
        select Relief.OfPassage(ExculpationKind.ProximateCaveat, Verdict(weight), pair.Caveat.Quote(), weight);

    /// <summary>E3: elsewhere in the same document; shown, without effect.</summary>
    public static IEnumerable<Relief> SameDocument(ReliefCase item) =>
        Caveats(item).Where(pair => pair.Proximity == Proximity.SameDocument && pair.Caveat.IsSpecific && !IsMotte(item, pair.Caveat))
            .OrderByDescending(pair => Topic(item, pair.Caveat)).Take(MostShown)
            .Select(pair => Relief.OfPassage(ExculpationKind.LimitationsSection, ExculpationVerdict.NoEffect, pair.Caveat.Quote()));

    /// <summary>E4: another document of the release, such as its appendix; shown, without effect.</summary>
    public static IEnumerable<Relief> OtherDocuments(ReliefCase item) =>
        Caveats(item).Where(pair => pair.Proximity == Proximity.SameRelease && pair.Caveat.IsSpecific)
            .Select(pair => (pair.Caveat, Topic: Topic(item, pair.Caveat))).Where(pair => pair.Topic > 0)
            .OrderByDescending(pair => pair.Topic).Take(MostShown)
            .Select(pair => Relief.OfPassage(ExculpationKind.Appendix, ExculpationVerdict.NoEffect, pair.Caveat.Quote()));

    /// <summary>E5: the authors say, anywhere in the release, that this was not tested. The gap is then certain and weighs less.</summary>
    public static IEnumerable<Relief> Admissions(ReliefCase item) =>
        from pair in Caveats(item)
        where pair.Caveat.Kind is CaveatKind.MissingTest or CaveatKind.FutureWork && pair.Caveat.IsSpecific && !IsMotte(item, pair.Caveat)
        where pair.Proximity <= Proximity.SameParagraph || Topic(item, pair.Caveat) > 0
        select Relief.OfPassage(ExculpationKind.ExplicitlyNotTested, ExculpationVerdict.Reduces, pair.Caveat.Quote(), Math.Max(1, Weight(pair.Caveat, pair.Proximity)), isAdmission: true);

    /// <summary>Caveats in the voice of the claim: a reader's comment is no admission of the author, nor the reverse.</summary>
    public static IEnumerable<(Caveat Caveat, Proximity Proximity)> Caveats(ReliefCase item) =>
        item.Dossier.CaveatsOf(item.Claim).Where(pair => pair.Caveat.Version == item.Claim.Version
            ? DossierReading.IsSameVoice(item.Home.Version, pair.Caveat.Span, item.Claim.Span)
            : pair.Caveat.Place != Place.Comment);

    /// <summary>The motte of a pair does not excuse its bailey (specification 0.4).</summary>
    private static bool IsMotte(ReliefCase item, Caveat caveat) =>
        item.Finding.Quotes.Any(quote => quote.Role == "motte" && quote.Version == caveat.Version && quote.Span.Overlaps(caveat.Span));

    private static int Topic(ReliefCase item, Caveat caveat) => DossierReading.SharedTopic(ContentWords.Of(item.Sentence), ContentWords.Of(caveat.Quote));

    private static ExculpationVerdict Verdict(int weight) => weight > 0 ? ExculpationVerdict.Reduces : ExculpationVerdict.NoEffect;
}

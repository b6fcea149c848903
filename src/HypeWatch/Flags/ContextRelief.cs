using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>Relief that lies outside the words: who speaks, when, and what was said later.</summary>
internal static partial class ContextRelief
{
    /// <summary>E6: another speaker than the release's own. It clears the release, which the flag never named, not the speaker.</summary>
    public static IEnumerable<Relief> OtherAsserter(ReliefCase item)
    {
        if (item.Home.IsOwn || item.Dossier.Release.Publisher.Length == 0 || item.Finding.RaisedBy == RaisedBy.Critic || item.Dossier.QuotedOwn.Contains(item.Claim.Id)) yield break;
        yield return Relief.OfText(
            ExculpationKind.DifferentAsserter, ExculpationVerdict.NoEffect, $"said by {item.Claim.Asserter}; nothing here is held against {item.Dossier.Release.Publisher}");
    }

    /// <summary>E10: no upstream may be younger than its downstream (specification 7).</summary>
    public static IEnumerable<Relief> Chronology(ReliefCase item) => item.Finding.Edge!.DateOk switch
    {
        false => [Relief.OfText(ExculpationKind.Chronology, ExculpationVerdict.Clears, "the later text is older than the one that it is said to build on")],
        null => [Relief.OfText(ExculpationKind.Chronology, ExculpationVerdict.NoEffect, "the dates at hand do not decide which text came first")],
        _ => [],
    };

    /// <summary>E12: a retraction in a later text by the same asserter.</summary>
    public static IEnumerable<Relief> LaterText(ReliefCase item) =>
        from document in Later(item)
        from caveat in document.Caveats
        where caveat.Kind == CaveatKind.Retraction && DossierReading.SharesTopic(caveat.Quote, item.Sentence)
        select Relief.OfPassage(ExculpationKind.LaterVersion, ExculpationVerdict.Reduces, caveat.Quote(), 1);

    /// <summary>Texts by the same asserter that are surely not older.</summary>
    public static IEnumerable<DossierDocument> Later(ReliefCase item) =>
        item.Dossier.Documents.Where(document => document != item.Home && document.Document.Asserter == (item.Finding.Owner ?? item.Claim.Asserter)
            && item.Home.Document.Published.IsOnOrBefore(document.Document.Published) == true);

    /// <summary>E13: a bare plural tolerates exceptions (specification 2.5), which speaks for the asserter where breadth is the charge; a possibility is no comparison.</summary>
    public static IEnumerable<Relief> Generic(ReliefCase item)
    {
        var isBreadth = item.Type.Code is "OC01" or "OC02" or "OC03" or "OC04" or "OC05" or "OC06" or "OC07" or "OC08" or "OC11" or "OC12" or "OC15" or "OC16" or "OC20" or "OC21";
        if (isBreadth && item.Claim.Scope.Generic && !QuantifiedPattern().IsMatch(item.Claim.Quote))
            yield return Relief.OfText(ExculpationKind.NotComparative, ExculpationVerdict.Reduces, "a bare plural, which tolerates exceptions", 1, ReliefSource.Generic);
        if (item.Type.Code == "OC13" && item.Claim.Certainty <= Certainty.Tentative)
            yield return Relief.OfText(ExculpationKind.NotComparative, ExculpationVerdict.NoEffect, "worded as a possibility");
    }

    /// <summary>Words with which a plural is no longer bare, and priority, which knows no exceptions.</summary>
    [GeneratedRegex(@"\b(?:all|every|each\s\p{L}+|any|always|never|whole|entire|everything|no (?:model|feature|method|prior|other)\w*|the first|first[- ]ever)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuantifiedPattern();
}

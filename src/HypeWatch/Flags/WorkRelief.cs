using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>Relief of flags that rest on prior work: what is cited instead, what came too late, what is contested.</summary>
internal static class WorkRelief
{
    /// <summary>Where everybody publishes: the same one says nothing of who wrote.</summary>
    private static readonly HashSet<string> SharedHosts =
        new(["arXiv", "bioRxiv", "SSRN", "OpenReview", "LessWrong", "Alignment Forum", "AI Alignment Forum", "GitHub", "Medium", "Substack", "OSF", "PsyArXiv"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// E14: the work is cited. For an omission also that another with the same point is, or that a cited critique of the same topic makes a related one; what was done
    /// earlier is not undone by them.
    /// </summary>
    public static IEnumerable<Relief> EquivalentCited(ReliefCase item)
    {
        var isOmission = item.Type.Code == "OC17";
        foreach (var match in Matches(item))
        {
            if (match.IsCited || (isOmission && match.EquivalentCited is not null))
                yield return Relief.OfText(ExculpationKind.EquivalentCited, ExculpationVerdict.Clears, $"{match.Work.Title}: {match.CitedBy ?? "an equivalent work"} is cited");
        }

        if (!isOmission) yield break;
        var topics = Matches(item).SelectMany(match => match.SharedTags).ToHashSet(StringComparer.Ordinal);
        foreach (var match in item.Dossier.PriorWork)
            if (match.IsCited && IsCritique(match.Work) && match.SharedTags.Any(topics.Contains))
                yield return Relief.OfText(ExculpationKind.EquivalentCited, ExculpationVerdict.Reduces, $"cited: {match.Work.Title} ({match.Work.Year})", 1);
        foreach (var relief in OwnEarlierWork(item)) yield return relief;
    }

    /// <summary>An earlier work of the same team that bears on the same point: they discussed it before, if not here.</summary>
    private static IEnumerable<Relief> OwnEarlierWork(ReliefCase item) =>
        from match in item.Dossier.PriorWork
        where match.Work is { PeerReviewed: false, Venue: { Length: > 0 } venue } && !SharedHosts.Contains(venue) && item.Dossier.Release.Publisher.Contains(venue, StringComparison.OrdinalIgnoreCase)
            && match.Work.BearsOn.Contains(item.Type.Code) && !match.IsCited && !item.Finding.Works.Contains(match.Work.Id)
        select Relief.OfText(ExculpationKind.EquivalentCited, ExculpationVerdict.Reduces, $"the same team bore on the point before, in {match.Work.Title} ({match.Work.Year})", 1);

    /// <summary>E15: what cannot have been known.</summary>
    public static IEnumerable<Relief> TooRecent(ReliefCase item) =>
        from match in Matches(item)
        where item.Dossier.Release.FirstPublished.NotBefore is not { } released || match.Work.FirstPublic.AddDays(90) > released
        select Relief.OfText(ExculpationKind.TooRecent, ExculpationVerdict.Clears, $"{match.Work.Title} was not surely public 90 days before the release");

    /// <summary>E16: a contested work is always shown with what contests it.</summary>
    public static IEnumerable<Relief> Contested(ReliefCase item) =>
        from match in Matches(item)
        where match.Work.ContestedBy.Count > 0
        select Relief.OfText(
            ExculpationKind.Contested, ExculpationVerdict.NoEffect, $"{match.Work.Title} is contested by {string.Join(", ", match.Work.ContestedBy.Select(id => id.Value))}");

    public static bool IsCritique(PriorWork work) =>
        work.Tags.Any(tag => tag is "critique" or "illusion" or "sanity-check" or "sensitivity" or "faithfulness" or "reproducibility");

    private static IEnumerable<PriorWorkMatch> Matches(ReliefCase item) => item.Dossier.PriorWork.Where(match => item.Finding.Works.Contains(match.Work.Id));
}

using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>Relief of flags that rest on prior work: what is cited instead, what came too late, what is contested.</summary>
internal static class WorkRelief
{
    /// <summary>E14: a cited critique of the same topic makes a related point.</summary>
    public static IEnumerable<Relief> EquivalentCited(ReliefCase item)
    {
        foreach (var match in Matches(item))
        {
            if (match.IsCited || match.EquivalentCited is not null)
                yield return Relief.OfText(ExculpationKind.EquivalentCited, ExculpationVerdict.Clears, $"{match.Work.Title}: {match.CitedBy ?? "an equivalent work"} is cited");
        }

        var topics = Matches(item).SelectMany(match => match.SharedTags).ToHashSet(StringComparer.Ordinal);
        foreach (var match in item.Dossier.PriorWork)
            if (match.IsCited && IsCritique(match.Work) && match.SharedTags.Any(topics.Contains))
                yield return Relief.OfText(ExculpationKind.EquivalentCited, ExculpationVerdict.Reduces, $"cited: {match.Work.Title} ({match.Work.Year})", 1);
    }

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

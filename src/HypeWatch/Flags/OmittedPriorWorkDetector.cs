using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC17: a verified work that bears on the validity of the method was public 90 days before the release, and neither it nor a work with the same point is
/// cited. One finding per release, on its most prominent claim of a type that the works bear on.
/// </summary>
public sealed class OmittedPriorWorkDetector(Taxonomy taxonomy) : IFlagDetector
{
    private const int MostWorks = 3;

    /// <summary>Topics that a release is about; what it only touches asks for no literature.</summary>
    private const int CentralTopics = 2;

    /// <summary>A text of this many characters with fewer references than <see cref="FewestReferences"/> was not read to the end of its list.</summary>
    private const int LongText = 20_000;

    private const int FewestReferences = 10;

    /// <inheritdoc/>
    public string Code => "OC17";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        var claim = dossier.Works().Where(document => document.Relation == DocumentRelation.Primary).SelectMany(document => document.Claims)
            .Where(claim => dossier.IsContention(claim) && claim.Polarity == Polarity.Positive && taxonomy[Code].IsAbout(claim))
            .OrderByDescending(claim => claim.IsHeadline).ThenByDescending(claim => claim.Strength).ThenBy(claim => claim.Span.Start).FirstOrDefault();
        if (claim is null) yield break;
        var topics = dossier.Release.Tags.Take(CentralTopics).ToHashSet(StringComparer.Ordinal);
        var omitted = dossier.PriorWork.Where(match => IsOmitted(match, claim, topics)).Take(MostWorks).ToList();
        if (omitted.Count == 0) yield break;
        var caps = new List<string>();
        if (!HasReferenceList(dossier)) caps.Add("reference_list_incomplete");
        if (omitted.TrueForAll(match => match.Work.ContestedBy.Count > 0)) caps.Add("prior_contested");
        var names = string.Join("; ", omitted.Select(match => $"{match.Work.Title} ({string.Join(", ", match.Work.Authors.Take(1))} {match.Work.Year})"));
        yield return new(
            claim,
            $"Works that bear on the validity of what {DossierReading.Cite(claim.Quote)} rests on were not found in the reference lists and texts of the release: {names}.",
            "They were public at least 90 days before it, and no cited work with the same point was found.")
        {
            Works = [.. omitted.Select(match => match.Work.Id)], IsReleaseLevel = true, Caps = caps,
        };
    }

    private static bool HasReferenceList(Dossier dossier)
    {
        var references = dossier.Own.Sum(document => document.Version.References.Count);
        var isLong = dossier.Own.Sum(document => document.Version.Text.Length) >= LongText;
        return dossier.Release.Coverage != Coverage.AbstractOnly && references >= (isLong ? FewestReferences : 1);
    }

    /// <summary>Only a verified work can raise a flag (specification 12), and only one that speaks about validity, not a merely related one.</summary>
    private bool IsOmitted(PriorWorkMatch match, Claim claim, HashSet<string> topics) =>
        match is { IsCited: false, EquivalentCited: null, Work.Verified: true } && WorkRelief.IsCritique(match.Work)
        && match.SharedTags.Any(tag => topics.Contains(tag) && tag is not ("critique" or "evaluation" or "benchmark" or "baseline" or "survey" or "faithfulness"))
        && match.Work.BearsOn.Any(point => point == Code || claim.Types.Any(type => type.ToCode() == point && taxonomy[Code].ClaimTypes.Contains(point)));
}

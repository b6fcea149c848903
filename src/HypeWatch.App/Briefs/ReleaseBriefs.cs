using HypeWatch.Claims;
using HypeWatch.Evidence;
using HypeWatch.Flags;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Queries;

namespace HypeWatch.App.Briefs;

/// <summary>Gathers the brief of a release, no more than fits on two pages.</summary>
internal sealed class ReleaseBriefs(
    ReleaseQueries releases, ClaimQueries claims, FlagQueries flags, TextQueries texts, ClaimStore claimStore, EvidenceStore evidenceStore, PriorWorkStore works, PredictionStore predictions)
{
    private const int HeadlinesShown = 6, FlagsShown = 4, LimitationsShown = 4, CalibratedShown = 2, WorksShown = 4, PredictionsShown = 2, MostRead = 1000, LongestLimitation = 400;

    /// <summary>The brief; null when there is no such release.</summary>
    public async Task<ReleaseBrief?> OfAsync(ReleaseId id, CancellationToken ct)
    {
        if (await releases.GetAsync(id, ct) is not { } release) return null;
        var (members, taxonomy) = (await releases.MembersAsync(id, ct), Taxonomy.Load());
        var headlines = new List<ClaimView>();
        var (limitations, experiments) = (new List<BriefLimitation>(), new List<Experiment>());
        foreach (var member in members.Where(member => IsOwn(member.Relation)))
        {
            headlines.AddRange(await claims.FindAsync(new(Document: member.Document.Id.Value, HeadlineOnly: true, Limit: MostRead), ct));
            if (await texts.CurrentAsync(member.Document.Id, ct) is not { } text) continue;
            if (await claimStore.LoadAsync(text.Version.Id.Value, ct) is { } found)
                limitations.AddRange(found.Caveats.OrderByDescending(caveat => caveat.IsSpecific).Where(caveat => caveat.Quote.Length <= LongestLimitation).Select(caveat => new BriefLimitation(caveat.Quote, caveat.Kind, member.Document)));
            if (await evidenceStore.LoadAsync(text.Version.Id.Value, ct) is { } evidence) experiments.AddRange(evidence.Experiments);
        }

        var own = headlines.Where(view => view.Claim.Mode is AssertMode.Asserts).DistinctBy(view => view.Claim.Quote, StringComparer.Ordinal).OrderByDescending(view => view.Claim.Strength).ToList();
        var standing = (await flags.FindAsync(new(Release: id.Value, Limit: MostRead), ct)).Where(view => view.Flag.Status is FlagStatus.Open or FlagStatus.Confirmed or FlagStatus.Reduced or FlagStatus.Reattributed).ToList();
        var flagged = standing.Select(view => view.Flag.Claim).OfType<ClaimId>().ToHashSet();
        var matches = await works.MatchesAsync(id, ct);
        var about = (await predictions.ListAsync(ct)).Where(set => set.Release == id);
        return new(
            release, members, [.. own.Take(HeadlinesShown)], own.Count, Tests(experiments), [.. limitations.DistinctBy(found => found.Quote, StringComparer.Ordinal).Take(LimitationsShown)],
            [.. standing.OrderByDescending(view => view.Flag.Severity).ThenByDescending(view => view.Flag.Confidence).Take(FlagsShown).Select(view => new BriefFlag(view, taxonomy[view.Flag.Code].Clearing))], standing.Count,
            standing.Count(view => view.Flag.Status is not FlagStatus.Open),
            [.. own.Where(view => view.Warrant is { } warrant && view.Claim.Strength <= taxonomy.Licensed(warrant).Strength && !flagged.Contains(view.Claim.Id)).Take(CalibratedShown)],
            [.. matches.Where(match => !match.IsCited && match.EquivalentCited is null).OrderByDescending(match => match.Hazards.Count).ThenByDescending(match => match.SharedTags.Count).Take(WorksShown).Select(match => match.Work)],
            [.. about.Take(PredictionsShown).Select(set => new BriefPrediction(set, PredictionScore.Of(set)))]);
    }

    private static BriefTests Tests(List<Experiment> experiments) => new(
        experiments.Count,
        experiments.Where(experiment => experiment.Control is not Control.None).GroupBy(experiment => experiment.Control.ToCode(), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
        experiments.Count(experiment => experiment.HasUncertainty));

    private static bool IsOwn(DocumentRelation relation) => new ReleaseDocument(default, relation).IsOwn;
}

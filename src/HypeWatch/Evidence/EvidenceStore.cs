using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Evidence;

/// <summary>Keeps what claims point to, the experiments of a version, and what claims rest on within a release.</summary>
public sealed class EvidenceStore(Database database) : IResultStore<EvidenceSet>
{
    /// <inheritdoc/>
    public string IdOf(EvidenceSet result) => result.Version.Value;

    /// <inheritdoc/>
    public async Task SaveAsync(EvidenceSet result, WriteScope scope)
    {
        var id = result.Version.Value;
        await scope.ExecuteAsync("evidence/delete-evidence", new { VersionId = id });
        await scope.ExecuteAsync("evidence/delete-caveat-links", new { VersionId = id });
        await scope.ExecuteAsync("evidence/delete-experiments", new { VersionId = id });
        await scope.ExecuteManyAsync("evidence/save-evidence", result.Links, link => new
        {
            Id = link.Id.Value, VersionId = id, ClaimId = link.Claim.Value, Kind = link.Kind.ToCode(), link.Pointer, link.PointerSpan?.Start, link.PointerSpan?.End,
            TargetStart = link.TargetSpan?.Start, TargetEnd = link.TargetSpan?.End, TargetWorkId = link.TargetWork?.Value, link.TargetReference, link.TargetUrl,
            Distance = link.Distance.ToCode(), Provenance = ModelJson.Write(link.Provenance),
        });
        await scope.ExecuteManyAsync("evidence/save-caveat-link", result.CaveatLinks, link => new
        {
            VersionId = id, ClaimId = link.Claim.Value, CaveatId = link.Caveat.Value, Proximity = link.Proximity.ToCode(),
        });
        await scope.ExecuteManyAsync("evidence/save-experiment", result.Experiments.Index(), entry => Parameters(id, entry.Index, entry.Item));
    }

    /// <inheritdoc/>
    public async Task<EvidenceSet?> LoadAsync(string id, CancellationToken ct)
    {
        var version = VersionId.From(id);
        var links = await database.QueryAsync("evidence/list-evidence", new { VersionId = id }, MapLink, ct);
        var caveats = await database.QueryAsync(
            "evidence/list-caveat-links",
            new { VersionId = id },
            row => new CaveatLink(row.Id<ClaimId>("claim_id"), row.Id<CaveatId>("caveat_id"), row.Code<Proximity>("proximity")),
            ct);
        var experiments = await database.QueryAsync("evidence/list-experiments", new { VersionId = id }, row => MapExperiment(version, row), ct);
        return new(version, links, caveats, experiments);
    }

    /// <summary>Replaces what the claims of a release rest on.</summary>
    public static async Task SaveSupportsAsync(ReleaseId release, IEnumerable<ClaimSupport> supports, WriteScope scope)
    {
        await scope.ExecuteAsync("evidence/delete-supports", new { ReleaseId = release.Value });
        await scope.ExecuteManyAsync("evidence/save-support", supports, support => new
        {
            ReleaseId = release.Value, ClaimId = support.Claim.Value, Warrant = support.Warrant?.ToCode(), TestedModel = support.Tested.Model,
            TestedData = support.Tested.Data, TestedConcept = support.Tested.Concept, TestedDeployment = support.Tested.Deployment, support.JudgedBy,
        });
    }

    /// <summary>Replaces what the works that the claims of a release cite say to them.</summary>
    public static async Task SaveCitedSupportsAsync(ReleaseId release, IEnumerable<CitedSupport> supports, WriteScope scope)
    {
        await scope.ExecuteAsync("evidence/delete-cited-supports", new { ReleaseId = release.Value });
        await scope.ExecuteManyAsync("evidence/save-cited-support", supports, support => new
        {
            ReleaseId = release.Value, ClaimId = support.Claim.Value, WorkId = support.Work.Value, Purpose = support.Purpose.ToCode(), Verdict = support.Said.Verdict.ToCode(),
            support.Said.Quote, support.Said.Span?.Start, support.Said.Span?.End, TextKind = support.Said.Kind?.ToCode(), support.JudgedBy, VersionId = support.Said.Version?.Value,
        });
    }

    /// <summary>Replaces how language models did at judging a release.</summary>
    public static async Task SaveTalliesAsync(ReleaseId release, IEnumerable<JudgementTally> tallies, WriteScope scope)
    {
        await scope.ExecuteAsync("evidence/delete-tallies", new { ReleaseId = release.Value });
        await scope.ExecuteManyAsync("evidence/save-tally", tallies, tally => new { ReleaseId = release.Value, tally.Subject, tally.Model, tally.Asked, tally.Dropped });
    }

    /// <summary>How language models did at judging a release; empty where none judged it.</summary>
    public Task<IReadOnlyList<JudgementTally>> TalliesAsync(ReleaseId release, CancellationToken ct) => database.QueryAsync(
        "evidence/list-tallies", new { ReleaseId = release.Value }, row => new JudgementTally(row.Text("subject"), row.Text("model"), row.Int("asked"), row.Int("dropped")), ct);

    /// <summary>The experiments that the current texts of a release's own documents describe, in reading order.</summary>
    public Task<IReadOnlyList<Experiment>> OfReleaseAsync(ReleaseId release, CancellationToken ct) =>
        database.QueryAsync("evidence/list-release-experiments", new { ReleaseId = release.Value }, row => MapExperiment(row.Id<VersionId>("version_id"), row), ct);

    private static object Parameters(string version, int number, Experiment experiment) => new
    {
        VersionId = version, Number = number, experiment.Span.Start, experiment.Span.End, experiment.Quote, Place = experiment.Place.ToCode(),
        ScopeModel = experiment.Tested.Model, ScopeData = experiment.Tested.Data, ScopeConcept = experiment.Tested.Concept,
        ScopeDeployment = experiment.Tested.Deployment, Sampling = experiment.Sampling.ToCode(), Control = experiment.Control.ToCode(),
        HasUncertainty = experiment.HasUncertainty ? 1 : 0, experiment.SampleSize, IsIntervention = experiment.IsIntervention ? 1 : 0,
    };

    private static EvidenceLink MapLink(Row row) => new(
        row.Id<EvidenceId>("id"), row.Id<ClaimId>("claim_id"), row.Code<EvidenceKind>("kind"), row.Text("pointer"), row.SpanOrNull(), row.SpanOrNull("target_"),
        row.IdOrNull<WorkId>("target_work_id"), row.IntOrNull("target_reference"), row.TextOrNull("target_url"), row.Code<Proximity>("distance"), row.Json<Provenance>("provenance"));

    private static Experiment MapExperiment(VersionId version, Row row) => new(
        version, row.Span(), row.Text("quote"), row.Code<Place>("place"),
        new Scope(row.IntOrNull("scope_model"), row.IntOrNull("scope_data"), row.IntOrNull("scope_concept"), row.IntOrNull("scope_deployment")),
        row.Code<Sampling>("sampling"), row.Code<Control>("control"), row.Bool("has_uncertainty"), row.LongOrNull("sample_size"), row.Bool("is_intervention"));
}

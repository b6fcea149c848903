using HypeWatch.Claims;
using HypeWatch.Evidence;
using HypeWatch.Flags;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Reading;
using HypeWatch.Reviews;
using HypeWatch.Storage;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Pipeline;

/// <summary>What a round of assessments did.</summary>
/// <param name="Releases">Number of releases.</param>
/// <param name="Assessed">How many of them had changed and were assessed.</param>
/// <param name="Flags">Flags that this program raised on the assessed ones, suppressed ones included; those of published critiques are stored and not counted.</param>
/// <param name="Failures">Detectors that failed.</param>
public sealed record AssessmentReport(int Releases, int Assessed, int Flags, int Failures)
{
    /// <summary>How many of the flags are open.</summary>
    public int Open { get; init; }

    /// <summary>How many are proposals for a reader.</summary>
    public int Candidates { get; init; }

    /// <summary>How many the authors' own caveats outweigh.</summary>
    public int Suppressed { get; init; }
}

/// <summary>The map of a release: from its documents to its dossier, and from there to its flags and to how its claims travelled.</summary>
public sealed class AssessRelease(
    Database database, VersionStore versions, ClaimStore claimStore, EvidenceStore evidenceStore, ReleaseStore releases, GroupingEditStore edits, ReleaseGrouper grouper, CompareClaims comparisons,
    JudgeWarrants warrants, CitationMatcher works, PriorWorkStore workStore, PriorWorkFinder priorWork, FlagAssessor flags, HearFlags hearings, FixedFlags fixedFlags, JudgeCitations citations, ArchivedWorks archivedWorks, ReviewStore reviews, ScorePredictions predictions, InfluenceFinder influences, KnownTexts knownTexts, ClaimExtractor extractor, ILogger<AssessRelease> logger)
{
    /// <summary>Raised when the rules of an assessment change, so that releases are assessed again.</summary>
    public const int StageVersion = 11;

    /// <summary>Groups all relevant documents into releases and assesses those that changed since their last assessment.</summary>
    public async Task<AssessmentReport> RunAllAsync(CancellationToken ct)
    {
        // Works may have come into the base since, through another process.
        works.Use(await workStore.ListAsync(ct));
        var documents = await LoadAsync(ct);
        var archived = archivedWorks.Of(documents.Values.Select(document => document.Version));
        var grouping = grouper.Examine([.. documents.Values.Select(document => document.Version)], await edits.ListAsync(ct));
        var before = (await releases.ListAsync(ct)).ToDictionary(stored => stored.Release.Id, stored => stored.AssessedInput);
        var (failures, isModelAway) = (0, false);
        var raised = new List<FlagStatus>();
        var results = new List<Func<WriteScope, Task>>();
        var promotion = new EarlierPromotion(grouping.Releases, documents);
        foreach (var release in grouping.Releases)
        {
            var earlier = promotion.Before(release);
            var rejected = grouping.Rejected.Where(tie => tie.Release == release.Id).ToList();
            var subject = new Subject(release, rejected, earlier, CitedTexts(release, documents, archived));
            var input = Fingerprint(subject, documents);
            var stored = before.GetValueOrDefault(release.Id);
            // Where nothing but a model's answer is missing, one release asks whether it is back; the others wait for the next round.
            var isWaiting = stored == ByRules(input);
            if (stored == input || (isWaiting && isModelAway)) continue;
            var (report, isComplete, isAway, save) = await AssessAsync(subject, input, documents, ct);
            isModelAway |= isAway;
            if (isWaiting && !isComplete) continue;
            results.Add(save);
            raised.AddRange(report.Flags.Where(flag => flag.RaisedBy == RaisedBy.System).Select(flag => flag.Status));
            failures += report.Failures.Count;
        }

        // A document that moves from one release to another stands in exactly one of them at every moment.
        await database.WriteAsync(
            async scope =>
            {
                foreach (var save in results) await save(scope);
                foreach (var gone in before.Keys.Except(grouping.Releases.Select(release => release.Id)))
                {
                    await ReleaseStore.DeleteAsync(gone, scope);
                    await FlagHistory.RecordAsync(gone, null, scope);
                }
            },
            ct);
        await predictions.RunAsync([.. documents.Values.Select(document => document.Version)], grouping.Releases, ct);
        int Of(FlagStatus status) => raised.Count(given => given == status);
        return new(grouping.Releases.Count, results.Count, raised.Count, failures) { Open = Of(FlagStatus.Open), Candidates = Of(FlagStatus.Candidate), Suppressed = Of(FlagStatus.Suppressed) };
    }

    private async Task<(FlagReport Report, bool IsComplete, bool IsAway, Func<WriteScope, Task> Save)> AssessAsync(
        Subject subject, string input, Dictionary<DocumentId, DossierDocument> documents, CancellationToken ct)
    {
        var release = subject.Release;
        List<DossierDocument> own = [.. release.Documents.Select(member => documents[member.Document] with { Relation = member.Relation })];
        List<DocumentVersion> ownTexts = [.. own.Where(document => document.IsOwn).Select(document => document.Version)];
        var tags = TopicTags.Of(string.Join('\n', ownTexts.Select(version => version.Text)));
        var tagged = release with { Tags = tags };
        var compared = await comparisons.FindAsync(own, ct);
        List<PropagationEdge> edges = [.. compared.Edges.Concat(subject.Rejected.Select(tie => tie.ToEdge())).Select(edge => edge.In(release.Id))];
        var judged = await warrants.JudgeAsync(own, ct);
        var dossier = new Dossier(tagged, own, judged.Supports, priorWork.Find(tags, ownTexts, release.FirstPublished), edges) { Copies = Syndication.Find([.. own.Select(document => document.Version)]), Earlier = subject.Earlier };
        var examined = flags.Examine(dossier);
        var byRules = flags.Weigh(examined);
        var heard = await hearings.HearAsync(examined.Asserted, byRules.Flags, ct);
        var report = heard.Hearing is null ? byRules : flags.Weigh(examined, heard.Hearing);
        foreach (var failure in report.Failures) logger.LogError("Detector {Code} failed on {Release}: {Message}", failure.Code, release.Id, failure.Message);

        List<Flag> stored = [.. report.Flags, .. await fixedFlags.FindAsync(release.Id, own, report.Flags, ct)];
        var unmatched = await SilentEditsAsync(own, ct);
        var cited = await citations.JudgeAsync(own, subject.Cited, ct);
        // Where a model stayed away, the release is assessed again until it has answered.
        var isComplete = cited.IsComplete && judged.IsComplete && compared.IsComplete && heard.IsComplete;
        var done = isComplete ? input : ByRules(input);
        return (report, isComplete, cited.IsAway || judged.IsAway || compared.IsAway || heard.IsAway, async scope =>
        {
            await ReleaseStore.SaveAsync(new StoredRelease(tagged, done), scope);
            await ReleaseStore.SaveEdgesAsync(release.Id, edges, scope);
            await ReleaseStore.SaveSilentEditsAsync(release.Id, unmatched, scope);
            await ReleaseStore.SaveInfluencesAsync(release.Id, influences.Find(tagged, own), scope);
            await EvidenceStore.SaveSupportsAsync(release.Id, dossier.Supports.Values, scope);
            await EvidenceStore.SaveCitedSupportsAsync(release.Id, cited.Supports, scope);
            await EvidenceStore.SaveTalliesAsync(release.Id, new[] { judged.Tally, cited.Tally, heard.Tally }.OfType<JudgementTally>(), scope);
            await PriorWorkStore.SaveMatchesAsync(release.Id, dossier.PriorWork, scope);
            await FlagStore.ReplaceAsync(release.Id, stored, report.Failures.Select(failure => (failure.Code, failure.Message)), scope);
            await reviews.ApplyAsync(release.Id, scope);
        });
    }

    private async Task<IReadOnlyList<SilentEdit>> SilentEditsAsync(IReadOnlyList<DossierDocument> documents, CancellationToken ct)
    {
        var candidates = SilentEditFinder.Candidates(documents);
        var archived = new Dictionary<DocumentId, IReadOnlyList<DocumentVersion>>();
        foreach (var source in candidates.Select(candidate => candidate.Source).Distinct())
        {
            var read = new List<DocumentVersion>();
            foreach (var stored in await versions.OfDocumentAsync(source.Value, ct)) read.Add((await versions.LoadAsync(stored.Id.Value, ct))!);
            archived[source] = read;
        }

        return SilentEditFinder.Unmatched(candidates, archived);
    }

    /// <summary>The texts of the works that a release cites, as far as they lie in the archive; its own documents are no cited works.</summary>
    private Dictionary<WorkId, CitedText> CitedTexts(Release release, Dictionary<DocumentId, DossierDocument> documents, IReadOnlyDictionary<WorkId, CitedText> archived)
    {
        if (archived.Count == 0) return [];
        var own = release.Documents.Select(member => documents[member.Document]).ToList();
        return own.SelectMany(citations.WorksOf).Distinct().Where(work => archived.TryGetValue(work, out var text) && !own.Exists(document => document.Version.Id == text.Version))
            .ToDictionary(work => work, work => archived[work]);
    }

    private async Task<Dictionary<DocumentId, DossierDocument>> LoadAsync(CancellationToken ct)
    {
        var loaded = new Dictionary<DocumentId, DossierDocument>();
        foreach (var id in await database.QueryAsync("pipeline/list-relevant-versions", null, row => row.Text("id"), ct))
        {
            if (await versions.LoadAsync(id, ct) is not { } version || await claimStore.LoadAsync(id, ct) is not { } found || await evidenceStore.LoadAsync(id, ct) is not { } linked)
                continue;
            loaded[version.Document.Id] = new(version, DocumentRelation.Primary, found.Claims, found.Caveats, linked);
        }

        return loaded;
    }

    /// <summary>Marks an assessment in which a model that should have judged stayed away.</summary>
    private static string ByRules(string input) => $"{input} by rules";

    // The same text under the same rules can have other claims: where a language model stayed away, the rules read it until the model does.
    private static string Fingerprint(DossierDocument document) => $"{document.Version.Id.Value} {ClaimSet.Digest(document.Claims, document.Caveats)}";

    // Everything that the assessment depends on: the members and their relations, the texts, what was found in them, the rules and prompts by which they were read, and the rules here.
    private string Fingerprint(Subject subject, Dictionary<DocumentId, DossierDocument> documents) => ContentId.Sha256(string.Join(
        '\n',
        [
            FormattableString.Invariant($"{StageVersion}"), StageVersions.Evidence(extractor), works.Digest, priorWork.Digest, knownTexts.Digest, warrants.Key, citations.Key, comparisons.Key, hearings.Key, string.Join(",", flags.DetectorVersions), ModelJson.Write(subject.Release),
            .. subject.Release.Documents.Select(member => Fingerprint(documents[member.Document])),
            .. subject.Rejected.Select(tie => tie.Text.Id.Value), .. subject.Earlier.Select(Fingerprint),
            .. subject.Cited.Select(pair => $"{pair.Key} {pair.Value.Version}").Order(StringComparer.Ordinal),
        ]));

    /// <summary>What is assessed: a release with what it depends on besides its documents.</summary>
    /// <param name="Release">The release.</param>
    /// <param name="Rejected">Ties that the dates refuse.</param>
    /// <param name="Earlier">Promotion of earlier releases by the same people.</param>
    /// <param name="Cited">Archived texts of the works that it cites.</param>
    private sealed record Subject(Release Release, IReadOnlyList<RejectedTie> Rejected, IReadOnlyList<DossierDocument> Earlier, IReadOnlyDictionary<WorkId, CitedText> Cited);
}

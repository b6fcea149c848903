using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Predictions;

/// <summary>What an import did with a list.</summary>
/// <param name="Set">The list.</param>
/// <param name="IsFresh">Whether it was not registered before.</param>
/// <param name="Notes">What the file says otherwise than the record.</param>
public sealed record RegisteredSet(PredictionSetId Set, bool IsFresh, IReadOnlyList<string> Notes);

/// <summary>Keeps registered predictions and what was said of their outcomes. Scores are derived, never stored.</summary>
public sealed class PredictionStore(Database database)
{
    /// <summary>Writes a set and its predictions; the hash of the first time stays, and so does everything that was stated of outcomes.</summary>
    public static async Task SaveAsync(PredictionSet set, WriteScope scope)
    {
        await scope.ExecuteAsync("predictions/save-set", new
        {
            Id = set.Id.Value, set.Forecaster, MadeOn = Instant.Write(set.MadeOn), set.About, ReleaseId = set.Release?.Value, DocumentId = set.Document?.Value, set.ReportedScore,
            Commitment = Commitment.Of(set), set.ReleaseNamed, set.Origin, SourceUrl = set.Source, SourceCanonicalUrl = set.Source is { } source ? CanonicalUrl.Of(source) : null,
            StatedCommittedAt = set.StatedCommittedAt is { } at ? Instant.Write(at) : null, set.Topic, Deadline = Instant.Write(set.Deadline), set.Criteria,
        });
        var numbers = await scope.QueryAsync("predictions/list-predictions", new { SetId = set.Id.Value }, row => row.Int("number"));
        await scope.ExecuteManyAsync("predictions/delete-prediction", numbers.Except(set.Items.Select(item => item.Number)), number => new { SetId = set.Id.Value, Number = number });
        await scope.ExecuteManyAsync("predictions/save-prediction", set.Items, item => new
        {
            SetId = set.Id.Value, item.Number, item.Statement, item.Probability, Resolution = item.Resolution.ToCode(), item.Fraction, item.Rationale,
            item.Topic, Deadline = Instant.Write(item.Deadline), item.Criteria, KnownAt = Instant.Write(item.KnownAt),
        });
        await scope.ExecuteAsync("predictions/apply-resolutions", new { SetId = set.Id.Value });
    }

    /// <summary>Registers sets, all or none. What is on record of a set stays; what a file adds to it or says against it is kept too.</summary>
    /// <exception cref="HypeWatchException">One was registered before with other statements or probabilities: what was registered stays.</exception>
    public async Task<IReadOnlyList<RegisteredSet>> AddAsync(IReadOnlyList<PredictionSet> sets, CancellationToken ct)
    {
        var known = (await ListAsync(ct)).ToDictionary(set => set.Id);
        if (sets.GroupBy(set => set.Id).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw new HypeWatchException($"'{twice.First().About}' by {twice.First().Forecaster} of {twice.First().MadeOn:yyyy-MM-dd} stands in the files twice; leave one out");
        foreach (var set in sets)
            if (known.GetValueOrDefault(set.Id) is { Commitment: { } hash } && hash != Commitment.Of(set))
                throw new HypeWatchException($"'{set.About}' by {set.Forecaster} of {set.MadeOn:yyyy-MM-dd} is registered with other statements or probabilities (hash {hash[..12]}); what was registered stays");
        List<MergedSet> merged = [.. sets.Select(set => ImportMerge.Of(known.GetValueOrDefault(set.Id), set))];
        await database.WriteAsync(
            async scope =>
            {
                foreach (var one in merged)
                {
                    await SaveAsync(one.Set, scope);
                    var before = known.GetValueOrDefault(one.Set.Id)?.Stated.Count ?? 0;
                    foreach (var (i, stated) in one.Added.Index()) await SaveAsync(one.Set.Id, stated, before + i, scope);
                    await scope.ExecuteAsync("predictions/apply-resolutions", new { SetId = one.Set.Id.Value });
                }
            },
            ct);
        await AttachReleasesAsync(_ => [], ct);
        return [.. merged.Select(one => new RegisteredSet(one.Set.Id, !known.ContainsKey(one.Set.Id), one.Notes))];
    }

    /// <summary>Binds each set to the release that it names, or that its words or links mean; a binding stays until another is found or its release is gone.</summary>
    /// <param name="links">What the post of a set links to.</param>
    /// <param name="ct">Stops it.</param>
    public async Task AttachReleasesAsync(Func<DocumentId, IEnumerable<string>> links, CancellationToken ct)
    {
        var rows = await database.QueryAsync(
            "predictions/list-releases", null, row => (Id: row.Id<ReleaseId>("id"), Title: row.Text("title"), Published: RecordRows.Published(row), Address: row.TextOrNull("canonical_url")), ct);
        List<ReleaseNames> releases = [.. rows.GroupBy(row => row.Id).Select(group => new ReleaseNames(group.Key, group.First().Title, group.First().Published, [.. group.Select(row => row.Address).OfType<string>()]))];
        var changed = new List<(PredictionSet Set, ReleaseId? Release)>();
        foreach (var set in await ListAsync(ct))
        {
            var found = ReleaseNaming.Find(set, set.Document is { } document ? links(document) : [], releases)?.Id;
            var release = found ?? (set.ReleaseNamed is null && set.Bound is not null ? set.Release : null);
            if (release != set.Release) changed.Add((set, release));
        }

        if (changed.Count == 0) return;
        await database.WriteAsync(scope => scope.ExecuteManyAsync("predictions/bind-set", changed, pair => new { Id = pair.Set.Id.Value, ReleaseId = pair.Release?.Value }), ct);
    }

    /// <summary>Whether a claim is stored.</summary>
    public async Task<bool> HasClaimAsync(ClaimId claim, CancellationToken ct) => (await database.QueryAsync("predictions/find-claim", new { Id = claim.Value }, row => row.Text("id"), ct)).Count > 0;

    /// <summary>Adds what somebody says of an outcome, and lets it count unless it is a dispute, in one transaction.</summary>
    public Task ResolveAsync(PredictionSet set, StatedResolution stated, CancellationToken ct) => database.WriteAsync(
        async scope =>
        {
            await SaveAsync(set.Id, stated, set.Stated.Count, scope);
            await scope.ExecuteAsync("predictions/apply-resolutions", new { SetId = set.Id.Value });
        },
        ct);

    /// <summary>All sets, oldest first, each prediction with the outcome that counts, and with all that were stated.</summary>
    public async Task<IReadOnlyList<PredictionSet>> ListAsync(CancellationToken ct)
    {
        var sets = await database.QueryAsync("predictions/list-sets", null, Map, ct);
        var claims = (await database.QueryAsync("predictions/list-resolution-claims", null, row => (Resolution: row.Text("resolution_id"), Claim: row.Id<ClaimId>("claim_id")), ct))
            .ToLookup(pair => pair.Resolution, pair => pair.Claim, StringComparer.Ordinal);
        var stated = (await database.QueryAsync("predictions/list-resolutions", null, row => (Set: row.Text("set_id"), Stated: MapResolution(row, [.. claims[row.Text("id")]])), ct))
            .ToLookup(pair => pair.Set, pair => pair.Stated, StringComparer.Ordinal);
        var complete = new List<PredictionSet>(sets.Count);
        foreach (var set in sets)
        {
            var items = await database.QueryAsync("predictions/list-predictions", new { SetId = set.Id.Value }, MapItem, ct);
            complete.Add(set with { Items = items, Stated = [.. stated[set.Id.Value]] });
        }

        return complete;
    }

    private static async Task SaveAsync(PredictionSetId set, StatedResolution stated, int place, WriteScope scope)
    {
        var id = ContentId.Of("res", set.Value, FormattableString.Invariant($"{stated.Number}"), FormattableString.Invariant($"{place}"), stated.Resolver);
        await scope.ExecuteAsync("predictions/save-resolution", new
        {
            Id = id, SetId = set.Value, stated.Number, Resolution = stated.Resolution.ToCode(), stated.Fraction, stated.Resolver, stated.Rationale, KnownAt = Instant.Write(stated.KnownAt),
            ResolvedAt = stated.ResolvedAt is { } at ? Instant.Write(at) : null, IsDispute = stated.IsDispute ? 1 : 0,
        });
        await scope.ExecuteManyAsync("predictions/save-resolution-claim", stated.Claims.Distinct().Index(), claim => new { ResolutionId = id, Position = claim.Index + 1, ClaimId = claim.Item.Value });
    }

    private static StatedResolution MapResolution(Row row, IReadOnlyList<ClaimId> claims) => new(
        row.Int("number"), row.Code<Resolution>("resolution"), row.DoubleOrNull("fraction"), row.Text("resolver"), row.TextOrNull("rationale"), Instant.ParseDay(row.TextOrNull("known_at")), claims, row.Bool("is_dispute"))
    {
        ResolvedAt = AtOrNull(row, "resolved_at"),
    };

    private static Prediction MapItem(Row row) => new(
        row.Int("number"), row.Text("statement"), row.DoubleOrNull("probability"), row.Code<Resolution>("resolution"), row.DoubleOrNull("fraction"), row.TextOrNull("rationale"))
    {
        Topic = row.TextOrNull("topic"), Deadline = Instant.ParseDay(row.TextOrNull("deadline")), Criteria = row.TextOrNull("criteria"), KnownAt = Instant.ParseDay(row.TextOrNull("known_at")),
    };

    private static PredictionSet Map(Row row) => new(
        row.Id<PredictionSetId>("id"), row.Text("forecaster"), Instant.ParseDay(row.Text("made_on"))!.Value, row.Text("about"), row.IdOrNull<ReleaseId>("release_id"),
        row.IdOrNull<DocumentId>("document_id"), row.DoubleOrNull("reported_score"), [])
    {
        Commitment = row.TextOrNull("commitment"), CommittedAt = AtOrNull(row, "committed_at"), StatedCommittedAt = AtOrNull(row, "stated_committed_at"), ReleaseNamed = row.TextOrNull("release_named"),
        Bound = row.TextOrNull("release_title") is { } title ? new(title, RecordRows.Published(row)) : null, Origin = row.TextOrNull("origin"), Source = row.TextOrNull("source_url"), ArchivedAt = AtOrNull(row, "archived_at"),
        Topic = row.TextOrNull("topic"), Deadline = Instant.ParseDay(row.TextOrNull("deadline")), Criteria = row.TextOrNull("criteria"),
    };

    private static DateTimeOffset? AtOrNull(Row row, string column) => row.TextOrNull(column) is { } at ? Instant.Parse(at) : null;
}

using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>Reads how a claim travelled, over all its hops.</summary>
public sealed class LineageQueries(Database database, ClaimQueries claims)
{
    private const int MostEdges = 400;

    /// <summary>The lineage of a claim; null when there is no such claim in a current version.</summary>
    public async Task<Lineage?> GetAsync(ClaimId id, CancellationToken ct)
    {
        if (await claims.GetAsync(id, ct) is not { } start) return null;
        var found = await database.QueryAsync("queries/list-lineage-edges", new { ClaimId = id.Value, Limit = MostEdges }, RecordRows.Edge, ct);
        var edges = PropagationEdge.Once(found);
        var views = new Dictionary<ClaimId, ClaimView> { [id] = start };
        foreach (var other in edges.SelectMany(edge => new[] { edge.UpstreamClaim!.Value, edge.DownstreamClaim!.Value }).Distinct().Where(other => other != id))
            if (await claims.GetAsync(other, ct) is { } view) views[other] = view;
        var kept = edges.Where(edge => views.ContainsKey(edge.UpstreamClaim!.Value) && views.ContainsKey(edge.DownstreamClaim!.Value)).ToList();
        var hops = Hops(views.Keys, kept);
        return new(
            id,
            [
                .. views.Values.Select(view => new LineageClaim(hops[view.Claim.Id], view)).OrderBy(item => item.Hop)
                    .ThenBy(item => item.Claim.Document.Published.NotAfter ?? DateOnly.MaxValue).ThenBy(item => item.Claim.Claim.Id.Value, StringComparer.Ordinal),
            ],
            kept, found.Count == MostEdges) { SilentEdits = await claims.SilentEditsAsync(start.Document.Id, ct), Influences = await claims.InfluencesAsync(start.Document.Id, id, ct), Told = await ToldAsync(id, ct) };
    }

    private async Task<IReadOnlyList<ToldEdge>> ToldAsync(ClaimId id, CancellationToken ct)
    {
        var told = await database.QueryAsync(
            "queries/list-told-edges", new { ClaimId = id.Value }, row => new ToldEdge(row.Text("upstream_title"), row.Text("upstream_url"), RecordRows.Edge(row)), ct);
        var once = PropagationEdge.Once(told.Select(one => one.Edge)).Select(edge => edge.Id).ToHashSet();
        return [.. told.Where(one => once.Contains(one.Edge.Id))];
    }

    private static Dictionary<ClaimId, int> Hops(IEnumerable<ClaimId> ids, IReadOnlyList<PropagationEdge> edges)
    {
        var hops = ids.ToDictionary(id => id, _ => 0);
        // Each round moves every claim below its source; a lineage has no ring, and at most as many rounds as claims.
        for (var round = 0; round < hops.Count; round++)
        {
            var moved = false;
            foreach (var edge in edges)
            {
                var below = hops[edge.UpstreamClaim!.Value] + 1;
                if (hops[edge.DownstreamClaim!.Value] >= below) continue;
                hops[edge.DownstreamClaim.Value] = below;
                moved = true;
            }

            if (!moved) break;
        }

        return hops;
    }
}

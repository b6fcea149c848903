using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Literature;

/// <summary>What works are looked for.</summary>
/// <param name="Text">Words, a sentence or a whole abstract; any of its words may stand in a work.</param>
/// <param name="Limit">At most this many works.</param>
public sealed record WorkQuestion(string Text, int Limit)
{
    /// <summary>Only works that were public on this day; null for all.</summary>
    public DateOnly? PublicBy { get; init; }
}

/// <summary>A work that was found.</summary>
/// <param name="Work">The work.</param>
/// <param name="Score">How well it fits; comparable within one search only.</param>
/// <param name="Reasons">Why it was found, best reason first.</param>
public sealed record FoundWork(PriorWork Work, double Score, IReadOnlyList<string> Reasons);

/// <summary>
/// Looks for works in the prior-work base by the words of a text: the database's weighted word search, then <see cref="WorkRanker"/> over its best; and, where vectors
/// are at hand, by meaning: the cosine, from the last to the first of the nearest, is added with a weight.
/// </summary>
public sealed class WorkSearch(Database database, WorkVectors? vectors = null)
{
    /// <summary>So many of the database's best are ranked again.</summary>
    public const int Candidates = 200;

    /// <summary>Works that are looked up at once.</summary>
    private const int LeastPage = 50;

    /// <summary>Whether works are found by meaning as well.</summary>
    public bool HasVectors => vectors?.IsReady == true;

    /// <summary>Finds works, best first.</summary>
    public async Task<IReadOnlyList<FoundWork>> FindAsync(WorkQuestion query, CancellationToken ct)
    {
        var asked = new AskedWords(query.Text);
        // The nearest are looked for while the database looks for words: the two take about as long.
        var nearest = HasVectors ? Task.Run(() => vectors!.NearestAsync(query.Text, Math.Max(Candidates, query.Limit), ct), ct) : null;
        var finding = CandidatesAsync(query, ct);
        await Task.WhenAll(nearest ?? Task.CompletedTask, finding);
        var ranked = WorkRanker.Rank(asked, await finding);
        if (nearest is null) return [.. ranked.Take(query.Limit).Select(found => new FoundWork(found.Work, found.Score, [ReasonOf(asked, found.Work)]))];
        var byWords = ranked.ToDictionary(found => found.Work.Id, found => (found.Work, Score: found.Score / ranked[0].Score));
        var cosines = (await nearest).ToDictionary(found => found.Work, found => found.Cosine);
        var (least, most) = cosines.Count > 0 ? (cosines.Values.Min(), cosines.Values.Max()) : (0, 0);
        var order = byWords.Keys.Union(cosines.Keys).Select(id => (Id: id, Score: byWords.GetValueOrDefault(id).Score + (vectors!.Weight * Nearness(id)))).OrderByDescending(found => found.Score).ToList();
        List<FoundWork> works = [];
        foreach (var page in order.Chunk(Math.Max(query.Limit, LeastPage)))
        {
            var others = (await ByIdsAsync([.. page.Select(found => found.Id).Where(id => !byWords.ContainsKey(id))], ct)).ToDictionary(work => work.Id);
            works.AddRange(page.Select(found => (Work: byWords.TryGetValue(found.Id, out var known) ? known.Work : others.GetValueOrDefault(found.Id), found.Score))
                .Where(found => found.Work is not null && (query.PublicBy is null || found.Work.FirstPublic <= query.PublicBy))
                .Select(found => new FoundWork(found.Work!, found.Score, [.. ReasonsOf(found.Work!)])));
            if (works.Count >= query.Limit) break;
        }

        return [.. works.Take(query.Limit)];

        double Nearness(WorkId id) => cosines.TryGetValue(id, out var cosine) && most > least ? (cosine - least) / (most - least) : 0;

        IEnumerable<string> ReasonsOf(PriorWork work)
        {
            if (byWords.ContainsKey(work.Id)) yield return ReasonOf(asked, work);
            if (cosines.TryGetValue(work.Id, out var cosine)) yield return FormattableString.Invariant($"meaning: cosine {cosine:0.00}");
        }
    }

    private async Task<IReadOnlyList<PriorWork>> ByIdsAsync(List<WorkId> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : await database.QueryAsync("literature/find-works", new { Ids = ModelJson.Write(ids) }, PriorWorkStore.Map, ct);

    /// <summary>The database's own ranking, with its scores: the words weighed by field, the title twice.</summary>
    internal async Task<IReadOnlyList<(PriorWork Work, double Score)>> CandidatesAsync(WorkQuestion query, CancellationToken ct)
    {
        if (WorkWords.AnyOf(query.Text, database.Kind) is not { } words) return [];
        var parameters = new { Words = words, Limit = Math.Max(Candidates, query.Limit), PublicBy = query.PublicBy is { } day ? Instant.Write(day) : null };
        return await database.QueryAsync("literature/search-works", parameters, row => (PriorWorkStore.Map(row), row.Double("score")), ct);
    }

    private static string ReasonOf(AskedWords asked, PriorWork work) => asked.SharedWith(work) is { Count: > 0 } shared ? $"words: {string.Join(", ", shared)}" : "other forms of the words";
}

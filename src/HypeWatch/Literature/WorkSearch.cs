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

    /// <summary>Whether works are found by meaning as well.</summary>
    public bool HasVectors => vectors?.IsReady == true;

    /// <summary>Finds works, best first.</summary>
    public async Task<IReadOnlyList<FoundWork>> FindAsync(WorkQuestion query, CancellationToken ct)
    {
        var asked = new AskedWords(query.Text);
        var ranked = WorkRanker.Rank(asked, await CandidatesAsync(query, ct));
        if (!HasVectors) return [.. ranked.Take(query.Limit).Select(found => new FoundWork(found.Work, found.Score, [ReasonOf(asked, found.Work)]))];
        var near = await vectors!.NearestAsync(query.Text, Math.Max(Candidates, query.Limit), ct);
        var works = ranked.ToDictionary(found => found.Work.Id, found => found.Work);
        foreach (var work in await ByIdsAsync([.. near.Select(found => found.Work).Where(id => !works.ContainsKey(id))], query.PublicBy, ct)) works[work.Id] = work;
        var scores = ranked.ToDictionary(found => found.Work.Id, found => found.Score / ranked[0].Score);
        var cosines = near.Where(found => works.ContainsKey(found.Work)).ToDictionary(found => found.Work, found => found.Cosine);
        var (least, most) = cosines.Count > 0 ? (cosines.Values.Min(), cosines.Values.Max()) : (0, 0);
        return
        [
            .. works.Values.Select(work => (Work: work, Score: scores.GetValueOrDefault(work.Id) + (cosines.TryGetValue(work.Id, out var cosine) && most > least ? vectors.Weight * (cosine - least) / (most - least) : 0)))
                .OrderByDescending(found => found.Score).Take(query.Limit).Select(found => new FoundWork(
                    found.Work, found.Score,
                    [
                        .. scores.ContainsKey(found.Work.Id) ? [ReasonOf(asked, found.Work)] : Array.Empty<string>(),
                        .. cosines.TryGetValue(found.Work.Id, out var cosine) ? [FormattableString.Invariant($"meaning: cosine {cosine:0.00}")] : Array.Empty<string>(),
                    ])),
        ];
    }

    private async Task<IReadOnlyList<PriorWork>> ByIdsAsync(List<WorkId> ids, DateOnly? publicBy, CancellationToken ct)
    {
        var found = await database.QueryAsync("literature/find-works", new { Ids = ModelJson.Write(ids) }, PriorWorkStore.Map, ct);
        return [.. found.Where(work => publicBy is null || work.FirstPublic <= publicBy)];
    }

    /// <summary>The database's own ranking, with its scores: the words weighed by field, the title twice.</summary>
    internal async Task<IReadOnlyList<(PriorWork Work, double Score)>> CandidatesAsync(WorkQuestion query, CancellationToken ct)
    {
        if (WorkWords.AnyOf(query.Text, database.Kind) is not { } words) return [];
        var parameters = new { Words = words, Limit = Math.Max(Candidates, query.Limit), PublicBy = query.PublicBy is { } day ? Instant.Write(day) : null };
        return await database.QueryAsync("literature/search-works", parameters, row => (PriorWorkStore.Map(row), row.Double("score")), ct);
    }

    private static string ReasonOf(AskedWords asked, PriorWork work) => asked.SharedWith(work) is { Count: > 0 } shared ? $"words: {string.Join(", ", shared)}" : "other forms of the words";
}

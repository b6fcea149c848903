using HypeWatch.Lexicons;
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
/// are at hand, by meaning, the two rankings fused.
/// </summary>
public sealed class WorkSearch(Database database, WorkVectors? vectors = null)
{
    /// <summary>So many of the database's best are ranked again.</summary>
    public const int Candidates = 200;

    /// <summary>How much the ranking by meaning counts against the one by words.</summary>
    private const double MeaningWeight = 0.5;

    /// <summary>Whether works are found by meaning as well.</summary>
    public bool HasVectors => vectors?.IsReady == true;

    /// <summary>Finds works, best first.</summary>
    public async Task<IReadOnlyList<FoundWork>> FindAsync(WorkQuestion query, CancellationToken ct)
    {
        var asked = WorkWords.Of(query.Text).Where(WorkWords.IsTelling).Distinct(StringComparer.Ordinal).ToList();
        var ranked = WorkRanker.Rank(query.Text, await CandidatesAsync(query, ct));
        if (!HasVectors) return [.. ranked.Take(query.Limit).Select(found => new FoundWork(found.Work, found.Score, [ReasonOf(asked, found.Work)]))];
        var near = await vectors!.NearestAsync(query.Text, Math.Max(Candidates, query.Limit), ct);
        var works = ranked.Select(found => found.Work).ToDictionary(work => work.Id);
        var unknown = near.Select(found => found.Work).Where(id => !works.ContainsKey(id)).ToList();
        foreach (var work in await ByIdsAsync(unknown, query.PublicBy, ct)) works[work.Id] = work;
        var fused = RankFusion.Fuse<WorkId>(
        [
            new([.. ranked.Select(found => (found.Work.Id, ReasonOf(asked, found.Work)))]),
            new([.. near.Where(found => works.ContainsKey(found.Work)).Select(found => (found.Work, FormattableString.Invariant($"meaning: cosine {found.Cosine:0.00}")))], MeaningWeight),
        ]);
        return [.. fused.Take(query.Limit).Select(found => new FoundWork(works[found.Item], found.Score, found.Reasons))];
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

    private static string ReasonOf(IReadOnlyList<string> asked, PriorWork work)
    {
        var stems = WorkWords.Of($"{work.Title} {work.Summary} {work.Abstract} {string.Join(' ', work.Tags)} {string.Join(' ', work.Authors)}").Select(ContentWords.Stem).ToHashSet(StringComparer.Ordinal);
        var shared = asked.Where(word => stems.Contains(ContentWords.Stem(word))).ToList();
        return shared.Count > 0 ? $"words: {string.Join(", ", shared)}" : "other forms of the words";
    }
}

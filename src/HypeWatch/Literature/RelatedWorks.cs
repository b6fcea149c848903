using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Literature;

/// <summary>A work that bears on a claim or a release.</summary>
/// <param name="Work">The work.</param>
/// <param name="Score">How well it fits; comparable within one answer only.</param>
/// <param name="Reasons">Why it is there, one for each way in which it was found.</param>
/// <param name="IsCited">Whether the release cites it; null where no release is known.</param>
/// <param name="EquivalentCited">A cited work with the same point.</param>
/// <param name="ContestedBy">Works that contest it; shown with it, so that both sides stand.</param>
public sealed record RelatedWork(PriorWork Work, double Score, IReadOnlyList<string> Reasons, bool? IsCited, WorkId? EquivalentCited, IReadOnlyList<PriorWork> ContestedBy);

/// <summary>Which earlier works bear on a claim or a release, and what was searched.</summary>
/// <param name="Text">The claim's words, or the release's title.</param>
/// <param name="Release">The release; null when the claim's document belongs to none.</param>
/// <param name="PublicBy">Works had to be public on this day; null when the release has no known date.</param>
/// <param name="Searched">How many works were searched, and in which ways.</param>
/// <param name="Works">The works, best first.</param>
public sealed record RelatedAnswer(string Text, ReleaseId? Release, DateOnly? PublicBy, string Searched, IReadOnlyList<RelatedWork> Works)
{
    /// <summary>What earlier works say to a claim of priority; null when the words claim none.</summary>
    public NoveltyAnswer? Novelty { get; init; }
}

/// <summary>
/// Finds works for a claim or a release in four ways, by words, by topics and hazards of the method, by what other releases cite together, and by meaning where vectors are at hand,
/// and fuses the rankings (<see cref="RankFusion"/>).
/// </summary>
public sealed class RelatedWorks(Database database, WorkSearch search, NoveltySearch novelty, PriorWorkStore store)
{
    private const int Depth = 100;

    /// <summary>Finds them; null when there is neither claim nor release of this id.</summary>
    public async Task<RelatedAnswer?> ForAsync(string id, int limit, CancellationToken ct)
    {
        var subject = await database.FirstAsync(
            "literature/find-subject", new { Id = id }, row => (Text: row.Text("text"), Release: row.IdOrNull<ReleaseId>("release_id"), Day: Instant.ParseDay(row.TextOrNull("not_before"))), ct);
        if (subject.Text is not { } text) return null;
        var latest = subject.Day?.AddDays(-PriorWorkFinder.DaysBefore);
        var all = (await store.ListAsync(ct)).ToDictionary(work => work.Id);
        var matches = subject.Release is { } release ? await store.MatchesAsync(release, ct) : [];
        var byId = matches.ToDictionary(match => match.Work.Id);
        List<Ranking<WorkId>> rankings = [new([.. (await search.FindAsync(new(text, Depth) { PublicBy = latest }, ct)).Select(found => (found.Work.Id, string.Join("; ", found.Reasons)))])];
        rankings.Add(new([.. matches.OrderByDescending(match => match.Hazards.Count).ThenByDescending(match => match.SharedTags.Count).Select(match => (match.Work.Id, ReasonOf(match)))]));
        if (subject.Release is { } citing)
            rankings.Add(new(await database.QueryAsync(
                "literature/list-cocited", new { ReleaseId = citing.Value, Limit = Depth }, row => (row.Id<WorkId>("id"), FormattableString.Invariant($"cited by other releases beside {row.Int("together")} works that this one cites")), ct)));
        var works = RankFusion.Fuse(rankings).Where(found => IsWanted(found.Item)).Take(limit).Select(found => new RelatedWork(
            all[found.Item], found.Score, found.Reasons, subject.Release is null ? null : byId.GetValueOrDefault(found.Item)?.IsCited ?? false, byId.GetValueOrDefault(found.Item)?.EquivalentCited,
            [.. all[found.Item].ContestedBy.Where(all.ContainsKey).Select(other => all[other])]));
        // What other releases cite together may be younger than this one, or be this one itself.
        bool IsWanted(WorkId work) => all.TryGetValue(work, out var known) && (latest is null || known.FirstPublic <= latest || byId.GetValueOrDefault(work)?.IsCited == true);
        var searched = FormattableString.Invariant($"{all.Count} works, by words{(search.HasVectors ? ", by meaning" : "")}, by topics and hazards of the method, by what is cited together");
        return new(text, subject.Release, latest, searched, [.. works]) { Novelty = await novelty.FindAsync(text, latest, ct) };
    }

    private static string ReasonOf(PriorWorkMatch match) =>
        match.Hazards.Count > 0 ? string.Join("; ", match.Hazards) : $"topics: {string.Join(", ", match.SharedTags)}";
}

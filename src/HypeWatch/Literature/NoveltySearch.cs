using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Literature;

/// <summary>An earlier work that satisfies at least one qualifier of a priority claim.</summary>
/// <param name="Work">The work.</param>
/// <param name="Satisfied">How many of the claim's qualifiers it satisfies.</param>
public sealed record EarlierWork(PriorWork Work, int Satisfied);

/// <summary>A qualifier of a priority claim, and the nearest earlier works that satisfy it.</summary>
/// <param name="Qualifier">The qualifier.</param>
/// <param name="Works">The works: those that satisfy most qualifiers first; empty when none was found.</param>
public sealed record QualifierAnswer(Qualifier Qualifier, IReadOnlyList<EarlierWork> Works);

/// <summary>What earlier works say to a claim of priority. That one satisfies every qualifier is a reason to read it; only its full text decides.</summary>
/// <param name="Qualifiers">The claim's qualifiers in its order.</param>
/// <param name="Whole">Works that satisfy all of them, the nearest first.</param>
public sealed record NoveltyAnswer(IReadOnlyList<QualifierAnswer> Qualifiers, IReadOnlyList<EarlierWork> Whole);

/// <summary>Looks for the earlier works that satisfy the qualifiers of a priority claim (specification 3, OC18).</summary>
public sealed class NoveltySearch(WorkSearch search, LexiconSet lexicons)
{
    /// <summary>So many works are looked at for the whole claim, and again for each qualifier.</summary>
    private const int Looked = 50;

    private const int Shown = 3;

    private readonly PriorityReader priority = new(lexicons);

    /// <summary>Looks for them; null when the text claims no priority or has no qualifier.</summary>
    /// <param name="text">The claim's words.</param>
    /// <param name="publicBy">Works had to be public on this day; null for all.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<NoveltyAnswer?> FindAsync(string text, DateOnly? publicBy, CancellationToken ct)
    {
        if (priority.Read(text) is not { Qualifiers: { Count: > 0 } qualifiers }) return null;
        var works = new Dictionary<WorkId, PriorWork>();
        foreach (var words in qualifiers.Select(qualifier => qualifier.Words).Prepend(text))
            foreach (var found in await search.FindAsync(new(words, Looked) { PublicBy = publicBy }, ct)) works.TryAdd(found.Work.Id, found.Work);
        List<(PriorWork Work, HashSet<Qualifier> Satisfied)> satisfying = [.. works.Values.Select(work => (work, qualifiers.Where(qualifier => PriorityReader.Satisfies(work, qualifier)).ToHashSet()))];
        // Works keep the order in which they were found among those that satisfy equally many qualifiers.
        var ranked = satisfying.Where(pair => pair.Satisfied.Count > 0).OrderByDescending(pair => pair.Satisfied.Count).ToList();
        IReadOnlyList<EarlierWork> Nearest(Func<HashSet<Qualifier>, bool> satisfies) =>
            [.. ranked.Where(pair => satisfies(pair.Satisfied)).Take(Shown).Select(pair => new EarlierWork(pair.Work, pair.Satisfied.Count))];
        return new([.. qualifiers.Select(qualifier => new QualifierAnswer(qualifier, Nearest(satisfied => satisfied.Contains(qualifier))))], Nearest(satisfied => satisfied.Count == qualifiers.Count));
    }
}

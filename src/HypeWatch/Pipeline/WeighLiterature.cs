using HypeWatch.Evidence;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Reading;
using HypeWatch.Storage;

namespace HypeWatch.Pipeline;

/// <summary>What a work says to a claim.</summary>
/// <param name="Work">The work.</param>
/// <param name="Said">What its text says, with the deciding words.</param>
/// <param name="IsCited">Whether the claim's release cites it; null where the claim belongs to no release.</param>
/// <param name="ContestedBy">Works that contest it; always shown with it.</param>
public sealed record LiteratureVoice(PriorWork Work, CitedVerdict Said, bool? IsCited, IReadOnlyList<PriorWork> ContestedBy);

/// <summary>What the literature says to a claim, both sides as they stand: they are never added up. The offline reader proposes, a person reads.</summary>
/// <param name="For">Works whose text says so, or says less of the same.</param>
/// <param name="Against">Works whose text says otherwise.</param>
/// <param name="Silent">Works that were looked at and do not settle it.</param>
/// <param name="NotChecked">Works near the claim of which neither text nor abstract is at hand.</param>
public sealed record LiteratureSides(IReadOnlyList<LiteratureVoice> For, IReadOnlyList<LiteratureVoice> Against, int Silent, int NotChecked);

/// <summary>
/// Looks the literature on a claim over, for and against: the nearest works of the base by their archived text or else their abstract. Works are read as they are known now,
/// later ones too, because a reader wants to know what became of a claim; each with its date.
/// </summary>
public sealed class WeighLiterature(Database database, WorkSearch search, PriorWorkStore store, CitationMatcher matcher, ArchivedWorks archived, VersionStore versions, SupportJudge judge)
{
    /// <summary>So many of the nearest works are read.</summary>
    private const int Looked = 40;

    /// <summary>Looks it over; null when there is no claim of this id.</summary>
    public async Task<LiteratureSides?> ForAsync(ClaimId claim, CancellationToken ct)
    {
        var subject = await database.FirstAsync(
            "literature/find-subject", new { Id = claim.Value }, row => (Text: row.Text("text"), Release: row.IdOrNull<ReleaseId>("release_id")), ct);
        if (subject.Text is not { } text) return null;
        matcher.Use(await store.ListAsync(ct));
        var cited = subject.Release is { } release ? (await store.MatchesAsync(release, ct)).Where(match => match.IsCited).Select(match => match.Work.Id).ToHashSet() : null;
        var nearest = (await search.FindAsync(new(text, Looked), ct)).Select(found => found.Work).ToList();
        var texts = await TextsAsync([.. nearest.Select(work => work.Id)], subject.Release, ct);
        List<LiteratureVoice> voices =
        [
            .. nearest.Select(work => new LiteratureVoice(
                work, judge.Judge(text, texts.GetValueOrDefault(work.Id) ?? JudgeCitations.AbstractOf(work)), cited?.Contains(work.Id), [.. work.ContestedBy.Select(matcher.Find).OfType<PriorWork>()])),
        ];
        return new(
            [.. voices.Where(voice => voice.Said.Verdict is SupportVerdict.Entails or SupportVerdict.Weaker)], [.. voices.Where(voice => voice.Said.Verdict is SupportVerdict.Contradicts)],
            voices.Count(voice => voice.Said.Verdict is SupportVerdict.Neutral), voices.Count(voice => voice.Said.Verdict is SupportVerdict.NotAvailable));
    }

    /// <summary>The archived texts of some works; documents of the claim's own release are its own voice.</summary>
    private async Task<Dictionary<WorkId, CitedText>> TextsAsync(HashSet<WorkId> wanted, ReleaseId? own, CancellationToken ct)
    {
        var documents = await database.QueryAsync("pipeline/list-archived-documents", new { Own = own?.Value }, row => (Version: row.Text("version_id"), Document: row.Json<Document>("document")), ct);
        var texts = new Dictionary<WorkId, CitedText>();
        foreach (var (version, document) in documents)
        {
            if (archived.WorkOf(document) is not { } work || !wanted.Contains(work) || await versions.LoadAsync(version, ct) is not { } loaded || ArchivedWorks.TextOf(loaded) is not { } text) continue;
            if (!texts.TryGetValue(work, out var known) || known.Sentences.Count < text.Sentences.Count) texts[work] = text;
        }

        return texts;
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>
/// The claims that share the rarer telling words of a text: what is worth comparing with it. Ranking each claim that holds any word is what costs, since the index looks up the length of each; so on SQLite only the
/// places of the words are read, and the sum of their rarity ranks them, which for sentences comes near to BM25.
/// </summary>
internal sealed class AlikeCandidates(Database database)
{
    private const int MostWords = 40;

    /// <summary>So many of the best by words are compared. Rare words find them, so that more are needed than are shown.</summary>
    private const int Candidates = 800;

    /// <summary>Earlier versions are among the best too, and fall out when the claims are read.</summary>
    private const int Places = 2 * Candidates;

    /// <summary>A word that stands in so many claims tells little of any.</summary>
    private const int CommonFrom = 16_000;

    /// <summary>So many of the rarest words are asked for, however common they are.</summary>
    private const int RarestWords = 4;

    /// <summary>The candidates, the best first; at most 800.</summary>
    public async Task<IReadOnlyList<(ClaimId Id, string Quote)>> FindAsync(string text, CancellationToken ct)
    {
        List<string> words = [.. Telling(text).Select(word => SearchWords.Any([word], database.Kind))];
        if (database.Kind != DatabaseKind.Sqlite) return await RankedAsync(words, ct);
        // A text of common words has too few rare ones to be found by.
        return await BestAsync(words, ct) is not { } best ? await RankedAsync(words, ct) : await database.QueryAsync("queries/list-claims-at", new { Places = ModelJson.Write(best), Most = Candidates }, Quoted, ct);
    }

    private static (ClaimId Id, string Quote) Quoted(Row row) => (row.Id<ClaimId>("id"), row.Text("quote"));

    /// <summary>The places that hold the rarest words; null when most of the words are too common to be read.</summary>
    private async Task<IReadOnlyList<long>?> BestAsync(List<string> words, CancellationToken ct)
    {
        var claims = await database.FirstAsync("queries/find-newest-match", null, row => row.Long("place"), ct);
        var found = await database.QueryAsync("queries/list-places", new { Words = ModelJson.Write(words), Most = CommonFrom + 1 }, row => row.TextOrNull("places"), ct);
        var worths = new Dictionary<long, float>();
        var (rare, common) = (0, 0);
        foreach (var listed in found)
        {
            if (listed is null) continue;
            var number = listed.AsSpan().Count(',') + 1;
            if (number > CommonFrom)
            {
                common++;
                continue;
            }

            rare++;
            var worth = (float)Math.Log(1 + ((claims - number + 0.5) / (number + 0.5)));
            foreach (var part in listed.AsSpan().Split(',')) CollectionsMarshal.GetValueRefOrAddDefault(worths, long.Parse(listed.AsSpan(part), NumberStyles.None, CultureInfo.InvariantCulture), out _) += worth;
        }

        if (common > 0 && rare < RarestWords) return null;
        // The least of the best stands in front; of equals, the later.
        var best = new PriorityQueue<long, (float Worth, long Place)>(Places + 1);
        foreach (var (place, worth) in worths)
        {
            if (best.Count < Places) best.Enqueue(place, (worth, -place));
            else best.EnqueueDequeue(place, (worth, -place));
        }

        var ranked = new long[best.Count];
        for (var i = ranked.Length - 1; i >= 0; i--) ranked[i] = best.Dequeue();
        return ranked;
    }

    private async Task<IReadOnlyList<(ClaimId Id, string Quote)>> RankedAsync(List<string> words, CancellationToken ct) =>
        await database.QueryAsync("queries/find-alike", new { Words = SearchWords.Any(await RareAsync(words, ct), database.Kind), Limit = Candidates }, Quoted, ct);

    private async Task<IEnumerable<string>> RareAsync(List<string> words, CancellationToken ct)
    {
        var counts = await database.QueryAsync("queries/count-words", new { Words = ModelJson.Write(words), Most = CommonFrom }, row => (Word: row.Text("word"), Claims: row.Int("claims")), ct);
        return counts.Where(word => word.Claims > 0).OrderBy(word => word.Claims).ThenBy(word => word.Word, StringComparer.Ordinal).Where((word, rank) => rank < RarestWords || word.Claims < CommonFrom).Select(word => word.Word);
    }

    // The index cuts endings by rules of its own, so that it is given whole words.
    private static IEnumerable<string> Telling(string text) =>
        text.ToLowerInvariant().Split([.. text.ToLowerInvariant().Where(letter => !char.IsLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Where(word => ContentWords.StemOf(word) is not null)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostWords);
}

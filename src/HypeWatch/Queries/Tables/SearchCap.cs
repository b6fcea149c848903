using System.Runtime.CompilerServices;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries.Tables;

/// <summary>
/// Which of the rows that hold the words of a search are looked at. Most of them are on no page that anybody sees, so that a page is looked for among the best first, and among more when it is not full. Where the words
/// are common, ranking all rows is itself what costs; there the best are known beforehand on SQLite (<see cref="WordRanks"/>), and are the first that are found on PostgreSQL.
/// </summary>
internal sealed class SearchCap(Database database, QuerySettings limits, TimeProvider time)
{
    // Some of the best stand in earlier versions of their texts, or are filtered away.
    private const int Spare = 4, Wider = 16;

    // Whoever asks for a common word first waits for it to be read; in a service that has just started, no longer than this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WordRanks ranks = new(database, time);

    /// <summary>The parts among which a page is looked for, each with all of the one before; the last is all that there is, or all that the limits allow.</summary>
    public async IAsyncEnumerable<SearchPart> PartsAsync(TableQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        var isRanked = query is { Words: not null, AsOf: null, Order: [{ Column: var first }, ..], Table.Search.IsCapped: true } && first == QueryTable.Rank;
        if (!isRanked || (query.IsExact && database.Kind == DatabaseKind.Postgres))
        {
            yield return SearchPart.All;
            yield break;
        }

        var search = SearchWords.Quote(query.Words!, database.Kind);
        var number = query.IsExact ? int.MaxValue : await database.FirstAsync("queries/count-matches", new { Search = search, Most = limits.RankedMatches + 1L }, row => row.Int("number"), ct);
        var isCapped = !query.IsExact && number > limits.RankedMatches;
        if (database.Kind == DatabaseKind.Postgres)
        {
            yield return isCapped ? First() : SearchPart.All;
            yield break;
        }

        var most = isCapped ? limits.RankedMatches : number;
        var words = isCapped ? await WordsAsync(query.Words!, ct) : [];
        if (words is null)
        {
            yield return First();
            yield break;
        }

        for (var best = Spare * (query.Size + query.Skip + 1L); best < most; best *= Wider) yield return isCapped ? Named(words, (int)best) : new("-top", [new("best", best)]);
        yield return isCapped ? Named(words, most) : SearchPart.All;
    }

    private SearchPart First() => new("-first", [new("best", (long)limits.RankedMatches)], IsApproximate: true);

    private async Task<WordRank[]?> WordsAsync(string words, CancellationToken ct)
    {
        try
        {
            return await Task.WhenAll(SearchWords.Phrases(words).Select(phrase => ranks.OfAsync(phrase, ct))).WaitAsync(Patience, ct);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // What was written since is looked at too; what was changed since is left out, since a row number may be another claim's by now.
    private static SearchPart Named(WordRank[] words, int most) => new(
        "-named",
        [
            new("places", ModelJson.Write(WordRanks.Best(words, most).Select(best => new object[] { best.Place, best.Worth }))), new("newest", words.Min(word => word.Newest)), new("revision", words.Min(word => word.Revision)),
        ],
        IsApproximate: true);
}

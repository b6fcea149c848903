using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using HypeWatch.Storage;

namespace HypeWatch.Queries.Tables;

/// <summary>What a common word is worth in each claim that holds it, in the order of the index.</summary>
/// <param name="Places">Row numbers of the index, ascending.</param>
/// <param name="Worth">What the index gives for the word there: the least is the best.</param>
/// <param name="Newest">The newest row of the index then.</param>
/// <param name="Revision">The last change of the database then.</param>
/// <param name="At">When it was read.</param>
internal sealed record WordRank(long[] Places, float[] Worth, long Newest, long Revision, long At);

/// <summary>
/// Common words, held in memory once they were asked for. What a claim is worth for a search is the sum of what it is worth for each word (BM25), so that the best claims for any common words are found by adding up,
/// without the index looking up the length of each of hundreds of thousands of claims anew.
/// </summary>
internal sealed class WordRanks(Database database, TimeProvider time)
{
    // Some 190 MB at most; a million claims hold some twelve million places of words that stand in more than five thousand of them.
    private const long MostPlaces = 16_000_000;

    // Claims that were written since are looked at by themselves, those of changed documents are not found; after so many, or so long, a word is read anew.
    private const long MostNewer = 2000;
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, HeldWord> held = new(StringComparer.Ordinal);
    private readonly Lock one = new();
    private Task last = Task.CompletedTask;

    /// <summary>A word, as a quoted phrase of the search language.</summary>
    public async Task<WordRank> OfAsync(string phrase, CancellationToken ct)
    {
        // The index knows no capitals either.
        if (Ascii.IsValid(phrase)) phrase = phrase.ToLowerInvariant();
        var newest = await NewestAsync(ct);
        var rank = await HeldAsync(phrase, newest, ct);
        if (newest - rank.Newest <= MostNewer && time.GetElapsedTime(rank.At) < Oldest) return rank;
        held.TryRemove(phrase, out _);
        return await HeldAsync(phrase, newest, ct);
    }

    /// <summary>The row numbers of the claims that hold all the words and are worth most.</summary>
    public static IReadOnlyList<(long Place, double Worth)> Best(IReadOnlyList<WordRank> words, int most)
    {
        var ordered = words.OrderBy(word => word.Places.Length).ToList();
        var (first, others, at) = (ordered[0], ordered[1..], new int[ordered.Count - 1]);
        var best = new PriorityQueue<long, float>(most + 1);
        for (var i = 0; i < first.Places.Length; i++)
        {
            var worth = first.Worth[i];
            var holds = true;
            for (var k = 0; holds && k < others.Count; k++)
            {
                var (list, place) = (others[k].Places, first.Places[i]);
                var from = at[k];
                while (from < list.Length && list[from] < place) from++;
                at[k] = from;
                holds = from < list.Length && list[from] == place;
                if (holds) worth += others[k].Worth[from];
            }

            if (!holds) continue;
            // The worst of the best stands in front.
            if (best.Count < most) best.Enqueue(first.Places[i], -worth);
            else if (best.TryPeek(out _, out var worst) && -worth > worst) best.DequeueEnqueue(first.Places[i], -worth);
        }

        return [.. best.UnorderedItems.Select(item => (item.Element, (double)-item.Priority))];
    }

    private async Task<WordRank> HeldAsync(string phrase, long newest, CancellationToken ct)
    {
        // Whoever asks for a word first may leave before it is read; the others want it all the same.
        var word = held.GetOrAdd(phrase, _ => new(mine => InTurn(() => ReadAsync(phrase, newest, mine))));
        word.AskedAt = time.GetTimestamp();
        try
        {
            return await word.Reading.Value.WaitAsync(ct);
        }
        catch (DbException)
        {
            held.TryRemove(KeyValuePair.Create(phrase, word));
            throw;
        }
    }

    // One after the other: a service that has just started is asked for hundreds of words at once, and must answer all else meanwhile.
    private Task<WordRank> InTurn(Func<Task<WordRank>> read)
    {
        lock (one)
        {
            var before = last;
            var mine = Task.Run(async () =>
            {
                await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return await read();
            });
            last = mine;
            return mine;
        }
    }

    private async Task<WordRank> ReadAsync(string phrase, long newest, HeldWord word)
    {
        var (found, worth) = (new List<long>(), new List<float>());
        // Before the rows: what changes in between counts as changed.
        var revision = await database.FirstAsync("queries/find-value-revision", null, row => row.Long("revision"), CancellationToken.None);
        await using (var connection = await database.OpenAsync(CancellationToken.None))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = database.Sql["queries/rank-word"];
            var search = command.CreateParameter();
            (search.ParameterName, search.Value) = ("@Search", phrase);
            command.Parameters.Add(search);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                found.Add(rows.GetInt64(0));
                worth.Add(rows.GetFloat(1));
            }
        }

        MakeRoom(found.Count);
        word.Places = found.Count;
        return new([.. found], [.. worth], newest, revision, time.GetTimestamp());
    }

    // The words that nobody asked for of late go; a service that let all go would read all anew at once.
    private void MakeRoom(int wanted)
    {
        var read = held.Where(word => word.Value.Places > 0).OrderBy(word => word.Value.AskedAt).ToList();
        var places = read.Sum(word => word.Value.Places) + wanted;
        foreach (var word in read.TakeWhile(_ => places > MostPlaces))
        {
            held.TryRemove(word);
            places -= word.Value.Places;
        }
    }

    private async Task<long> NewestAsync(CancellationToken ct) => await database.FirstAsync("queries/find-newest-match", null, row => row.Long("place"), ct);

    private sealed class HeldWord
    {
        public HeldWord(Func<HeldWord, Task<WordRank>> read) => Reading = new(() => read(this));

        public Lazy<Task<WordRank>> Reading { get; }

        public long AskedAt { get; set; }

        /// <summary>How many it takes; none while it is being read.</summary>
        public long Places { get; set; }
    }
}

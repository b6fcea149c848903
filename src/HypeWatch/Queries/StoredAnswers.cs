using System.Data.Common;
using Dapper;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>
/// The last answers of stored statements, which many readers ask alike: each is given again for a minute at most, and no longer than the database stays as it is. On PostgreSQL none is kept, since nothing cheap tells there that
/// something changed.
/// </summary>
internal sealed class StoredAnswers(Database database, TimeProvider time) : IAsyncDisposable
{
    private const int Most = 50;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Dictionary<string, (SqlAnswer Answer, long At)> answers = new(StringComparer.Ordinal);

    // The number is that of one connection, which therefore stays open.
    private DbConnection? watching;
    private long version;

    /// <summary>The kept answer, or a new one.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="parameters">Its values.</param>
    /// <param name="ask">Asks the database.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<SqlAnswer> GetAsync(string statement, IReadOnlyDictionary<string, string?> parameters, Func<Task<SqlAnswer>> ask, CancellationToken ct)
    {
        if (database.Kind != DatabaseKind.Sqlite) return await ask();
        var key = statement + string.Concat(parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\0{pair.Key}\0{pair.Value}"));
        // Those who ask at once wait for one answer.
        await one.WaitAsync(ct);
        try
        {
            await LookAsync(ct);
            if (answers.TryGetValue(key, out var kept) && time.GetElapsedTime(kept.At) < Longest) return kept.Answer;
            var (before, answer) = (version, await ask());
            await LookAsync(ct);
            if (answers.Count >= Most) answers.Clear();
            // What changed meanwhile may or may not be in the answer.
            if (before == version) answers[key] = (answer, time.GetTimestamp());
            return answer;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (watching is not null) await watching.DisposeAsync();
        one.Dispose();
    }

    private async Task LookAsync(CancellationToken ct)
    {
        watching ??= await database.OpenAsync(ct);
        var now = await watching.ExecuteScalarAsync<long>(new CommandDefinition(database.Sql["queries/find-data-version"], cancellationToken: ct));
        if (now != version) answers.Clear();
        version = now;
    }
}

using HypeWatch.Http;
using HypeWatch.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HypeWatch.Sources;

/// <summary>Tries the settings of a source, on its saved answer or once on the web, and keeps nothing of it.</summary>
public sealed class SourceTrial(IEnumerable<ISource> kinds, IOptions<HttpSettings> settings, TimeProvider time, ILogger<PoliteHttp> log)
{
    /// <summary>Reads the saved answer of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="path">The saved answer.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<SourcePoll> ReplayAsync(SourceSettings source, string path, CancellationToken ct)
    {
        if (kinds.FirstOrDefault(kind => kind.Kind == source.Kind) is not IPageSource kind) return new(source.Name, PollState.Broken, [], $"a source of kind {source.Kind} has no single answer that could be saved");
        if (!File.Exists(path)) return new(source.Name, PollState.Broken, [], $"there is no file {path}");
        return await ReadAsync(kind, source, new HttpAnswer.Fetched(await File.ReadAllBytesAsync(path, ct), "", null, null, new Uri(source.Url)), ct);
    }

    /// <summary>Asks the source once.</summary>
    public async Task<SourcePoll> AskAsync(SourceSettings source, CancellationToken ct)
    {
        if (kinds.FirstOrDefault(kind => kind.Kind == source.Kind) is not IPageSource kind) return new(source.Name, PollState.Broken, [], $"a source of kind {source.Kind} is tried by hypewatch run --once only");
        // Its own ledger: a trial needs no database and leaves no trace.
        using var http = new PoliteHttp(settings, time, log, new MemoryHostLedger());
        return await http.GetAsync(new Uri(source.Url), kind.Purpose, null, ct) switch
        {
            HttpAnswer.Fetched fetched => await ReadAsync(kind, source, fetched, ct),
            HttpAnswer.Gone gone => new(source.Name, PollState.Broken, [], gone.Reason),
            HttpAnswer.Refused refused => new(source.Name, refused.IsBlock ? PollState.Blocked : PollState.Broken, [], refused.Reason),
            HttpAnswer.TryLater later => new(source.Name, PollState.TryLater, [], later.Reason, later.After),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType().Name}."),
        };
    }

    private static async Task<SourcePoll> ReadAsync(IPageSource kind, SourceSettings source, HttpAnswer.Fetched answer, CancellationToken ct)
    {
        var items = new Dictionary<string, SourceItem>(StringComparer.Ordinal);
        try
        {
            await foreach (var item in kind.ReadAsync(source, answer, ct)) items.TryAdd(item.Key, item);
        }
        catch (SourceException failure)
        {
            return new(source.Name, PollState.Broken, [.. items.Values], failure.Message);
        }

        return new(source.Name, items.Count == 0 ? PollState.Empty : PollState.Read, [.. items.Values], FormattableString.Invariant($"{items.Count} announced"));
    }
}

using HypeWatch.Http;
using HypeWatch.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HypeWatch.Sources;

/// <summary>The configured sources: which are on, and what they announce.</summary>
public sealed class SourceCatalog(IOptions<SourceList> list, IOptions<HttpSettings> http, IConfiguration configuration, IEnumerable<ISource> kinds)
{
    /// <summary>All configured sources, in the order of the file.</summary>
    public IReadOnlyList<SourceSettings> All => [.. list.Value.Sources];

    /// <summary>Why a source is not polled; null when it is.</summary>
    public string? WhyOff(SourceSettings source)
    {
        if (!source.Enabled) return "switched off (Enabled)";
        if (source.RequiresContact && string.IsNullOrWhiteSpace(http.Value.ContactAddress)) return "needs a contact address: set Http:ContactAddress";
        if (source.RequiresKey is { } key && string.IsNullOrWhiteSpace(configuration[key])) return $"needs a key: set {key}";
        return null;
    }

    /// <summary>Asks a source what it announces. A failure of the source is an answer, no exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<SourcePoll> PollAsync(SourceSettings source, CancellationToken ct)
    {
        if (WhyOff(source) is { } why) return new(source.Name, PollState.Off, [], why);

        var items = new Dictionary<string, SourceItem>(StringComparer.Ordinal);
        try
        {
            await foreach (var item in kinds.First(kind => kind.Kind == source.Kind).NewItemsAsync(source, ct)) items.TryAdd(item.Key, item);
        }
        catch (SourceUnchangedException unchanged)
        {
            return new(source.Name, PollState.Unchanged, [], unchanged.Message);
        }
        catch (SourceException exception)
        {
            var state = exception.IsBlock ? PollState.Blocked : exception.RetryAfter is null ? PollState.Broken : PollState.TryLater;
            return new(source.Name, state, [.. items.Values], exception.Message, exception.RetryAfter);
        }

        return items.Count == 0
            ? new SourcePoll(source.Name, PollState.Empty, [], source.Keywords.Count + source.Allow.Count > 0 ? "nothing passes the filters" : "it announces nothing") { Memory = source.Memory }
            : new SourcePoll(source.Name, PollState.Read, [.. items.Values], FormattableString.Invariant($"{items.Count} announced")) { Memory = source.Memory };
    }
}

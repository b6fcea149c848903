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
        var needs = KindOf(source).Needs;
        if ((source.RequiresContact || needs.RequiresContact) && string.IsNullOrWhiteSpace(http.Value.ContactAddress)) return "needs a contact address: set Http:ContactAddress";
        if (source.RequiresKey is { } key && string.IsNullOrWhiteSpace(configuration[key])) return $"needs a key: set {key}{(needs.Keys.FirstOrDefault(secret => secret.Setting == key) is { } known ? "; " + known.WhereHad : "")}";
        if (needs.Keys.FirstOrDefault(secret => secret.IsRequired && string.IsNullOrWhiteSpace(configuration[secret.Setting])) is { } missing)
            return $"needs a key: set {missing.Setting}; {missing.WhereHad}";
        if (needs.CostsMoney && source.MonthlyBudget <= 0) return "costs money: set its MonthlyBudget in US dollars";
        return null;
    }

    /// <summary>Where a source is asked: its own address, else that of its kind.</summary>
    public string AddressOf(SourceSettings source) => source.Url.Length > 0 ? source.Url : KindOf(source).Needs.Address ?? "";

    /// <summary>A key that would help a source although it is polled without; null when there is none.</summary>
    public SourceKey? Helpful(SourceSettings source) =>
        KindOf(source).Needs.Keys.FirstOrDefault(secret => !secret.IsRequired && string.IsNullOrWhiteSpace(configuration[secret.Setting]));

    private ISource KindOf(SourceSettings source) => kinds.First(kind => kind.Kind == source.Kind);

    /// <summary>Asks a source what it announces. A failure of the source is an answer, no exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<SourcePoll> PollAsync(SourceSettings source, CancellationToken ct)
    {
        if (WhyOff(source) is { } why) return new(source.Name, PollState.Off, [], why);

        var items = new Dictionary<string, SourceItem>(StringComparer.Ordinal);
        try
        {
            await foreach (var item in KindOf(source).NewItemsAsync(source, ct)) items.TryAdd(item.Key, item);
        }
        catch (SourceUnchangedException unchanged)
        {
            return new(source.Name, PollState.Unchanged, [], unchanged.Message);
        }
        catch (SourceException exception)
        {
            return new(source.Name, exception.State, [.. items.Values], exception.Message, exception.RetryAfter);
        }

        return items.Count == 0
            ? new SourcePoll(source.Name, PollState.Empty, [], source.Keywords.Count + source.Allow.Count > 0 ? "nothing passes the filters" : "it announces nothing") { Memory = source.Memory, IsWhole = KindOf(source) is IPageSource }
            : new SourcePoll(source.Name, PollState.Read, [.. items.Values], FormattableString.Invariant($"{items.Count} announced")) { Memory = source.Memory, IsWhole = KindOf(source) is IPageSource };
    }
}

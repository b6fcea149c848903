using System.Runtime.CompilerServices;
using HypeWatch.Http;
using HypeWatch.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HypeWatch.Sources.Apis;

/// <summary>
/// Polls a service through its API: asks the first questions, then whatever the answers lead to, one after the other, within bounds of pages, items and money. What an error
/// means is decided here for all services.
/// </summary>
internal sealed class ApiSource(IApi api, PoliteHttp http, SourceMemory memory, IConfiguration configuration, IOptions<HttpSettings> settings, TimeProvider time) : ISource
{
    private const int MostItems = 20_000;

    /// <inheritdoc/>
    public string Kind => api.Kind;

    /// <inheritdoc/>
    public SourceNeeds Needs => api.Needs;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> NewItemsAsync(SourceSettings source, [EnumeratorCancellation] CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var ask = new ApiAsk(source, await memory.SinceAsync(source, now, overlaps: !api.Needs.CostsMoney, ct), now, key => configuration[key] is { Length: > 0 } value ? value : null, settings.Value.ContactAddress);
        await foreach (var item in ReadAsync(First(ask), ask, ct)) yield return item;
    }

    /// <summary>Asks given questions and all that follows from them.</summary>
    /// <exception cref="SourceException">It ended early; the items before are good.</exception>
    internal async IAsyncEnumerable<SourceItem> ReadAsync(IEnumerable<ApiCall> calls, ApiAsk ask, [EnumeratorCancellation] CancellationToken ct)
    {
        var waiting = new Queue<ApiCall>(calls);
        ApiEnd? end = null;
        int pages = 0, items = 0;
        while (waiting.TryDequeue(out var call))
        {
            if (++pages > ask.Source.MaxPages)
            {
                end ??= new(PollState.Broken, FormattableString.Invariant($"more than {ask.Source.MaxPages} answers in one poll: narrow Queries, or raise MaxPages"));
                break;
            }

            var page = await AskAsync(call, ask, ct);
            foreach (var announced in page.Items)
            {
                if (announced.ToItem(ask.Source, call.Request.Url) is not { } item) continue;
                if (++items > MostItems) throw new SourceException(FormattableString.Invariant($"more than {MostItems} items in one poll"));
                yield return item;
            }

            foreach (var next in page.Next) waiting.Enqueue(next);
            // One account that is gone does not hide the others; a wall or a limit ends the poll.
            if (page.End is { } why)
            {
                end = end is null || why.State != PollState.Broken ? why : end;
                if (why.State != PollState.Broken) break;
            }
        }

        if (end is not null) throw new SourceException(end.Reason, end.After, end.State);
    }

    private IEnumerable<ApiCall> First(ApiAsk ask)
    {
        // An address with a query of its own is asked as it stands.
        if (Uri.TryCreate(ask.Source.Url, UriKind.Absolute, out var url) && url.Query.Length > 1 && api.Reading(new ApiRequest(url), ask) is { } reading) return [reading];
        return api.Start(ask);
    }

    private async Task<ApiPage> AskAsync(ApiCall call, ApiAsk ask, CancellationToken ct)
    {
        if (call.Cost > 0 && await memory.ReserveAsync(ask.Source, ask.Now, call.Cost, ct) is { } spent) return ApiPage.Ended(PollState.Off, spent);
        var answer = await http.AskAsync(call.Request, ct);
        var end = ApiEnd.Of(answer, call, ask.Now);
        var page = end == ApiEnd.Empty ? ApiPage.Nothing : end is null ? call.Read(new ApiBody(answer.Body, answer.ContentType, answer.Headers, answer.Url)) : ApiPage.Nothing with { End = end };
        if (call.Cost > 0) await memory.SettleAsync(ask.Source, ask.Now, page.Cost - call.Cost, ct);
        // Another way in is for a wall or a change of the first; a service that says "too many" means all ways.
        if (page.End is not { State: PollState.Blocked or PollState.Broken or PollState.TryLater } || call.Instead is null) return page;
        var instead = await AskAsync(call.Instead, ask, ct);
        return instead with { Items = [.. page.Items, .. instead.Items] };
    }
}

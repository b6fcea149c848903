using HypeWatch.Http;
using HypeWatch.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HypeWatch.Sources.Apis;

/// <summary>Asks the bibliographic services for a work, the most reliable one for its identifier first, until one knows it.</summary>
internal sealed class Bibliography(IEnumerable<IWorkApi> services, PoliteHttp http, IConfiguration configuration, IOptions<HttpSettings> settings, TimeProvider time) : IBibliography
{
    /// <inheritdoc/>
    public async Task<WorkAnswer> FindAsync(WorkQuery query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var ask = new ApiAsk(new SourceSettings { Name = "bibliography" }, now, now, key => configuration[key] is { Length: > 0 } value ? value : null, settings.Value.ContactAddress);
        var problems = new List<string>();
        foreach (var service in services.OrderBy(service => service.Merit).Where(service => IsReady(service.Needs, ask)))
        {
            if (service.Find(query, ask) is not { } call) continue;
            var answer = await http.AskAsync(call.Request, ct);
            // A service that does not know the work says so with 404.
            if (answer.Status is 404 or 410) continue;
            var page = ApiEnd.Of(answer, call, now) is { } end
                ? ApiPage.Nothing with { End = end }
                : call.Read(new(answer.Body, answer.ContentType, answer.Headers, answer.Url));
            if (page.Works.Count > 0) return new(page.Works);
            if (page.End is { } why) problems.Add($"{call.Request.Url.Host}: {why.Reason.Replace($"{call.Request.Url}: ", "", StringComparison.Ordinal)}");
        }

        return new([], problems.Count > 0 ? string.Join("; ", problems) : null);
    }

    private static bool IsReady(SourceNeeds needs, ApiAsk ask) => (!needs.RequiresContact || ask.Contact is { Length: > 0 }) && needs.Keys.All(key => !key.IsRequired || ask.Key(key.Setting) is not null);
}

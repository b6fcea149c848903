using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>Unpaywall (unpaywall.org/products/api): where a work can be read by everybody. It knows no arXiv DOIs. It wants to know who asks.</summary>
internal sealed class UnpaywallApi : IWorkApi
{
    /// <inheritdoc/>
    public string Kind => "unpaywall";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://api.unpaywall.org/v2", "DOIs") { RequiresQueries = true, RequiresContact = true };

    /// <inheritdoc/>
    public int Merit => 5;

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(doi => Call(ask, new Uri($"{ask.Base(Needs.Address!)}/{Uri.EscapeDataString(doi)}")));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.StartsWith("/v2/", StringComparison.Ordinal) ? Call(ask, ApiText.With(request.Url, "email", null)) : null;

    /// <inheritdoc/>
    public ApiCall? Find(WorkQuery query, ApiAsk ask) => query.Doi is { } doi ? Call(ask, new Uri($"{Needs.Address}/{Uri.EscapeDataString(doi)}")) : null;

    // The operator's address is no secret, but it has no place in logs either.
    private static ApiCall Call(ApiAsk ask, Uri url) => ApiCall.Json(new ApiRequest(url) { Credential = ask.Contact is { } contact ? new("email", contact, IsInQuery: true) : null }, (answer, _) =>
    {
        var works = answer["results"].IsList ? answer["results"].Items.Select(hit => hit["response"]).ToList() : answer["doi"].IsMissing ? null : [answer];
        if (works is null) return ApiPage.Ended(PollState.Broken, "Unpaywall answered no works");
        List<WorkRecord> records = [.. works.Select(Record).OfType<WorkRecord>()];
        return ApiPage.Of(records.Select(record => Works.Announce(record))) with { Works = records };
    });

    private static WorkRecord? Record(JsonView work) => Works.Doi(work["doi"].Text) is not { } doi ? null : new(
        "Unpaywall", ApiText.Line(work["title"].Text), [.. work["z_authors"].Items.Select(author => ApiText.Line(author["raw_author_name"].Text ?? $"{author["given"].Text} {author["family"].Text}")).Where(name => name.Length > 0)],
        PublicationDate.TryParseIso(work["published_date"].Text, "unpaywall") ?? Works.Date("unpaywall", work["year"].Number), work["journal_name"].Text, doi, null, "https://doi.org/" + doi,
        work["best_oa_location"]["url_for_pdf"].Text ?? work["best_oa_location"]["url"].Text);
}

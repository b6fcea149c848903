using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Written evidence to committees of the UK Parliament (committees-api.parliament.uk): who told law-makers what, and when. Its filters are ignored at times, so the dates are looked at
/// here too.
/// </summary>
internal sealed class UkCommitteesApi : IApi
{
    private const int PageSize = 50;

    /// <inheritdoc/>
    public string Kind => "uk-committees";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://committees-api.parliament.uk/api", "search words") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(query => Call(ask, ApiText.Address(
        ask.Base(Needs.Address!) + "/WrittenEvidence", ("SearchTerm", query), ("StartDate", ask.Since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Skip", "0"), ("Take", PageSize.ToString(CultureInfo.InvariantCulture)))));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.EndsWith("Evidence", StringComparison.Ordinal) ? Call(ask, request.Url) : null;

    private static ApiCall Call(ApiAsk ask, Uri url) => ApiCall.Json(url, (answer, from) =>
    {
        if (!answer["items"].IsList) return ApiPage.Ended(PollState.Broken, "the committees' service answered no items");
        var items = answer["items"].Items.ToList();
        var skip = ApiText.Parameter(from, "Skip", 0) + items.Count;
        return ApiPage.Of(items.Where(item => !(item["publicationDate"].Time < ask.Since)).Select(Announce), items.Count > 0 && skip < answer["totalResults"].Number ? Call(ask, ApiText.With(from, "Skip", skip.ToString(CultureInfo.InvariantCulture))) : null);
    });

    private static Announced? Announce(JsonView item)
    {
        if (item["id"].Text is not { } id || !id.All(char.IsAsciiDigit)) return null;
        var witnesses = item["witnesses"].Items.Select(witness => witness["name"].Text ?? witness["organisations"].Items.FirstOrDefault()["name"].Text ?? witness["submitterType"].Text).ToList();
        var inquiry = item["committeeBusiness"]["title"].Text ?? item["committeeBusinesses"].Items.FirstOrDefault()["title"].Text;
        return new($"https://committees.parliament.uk/writtenevidence/{id}/html/", $"Written evidence {item["internalReference"].Text}{(inquiry is null ? "" : ": " + inquiry)}")
        {
            // Parliament publishes what the witness asserts.
            Authors = witnesses, Kind = DocumentKind.Policy, Publisher = witnesses.FirstOrDefault(), Published = ApiText.Day(item["publicationDate"].Time, "uk-committees:publicationDate"),
        };
    }
}

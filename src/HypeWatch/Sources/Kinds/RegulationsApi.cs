using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>Comments and documents of US rule-making (open.gsa.gov/api/regulationsgov, v4), by last change. No more than 5,000 of a search can be had, so the window then moves on.</summary>
internal sealed class RegulationsApi : IApi
{
    private const string Key = "Keys:DataGov";
    private const int PageSize = 250;
    private const int LastPage = 20;

    /// <inheritdoc/>
    public string Kind => "regulations";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://api.regulations.gov/v4", "search words") { RequiresQueries = true, Keys = [new(Key, "free at https://api.data.gov/signup/")] };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) =>
        from query in ask.Source.Queries
        from list in (string[])["comments", "documents"]
        select Call(ask, Address($"{ask.Base(Needs.Address!)}/{list}", query, ask.Since));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.StartsWith("/v4/", StringComparison.Ordinal) ? Call(ask, request.Url) : null;

    private static Uri Address(string list, string query, DateTimeOffset since) => ApiText.Address(
        list, ("filter[searchTerm]", query), ("filter[lastModifiedDate][ge]", since.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        ("sort", "lastModifiedDate"), ("page[size]", PageSize.ToString(CultureInfo.InvariantCulture)), ("page[number]", "1"));

    private static ApiCall Call(ApiAsk ask, Uri url) => ApiCall.Json(new ApiRequest(url) { Accept = "application/vnd.api+json, application/json", Credential = ask.Key(Key) is { } key ? new("X-Api-Key", key) : null }, (answer, from) =>
    {
        if (!answer["data"].IsList) return ApiPage.Ended(PollState.Broken, "regulations.gov answered no list");
        var rows = answer["data"].Items.ToList();
        return ApiPage.Of(rows.Select(Announce), Next(answer, from, rows) is { } next ? Call(ask, next) : null);
    });

    private static Uri? Next(JsonView answer, Uri url, List<JsonView> rows)
    {
        if (rows.Count == 0 || answer["meta"]["hasNextPage"].Flag != true) return null;
        var page = (int)(answer["meta"]["pageNumber"].Number ?? LastPage);
        if (page < LastPage) return ApiText.With(url, "page[number]", (page + 1).ToString(CultureInfo.InvariantCulture));
        var list = url.GetLeftPart(UriPartial.Path);
        return rows[^1]["attributes"]["lastModifiedDate"].Time is { } last && ApiText.Parameter(url, "filter[searchTerm]") is { } query ? Address(list, query, last) : null;
    }

    private static Announced? Announce(JsonView row)
    {
        if (row["id"].Text is not { } id || id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))) return null;
        var facts = row["attributes"];
        return new($"https://www.regulations.gov/{(row["type"].Text == "comments" ? "comment" : "document")}/{id}", facts["title"].Text ?? id)
        {
            // A comment is its sender's word, not the agency's.
            Kind = DocumentKind.Policy, Publisher = row["type"].Text == "comments" ? null : facts["agencyId"].Text, Published = ApiText.Day(facts["postedDate"].Time, "regulations:postedDate"), Version = facts["lastModifiedDate"].Text,
            Text = facts["comment"].Text, Status = facts["withdrawn"].Flag == true ? AnnouncedStatus.Withdrawn : null,
        };
    }
}

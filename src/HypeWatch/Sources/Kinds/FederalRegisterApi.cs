using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>Documents of the US Federal Register for a search (federalregister.gov/developers/documentation/api/v1), newest first.</summary>
internal sealed class FederalRegisterApi : IApi
{
    /// <inheritdoc/>
    public string Kind => "federal-register";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://www.federalregister.gov/api/v1", "search words") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(query => Call(ApiText.Address(
        ask.Base(Needs.Address!) + "/documents.json", ("conditions[term]", query), ("conditions[publication_date][gte]", ask.Since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("order", "newest"), ("per_page", "100"), ("page", "1"))));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.EndsWith("/documents.json", StringComparison.Ordinal) ? Call(request.Url) : null;

    private static ApiCall Call(Uri url) => ApiCall.Json(url, (answer, from) =>
    {
        // A search without a hit has no list at all.
        if (answer["count"].IsMissing && !answer["results"].IsList) return ApiPage.Ended(PollState.Broken, "the Federal Register answered no list");
        var page = ApiText.Parameter(from, "page", 1);
        return ApiPage.Of(answer["results"].Items.Select(Announce), page < answer["total_pages"].Number && answer["results"].Items.Any() ? Call(ApiText.With(from, "page", (page + 1).ToString(CultureInfo.InvariantCulture))) : null);
    });

    private static Announced? Announce(JsonView row) => row["html_url"].Text is not { } link || row["title"].Text is not { } title ? null : new(link, title)
    {
        Kind = DocumentKind.Policy, Publisher = row["agencies"].Items.Select(agency => agency["name"].Text ?? agency["raw_name"].Text).FirstOrDefault(name => name is not null) ?? "Federal Register",
        Published = PublicationDate.TryParseIso(row["publication_date"].Text, "federal-register:publication_date"), Summary = $"{row["abstract"].Text} {row["excerpts"].Text}", Version = row["document_number"].Text,
        ReadAt = row["body_html_url"].Text,
    };
}

using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>OpenAlex (docs.openalex.org): works for a search, newest first. Each question counts against a daily allowance, and searches count most.</summary>
internal sealed class OpenAlexApi : IWorkApi
{
    private const string Key = "Keys:OpenAlex";
    private const string Fields = "id,doi,ids,display_name,publication_date,publication_year,type,is_retracted,cited_by_count,authorships,primary_location,locations,best_oa_location,abstract_inverted_index";

    /// <inheritdoc/>
    public string Kind => "openalex";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://api.openalex.org", "search words") { RequiresQueries = true, Keys = [new(Key, "free at https://openalex.org/settings/api")] };

    /// <inheritdoc/>
    public int Merit => 4;

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(query => Call(ask, ApiText.Address(
        ask.Base(Needs.Address!) + "/works", ("search", query), ("filter", "from_publication_date:" + ask.Since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("sort", "publication_date:desc"), ("per_page", "100"), ("cursor", "*"), ("select", Fields))));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.StartsWith("/works", StringComparison.Ordinal) ? Call(ask, request.Url) : null;

    /// <inheritdoc/>
    public ApiCall? Find(WorkQuery query, ApiAsk ask)
    {
        var doi = query.Doi ?? (query.Arxiv is null ? null : "10.48550/arxiv." + query.Arxiv);
        return doi is null ? null : Call(ask, ApiText.Address($"{Needs.Address}/works/doi:{Uri.EscapeDataString(doi)}", ("select", Fields)));
    }

    private static ApiCall Call(ApiAsk ask, Uri url) => ApiCall.Json(new ApiRequest(url) { Credential = ask.Key(Key) is { } key ? new("api_key", key, IsInQuery: true) : null }, (answer, from) => Read(answer, from, ask)) with
    {
        // Its documentation uses 403 for too many requests too.
        Judge = answer => answer.Status == 403 && answer.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase) ? ApiEnd.Of(answer with { Status = 429 }, ask.Now) : null,
    };

    private static ApiPage Read(JsonView answer, Uri url, ApiAsk ask)
    {
        var works = answer["results"].IsList ? answer["results"].Items.ToList() : answer["id"].IsMissing && answer["doi"].IsMissing ? null : [answer];
        if (works is null) return ApiPage.Ended(PollState.Broken, "OpenAlex answered no works");
        var records = works.Select(work => (View: work, Record: Record(work))).Where(pair => pair.Record is not null).ToList();
        var next = answer["meta"]["next_cursor"].Text is { Length: > 0 } cursor && works.Count > 0 ? Call(ask, ApiText.With(url, "cursor", cursor)) : null;
        return ApiPage.Of(records.Select(pair => Works.Announce(pair.Record!, Abstract(pair.View["abstract_inverted_index"]), new(pair.View["cited_by_count"].Number))), next) with { Works = [.. records.Select(pair => pair.Record!)] };
    }

    private static WorkRecord? Record(JsonView work)
    {
        var title = work["display_name"].Text ?? work["title"].Text ?? "";
        if (title.Length == 0 && work["doi"].Text is null) return null;
        var places = work["locations"].Items.Prepend(work["primary_location"]).Select(place => place["landing_page_url"].Text).OfType<string>().ToList();
        var arxiv = places.Append(work["doi"].Text).OfType<string>().Select(Model.CanonicalUrl.ArxivId).FirstOrDefault(id => id is not null);
        return new(
            "OpenAlex", ApiText.Line(title), [.. work["authorships"].Items.Select(author => ApiText.Line(author["raw_author_name"].Text ?? author["author"]["display_name"].Text)).Where(name => name.Length > 0)],
            PublicationDate.TryParseIso(work["publication_date"].Text, "openalex") ?? Works.Date("openalex", work["publication_year"].Number), work["primary_location"]["source"]["display_name"].Text,
            Works.Doi(work["doi"].Text), arxiv, places.FirstOrDefault() ?? work["id"].Text, work["best_oa_location"]["pdf_url"].Text ?? work["best_oa_location"]["landing_page_url"].Text,
            work["is_retracted"].Flag == true ? AnnouncedStatus.Retracted : null)
        {
            Abstract = Abstract(work["abstract_inverted_index"]) is { Length: > 0 } words ? words : null,
            State = (work["type"].Text, work["primary_location"]["source"]["type"].Text) switch
            {
                ("preprint", _) or (_, "repository") => PublicationState.Preprint,
                (_, "conference") => Works.Meeting(work["primary_location"]["source"]["display_name"].Text),
                ("article" or "review", "journal") => PublicationState.Journal,
                _ => null,
            },
        };
    }

    // Abstracts come as each word with its places.
    private static string Abstract(JsonView index)
    {
        const int MostWords = 5_000;
        var words = index.Members.SelectMany(word => word.Value.Items.Select(place => (Place: place.Number ?? -1, word.Name))).Where(word => word.Place is >= 0 and < MostWords).Take(MostWords);
        return string.Join(' ', words.OrderBy(word => word.Place).Select(word => word.Name));
    }
}

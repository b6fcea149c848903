using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>DBLP (dblp.org/faq): computer science by title and author. One hit or author comes as an object, several as a list.</summary>
internal sealed class DblpApi : IWorkApi
{
    private const int PageSize = 100;
    private static readonly HashSet<string> Records = new(StringComparer.Ordinal) { "article", "inproceedings", "incollection", "book", "proceedings", "phdthesis", "mastersthesis", "data" };

    /// <inheritdoc/>
    public string Kind => "dblp";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://dblp.org", "search words") { RequiresQueries = true };

    /// <inheritdoc/>
    public int Merit => 6;

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(query => Search(ApiText.Address(ask.Base(Needs.Address!) + "/search/publ/api", ("q", query), ("format", "json"), ("h", PageSize.ToString(CultureInfo.InvariantCulture)), ("f", "0"))));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.EndsWith("/publ/api", StringComparison.Ordinal) ? Search(request.Url)
        : request.Url.AbsolutePath.EndsWith(".xml", StringComparison.Ordinal) ? Record(request.Url) : null;

    /// <inheritdoc/>
    public ApiCall? Find(WorkQuery query, ApiAsk ask) => query.Title is { Length: > 0 } title && query.Doi is null && query.Arxiv is null
        ? Search(ApiText.Address(Needs.Address + "/search/publ/api", ("q", title), ("format", "json"), ("h", "5"), ("f", "0")))
        : null;

    private static ApiCall Search(Uri url) => ApiCall.Json(url, (answer, from) =>
    {
        var hits = answer["result"]["hits"];
        if (!hits.IsObject) return ApiPage.Ended(PollState.Broken, "DBLP answered no hits");
        List<WorkRecord> works = [.. hits["hit"].Items.Select(hit => Of(hit["info"])).OfType<WorkRecord>()];
        var first = ApiText.Parameter(from, "f", 0) + hits["hit"].Items.Count();
        var next = hits["hit"].Items.Any() && first < hits["@total"].Number ? Search(ApiText.With(from, "f", first.ToString(CultureInfo.InvariantCulture))) : null;
        return ApiPage.Of(works.Select(work => Works.Announce(work)), next) with { Works = works };
    });

    private static ApiCall Record(Uri url) => ApiCall.Xml(url, (document, _) =>
    {
        if (document.Child("dblp") is null) return ApiPage.Ended(PollState.Broken, "DBLP answered no record");
        List<WorkRecord> works = [.. Records.SelectMany(document.All).Select(Of).OfType<WorkRecord>()];
        return ApiPage.Of(works.Select(work => Works.Announce(work))) with { Works = works };
    });

    private static WorkRecord? Of(JsonView info)
    {
        if (info["title"].Text is not { } title) return null;
        var link = info["ee"].Items.Select(item => item.Text).FirstOrDefault() ?? info["url"].Text;
        return new(
            "DBLP", Title(title), [.. info["authors"]["author"].Items.Select(author => Name(author["text"].Text ?? author.Text)).OfType<string>()], Works.Date("dblp", info["year"].Number),
            info["venue"].Items.Select(venue => venue.Text).FirstOrDefault(), Works.Doi(info["doi"].Text ?? link), Arxiv(info["doi"].Text, link), link)
        {
            State = info["type"].Text switch
            {
                "Journal Articles" => PublicationState.Journal,
                "Conference and Workshop Papers" => Works.Meeting(info["venue"].Items.Select(venue => venue.Text).FirstOrDefault()),
                "Informal and Other Publications" => PublicationState.Preprint,
                _ => null,
            },
        };
    }

    private static WorkRecord? Of(XmlView record)
    {
        if (record.Text("title") is not { } title) return null;
        var link = record.Text("ee") ?? (record.Attribute("key") is { } key ? "https://dblp.org/rec/" + key : null);
        return new(
            "DBLP", Title(title), [.. record.Children.Where(child => child.Name is "author" or "editor").Select(author => Name(author.Words)).OfType<string>()],
            PublicationDate.TryParseIso(record.Text("year"), "dblp"), record.Text("booktitle") ?? record.Text("journal"), Works.Doi(link), Arxiv(null, link), link);
    }

    private static string? Arxiv(string? doi, string? link) => CanonicalUrl.ArxivId(doi ?? "") ?? CanonicalUrl.ArxivId(link ?? "");

    private static string Title(string title) => ApiText.Line(title).TrimEnd('.');

    // Namesakes are told apart by a number after the name.
    private static string? Name(string? name) => name is null ? null : ApiText.Line(name).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd();
}

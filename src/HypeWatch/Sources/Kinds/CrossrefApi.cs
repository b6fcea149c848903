using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Crossref (api.crossref.org): works for a search or a filter, works by DOI, and notices of correction and retraction from both sides: <c>update-to</c> of the notice and
/// <c>updated-by</c> of the work. A record without either says nothing: publishers forget them, so the Retraction Watch list is a source of its own.
/// </summary>
internal sealed class CrossrefApi : IWorkApi
{
    /// <inheritdoc/>
    public string Kind => "crossref";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://api.crossref.org", "search words, or filters such as update-type:retraction") { RequiresQueries = true, RequiresContact = true };

    /// <inheritdoc/>
    public int Merit => 2;

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask)
    {
        var since = "from-index-date:" + ask.Since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var query in ask.Source.Queries)
        {
            var isFilter = query.Contains(':', StringComparison.Ordinal) && !query.Contains(' ', StringComparison.Ordinal);
            yield return Call(ApiText.Address(
                ask.Base(Needs.Address!) + "/works", ("query.bibliographic", isFilter ? null : query), ("filter", isFilter ? $"{since},{query}" : since), ("rows", "100"), ("cursor", "*")));
        }
    }

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.Contains("/works", StringComparison.Ordinal) && !request.Url.AbsolutePath.EndsWith("/agency", StringComparison.Ordinal) ? Call(request.Url) : null;

    /// <inheritdoc/>
    public ApiCall? Find(WorkQuery query, ApiAsk ask) => query.Doi is { } doi ? Call(new Uri($"{Needs.Address}/works/{Uri.EscapeDataString(doi)}"))
        : query.Arxiv is null && query.Title is { Length: > 0 } title
            ? Call(ApiText.Address(Needs.Address + "/works", ("query.bibliographic", $"{title} {query.FirstAuthor}".Trim()), ("rows", "5")))
            : null;

    private static ApiCall Call(Uri url) => ApiCall.Json(url, Read);

    private static ApiPage Read(JsonView answer, Uri url)
    {
        var message = answer["message"].IsObject ? answer["message"] : answer;
        var works = message["items"].IsList ? message["items"].Items.ToList() : message["DOI"].IsMissing ? null : [message];
        if (works is null) return ApiPage.Ended(PollState.Broken, "Crossref answered no works");
        // The cursor stays the same when the list is over.
        var next = ApiText.Parameter(url, "cursor") is { } asked && message["next-cursor"].Text is { Length: > 0 } cursor && cursor != asked && works.Count > 0 ? Call(ApiText.With(url, "cursor", cursor)) : null;
        return ApiPage.Of(works.Select(Announce), next) with { Works = [.. works.Select(Record).OfType<WorkRecord>(), .. works.SelectMany(Updated)] };
    }

    private static Announced? Announce(JsonView work)
    {
        if (Record(work) is not { } record || Works.Announce(record, work["abstract"].Text, new(work["is-referenced-by-count"].Number), Kinds(work["type"].Text)) is not { } announced) return null;
        return announced with { Parent = work["update-to"].Items.Select(update => Works.Doi(update["DOI"].Text)).FirstOrDefault(doi => doi is not null) is { } corrected ? "https://doi.org/" + corrected : null };
    }

    private static DocumentKind Kinds(string? type) => type switch { "posted-content" => DocumentKind.Preprint, "journal-article" or "proceedings-article" or "book-chapter" => DocumentKind.Paper, _ => DocumentKind.Other };

    private static WorkRecord? Record(JsonView work)
    {
        if (Works.Doi(work["DOI"].Text) is not { } doi) return null;
        var title = work["title"].Items.FirstOrDefault().Text ?? work["container-title"].Items.FirstOrDefault().Text ?? "";
        var update = work["updated-by"].Items.Select(notice => (Status: Status(notice["type"].Text), Notice: Works.Doi(notice["DOI"].Text)))
            .OrderBy(notice => notice.Status switch { AnnouncedStatus.Retracted => 0, AnnouncedStatus.Withdrawn => 1, AnnouncedStatus.Corrected => 2, _ => 3 }).FirstOrDefault();
        return new(
            "Crossref", ApiText.Line(title), [.. work["author"].Items.Select(Name).Where(name => name.Length > 0)], Published(work), work["container-title"].Items.FirstOrDefault().Text, doi, null,
            "https://doi.org/" + doi, null, update.Status, update.Notice)
        {
            Abstract = ApiText.Line(work["abstract"].Text) is { Length: > 0 } words ? words : null,
            State = work["type"].Text switch { "posted-content" => PublicationState.Preprint, "journal-article" => PublicationState.Journal, "proceedings-article" => Works.Meeting(work["container-title"].Items.FirstOrDefault().Text), _ => null },
        };
    }

    // What a notice says about the works that it is for.
    private static IEnumerable<WorkRecord> Updated(JsonView notice) =>
        from update in notice["update-to"].Items
        let doi = Works.Doi(update["DOI"].Text)
        let status = Status(update["type"].Text)
        where doi is not null && status is not null
        select new WorkRecord("Crossref", "", [], null, null, doi, null, "https://doi.org/" + doi, null, status, Works.Doi(notice["DOI"].Text));

    private static AnnouncedStatus? Status(string? type) => type?.ToLowerInvariant() switch
    {
        "retraction" or "removal" or "partial_retraction" => AnnouncedStatus.Retracted,
        "withdrawal" => AnnouncedStatus.Withdrawn,
        "correction" or "corrigendum" or "erratum" or "expression_of_concern" or "addendum" or "clarification" => AnnouncedStatus.Corrected,
        _ => null,
    };

    private static string Name(JsonView author) => ApiText.Line(author["name"].Text ?? $"{author["given"].Text} {author["family"].Text}");

    private static PublicationDate? Published(JsonView work)
    {
        foreach (var field in (string[])["published", "published-online", "published-print", "issued", "posted", "created"])
        {
            var parts = work[field]["date-parts"].Items.FirstOrDefault().Items.Select(part => part.Number).ToArray();
            if (Works.Date("crossref:" + field, parts) is { } date) return date;
        }

        return null;
    }
}

using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// The Retraction Watch data, which Crossref gives out as CSV: retractions, corrections and expressions of concern that the works' own records often lack. The whole list is
/// large; <c>Http:MaxBodyBytes</c> must allow it.
/// </summary>
internal sealed class RetractionWatchApi : IApi
{
    /// <inheritdoc/>
    public string Kind => "retraction-watch";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new() { RequiresContact = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => [Call(new Uri(ask.Source.Url), ask)];

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => Call(request.Url, ask);

    private static ApiCall Call(Uri url, ApiAsk ask) => ApiCall.PlainText(new ApiRequest(url), (text, _) =>
    {
        var rows = CsvRows.Named(text).ToList();
        if (rows.Count > 0 ? !rows[0].ContainsKey("OriginalPaperDOI") : !text.Contains("OriginalPaperDOI", StringComparison.Ordinal)) return ApiPage.Ended(PollState.Broken, "the list has no column OriginalPaperDOI");
        var notices = rows.Select(row => Notice(name => row.GetValueOrDefault(name, "").Trim())).OfType<(Announced Item, WorkRecord Work, DateTimeOffset? At)>().ToList();
        return ApiPage.Of(notices.Where(notice => !(notice.At < ask.Since)).Select(notice => notice.Item)) with { Works = [.. notices.Select(notice => notice.Work)] };
    });

    private static (Announced Item, WorkRecord Work, DateTimeOffset? At)? Notice(Func<string, string> column)
    {
        if (Works.Doi(column("OriginalPaperDOI")) is not { } doi) return null;
        AnnouncedStatus? status = column("RetractionNature") switch
        {
            "Retraction" => AnnouncedStatus.Retracted, "Correction" or "Expression of concern" => AnnouncedStatus.Corrected, _ => null,
        };
        var at = Date(column("RetractionDate"));
        var work = new WorkRecord(
            "Retraction Watch", ApiText.Line(column("Title")), column("Author").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ApiText.Day(Date(column("OriginalPaperDate")), "retraction-watch"), column("Journal") is { Length: > 0 } journal ? journal : null, doi, null, "https://doi.org/" + doi, null, status, Works.Doi(column("RetractionDOI")));
        return Works.Announce(work, $"{column("Reason")} {column("Subject")}") is { } item ? (item, work, at) : null;
    }

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParseExact(text, ["M/d/yyyy H:mm", "M/d/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}

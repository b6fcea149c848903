using System.Globalization;
using System.Text;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// News articles through the DOC 2.0 API of GDELT (blog.gdeltproject.org/gdelt-doc-2-0-api-debuts). Best effort: it sheds load at any time, answers errors as text with status 200,
/// and knows no pages, so that a full answer is asked again for each half of its time.
/// </summary>
internal sealed class GdeltApi : IApi
{
    private const int MostRecords = 250;
    private static readonly TimeSpan Reach = TimeSpan.FromDays(85);
    private static readonly TimeSpan ShortestSplit = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => "gdelt";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://api.gdeltproject.org/api/v2/doc/doc", "searches such as \"sparse autoencoder\" sourcelang:english") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(query => Call(ask, query, ask.Since < ask.Now - Reach ? ask.Now - Reach : ask.Since, ask.Now));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.EndsWith("/doc", StringComparison.Ordinal) ? new(request, body => Read(body, _ => [])) : null;

    private ApiCall Call(ApiAsk ask, string query, DateTimeOffset from, DateTimeOffset to)
    {
        var url = ApiText.Address(
            ask.Base(Needs.Address!), ("query", query), ("mode", "ArtList"), ("format", "json"), ("maxrecords", MostRecords.ToString(CultureInfo.InvariantCulture)),
            ("startdatetime", Stamp(from)), ("enddatetime", Stamp(to)), ("sort", "DateDesc"));
        var middle = from + (to - from) / 2;
        return new(new ApiRequest(url), body => Read(body, count => count < MostRecords || to - from < ShortestSplit ? [] : [Call(ask, query, middle, to), Call(ask, query, from, middle)]));
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static ApiPage Read(ApiBody body, Func<int, IReadOnlyList<ApiCall>> next)
    {
        var answer = JsonView.Parse(body.Bytes, out var defect, out var isCut);
        // "Your query was too short or too long." and the like.
        if (defect is not null && body.Bytes.Length is > 0 and < 2_000 && !isCut && body.Bytes.Span[0] is not ((byte)'{' or (byte)'<'))
            return ApiPage.Ended(PollState.Broken, "GDELT does not take the question: " + ApiText.Opening(Encoding.UTF8.GetString(body.Bytes.Span)));
        if (defect is not null) return ApiPage.Broken(body, defect, isCut);
        var articles = answer["articles"].Items.ToList();
        return new([.. articles.Select(Announce).OfType<Announced>()], next(articles.Count));
    }

    private static Announced? Announce(JsonView article) => article["url"].Text is not { } link || article["title"].Text is not { Length: > 0 } title ? null : new(link, title)
    {
        // The day on which it was seen is the best that GDELT knows.
        Kind = DocumentKind.News, Publisher = article["domain"].Text, Published = ApiText.Day(article["seendate"].Time, "gdelt:seendate"),
    };
}

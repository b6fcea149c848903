using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>The daily papers of Hugging Face: arXiv papers that people submitted, with their votes. A measure of attention.</summary>
internal sealed class HuggingFacePapersApi : IApi
{
    private const int PageSize = 50;

    /// <inheritdoc/>
    public string Kind => "huggingface-papers";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://huggingface.co/api");

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => [Call(ask, ApiText.Address(ask.Base(Needs.Address!) + "/daily_papers", ("sort", "publishedAt"), ("limit", PageSize.ToString(CultureInfo.InvariantCulture)), ("p", "0")))];

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.Contains("papers", StringComparison.Ordinal) ? Call(ask, request.Url) : null;

    private static ApiCall Call(ApiAsk ask, Uri url) => ApiCall.Json(url, (answer, from) =>
    {
        if (!answer.IsList && answer["id"].IsMissing) return ApiPage.Ended(PollState.Broken, "Hugging Face answered no papers");
        var papers = answer.Items.ToList();
        var goesOn = ApiText.Parameter(from, "p") is not null && papers.Count >= ApiText.Parameter(from, "limit", PageSize) && !papers.TrueForAll(paper => Submitted(paper) < ask.Since);
        return ApiPage.Of(
            papers.Where(paper => !(Submitted(paper) < ask.Since)).Select(Announce), goesOn ? Call(ask, ApiText.With(from, "p", (ApiText.Parameter(from, "p", 0) + 1).ToString(CultureInfo.InvariantCulture))) : null);
    });

    private static DateTimeOffset? Submitted(JsonView row) => row["paper"]["submittedOnDailyAt"].Time ?? row["publishedAt"].Time;

    private static Announced? Announce(JsonView row)
    {
        var paper = row["paper"].IsObject ? row["paper"] : row;
        if (Works.Arxiv(paper["id"].Text) is not { } id || (paper["title"].Text ?? row["title"].Text) is not { } title) return null;
        return new("https://arxiv.org/abs/" + id, title)
        {
            Authors = paper["authors"].Items.Select(author => author["name"].Text), Published = ApiText.Day(paper["publishedAt"].Time, "huggingface:publishedAt"), Kind = DocumentKind.Preprint,
            Summary = paper["summary"].Text ?? "", Aliases = ["https://huggingface.co/papers/" + id], Reception = new(paper["upvotes"].Number, null, row["numComments"].Number),
        };
    }
}

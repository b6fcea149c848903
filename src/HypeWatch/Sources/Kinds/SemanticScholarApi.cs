using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// Semantic Scholar's Academic Graph (api.semanticscholar.org/api-docs): papers for a search, and who cites a paper. Without a key all callers share one throttled pool.
/// </summary>
internal sealed partial class SemanticScholarApi : IWorkApi
{
    private const string Key = "Keys:SemanticScholar";
    private const string PaperFields = "title,externalIds,url,abstract,year,publicationDate,venue,authors,citationCount,openAccessPdf,publicationTypes";

    /// <inheritdoc/>
    public string Kind => "semantic-scholar";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://api.semanticscholar.org/graph/v1", "search words, or ids whose citations are followed: ARXIV:2405.14860, DOI:10..., CorpusId:1") 
    {
        RequiresQueries = true, Keys = [new(Key, "free at https://www.semanticscholar.org/product/api#api-key-form", IsRequired: false)],
    };

    /// <inheritdoc/>
    public int Merit => 3;

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask)
    {
        var service = ask.Base(Needs.Address!);
        foreach (var query in ask.Source.Queries)
        {
            yield return PaperId().IsMatch(query)
                ? Call(ask, ApiText.Address($"{service}/paper/{Uri.EscapeDataString(query)}/citations", ("fields", "contexts,intents,isInfluential," + PaperFields), ("offset", "0"), ("limit", "1000")))
                : Call(ask, ApiText.Address($"{service}/paper/search/bulk", ("query", query), ("fields", PaperFields), ("sort", "publicationDate:desc"), ("publicationDateOrYear", ask.Since.UtcDateTime.ToString("yyyy-MM-dd':'", CultureInfo.InvariantCulture))));
        }
    }

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.Contains("/paper/", StringComparison.Ordinal) || request.Url.AbsolutePath.Contains("/snippet/", StringComparison.Ordinal) ? Call(ask, request) : null;

    /// <inheritdoc/>
    public ApiCall? Find(WorkQuery query, ApiAsk ask)
    {
        var id = query.Arxiv is { } arxiv ? "ARXIV:" + arxiv : query.Doi is { } doi ? "DOI:" + doi : null;
        if (id is not null) return Call(ask, ApiText.Address($"{Needs.Address}/paper/{Uri.EscapeDataString(id)}", ("fields", PaperFields)));
        return query.Title is { Length: > 0 } title ? Call(ask, ApiText.Address($"{Needs.Address}/paper/search/match", ("query", title), ("fields", PaperFields))) : null;
    }

    private static ApiCall Call(ApiAsk ask, Uri url) => Call(ask, new ApiRequest(url));

    private static ApiCall Call(ApiAsk ask, ApiRequest request) => ApiCall.Json(request with { Credential = ask.Key(Key) is { } key ? new("x-api-key", key) : null }, (answer, url) => Read(answer, url, ask)) with
    {
        Judge = answer => answer.Status == 403 && answer.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase) ? new(PollState.Broken, $"Semantic Scholar refuses the key: check {Key}")
            // A title for which there is no match.
            : answer.Status == 404 && answer.Url.AbsolutePath.EndsWith("/match", StringComparison.Ordinal) ? ApiEnd.Empty : null,
    };

    private static ApiPage Read(JsonView answer, Uri url, ApiAsk ask)
    {
        // A list of hits, a batch with nulls in the places of unknown ids, or one paper.
        var hits = answer["data"].IsList ? answer["data"].Items : answer.IsList ? answer.Items : answer["paperId"].IsMissing && answer["title"].IsMissing ? [] : answer.Items;
        if (answer["data"].IsMissing && !answer.IsList && answer["paperId"].IsMissing && answer["total"].IsMissing && answer["title"].IsMissing) return ApiPage.Ended(PollState.Broken, "Semantic Scholar answered no papers");
        var papers = hits.Select(hit => (Hit: hit, Paper: hit["citingPaper"].IsObject ? hit["citingPaper"] : hit["citedPaper"].IsObject ? hit["citedPaper"] : hit["paper"].IsObject ? hit["paper"] : hit)).ToList();
        var cited = CitedId().Match(Uri.UnescapeDataString(url.AbsolutePath)) is { Success: true } match && match.Groups["what"].Value == "citations" ? Address(match.Groups["id"].Value) : null;
        ApiCall? next = null;
        if (answer["next"].Number is { } offset) next = Call(ask, ApiText.With(url, "offset", offset.ToString(CultureInfo.InvariantCulture)));
        else if (answer["token"].Text is { } token && papers.Count > 0) next = Call(ask, ApiText.With(url, "token", token));
        var records = papers.Select(pair => (pair.Hit, pair.Paper, Work: Record(pair.Paper))).Where(triple => triple.Work is not null).ToList();
        return ApiPage.Of(records.Select(triple => Announce(triple.Hit, triple.Paper, triple.Work!, cited)), next) with { Works = [.. records.Select(triple => triple.Work!)] };
    }

    private static WorkRecord? Record(JsonView paper)
    {
        if (paper["title"].Text is not { } title) return null;
        var ids = paper["externalIds"];
        var published = PublicationDate.TryParseIso(paper["publicationDate"].Text, "semantic-scholar") ?? Works.Date("semantic-scholar", paper["year"].Number);
        var corpus = paper["corpusId"].Text ?? ids["CorpusId"].Text;
        var url = paper["url"].Text ?? (paper["paperId"].Text is { } id ? "https://www.semanticscholar.org/paper/" + id : corpus is null ? null : "https://www.semanticscholar.org/p/" + corpus);
        return new(
            "Semantic Scholar", ApiText.Line(title), [.. paper["authors"].Items.Select(author => ApiText.Line(author["name"].Text ?? author.Text)).Where(name => name.Length > 0)], published,
            paper["venue"].Text is { Length: > 0 } venue ? venue : null, Works.Doi(ids["DOI"].Text), Works.Arxiv(ids["ArXiv"].Text ?? ids["DOI"].Text), url, paper["openAccessPdf"]["url"].Text is { Length: > 0 } copy ? copy : null)
        {
            Abstract = paper["abstract"].Text is { Length: > 0 } words ? ApiText.Line(words) : null,
            State = paper["publicationTypes"].Items.Select(type => type.Text).FirstOrDefault(type => type is "JournalArticle" or "Conference") switch
            {
                "Conference" => Works.Meeting(paper["venue"].Text),
                // Papers of arXiv are filed as articles of the journal arXiv.org.
                "JournalArticle" => paper["venue"].Text?.Contains("arxiv", StringComparison.OrdinalIgnoreCase) == true ? PublicationState.Preprint : PublicationState.Journal,
                _ => null,
            },
        };
    }

    // What a citing paper says about the cited one helps to tell whether it bears on us.
    private static Announced? Announce(JsonView hit, JsonView paper, WorkRecord work, string? cited)
    {
        var contexts = string.Join(' ', hit["contexts"].Items.Select(context => context.Text).Append(hit["snippet"]["text"].Text));
        return Works.Announce(work, $"{paper["abstract"].Text} {contexts}", new(paper["citationCount"].Number)) is { } announced ? announced with { Parent = cited } : null;
    }

    private static string? Address(string id) => Works.Arxiv(id) is { } arxiv ? "https://arxiv.org/abs/" + arxiv : Works.Doi(id) is { } doi ? "https://doi.org/" + doi : null;

    [GeneratedRegex(@"^(?:[0-9a-f]{40}|(?:ARXIV|DOI|CorpusId|ACL|URL):\S+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PaperId();

    [GeneratedRegex(@"/paper/(?<id>.+)/(?<what>citations|references)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CitedId();
}

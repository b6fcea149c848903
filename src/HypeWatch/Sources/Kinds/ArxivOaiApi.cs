using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>
/// The harvesting interface of arXiv at its address since 2025 (info.arxiv.org/help/oa): all versions of what changed in whole categories. A date stamp says that the record
/// changed, which is no new version; stamps move in bulk.
/// </summary>
internal sealed class ArxivOaiApi : IApi
{
    private static readonly TimeSpan TokenPause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => "arxiv-oai";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://oaipmh.arxiv.org/oai", "sets such as cs:cs:LG") { RequiresQueries = true };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(set => Call(ask, ApiText.Address(
        // Never "until": records that change during the harvest would fall between two polls.
        ask.Base(Needs.Address!), ("verb", "ListRecords"), ("metadataPrefix", "arXivRaw"), ("set", set), ("from", ask.Since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => ApiText.Parameter(request.Url, "verb") is "ListRecords" or "GetRecord" ? Call(ask, request.Url) : null;

    private static ApiCall Call(ApiAsk ask, Uri url) => ApiCall.Xml(url, (answer, from) => Read(answer, from, ask));

    private static ApiPage Read(XmlView answer, Uri url, ApiAsk ask)
    {
        // Errors come with status 200 (OAI-PMH 2.0 section 3.6).
        if (answer.All("error").FirstOrDefault() is { } error)
        {
            return error.Attribute("code") switch
            {
                "noRecordsMatch" => ApiPage.Nothing,
                "badResumptionToken" => ApiPage.Ended(PollState.TryLater, "the list of arXiv expired while it was read", TokenPause),
                var code => ApiPage.Ended(PollState.Broken, $"arXiv does not take the question: {code} {ApiText.Opening(error.Words)}"),
            };
        }

        if (!answer.Children.Any(child => child.Name == "OAI-PMH")) return ApiPage.Ended(PollState.Broken, "arXiv answered no OAI-PMH");
        var papers = answer.All("record").Where(record => record.Child("header")?.Attribute("status") != "deleted").Select(Paper).OfType<ArxivPaper>();
        var token = answer.All("resumptionToken").FirstOrDefault()?.Words;
        return ApiPage.Of(papers.Select(paper => paper.Announce()), string.IsNullOrEmpty(token) ? null : Call(ask, new UriBuilder(url) { Query = "verb=ListRecords&resumptionToken=" + Uri.EscapeDataString(token) }.Uri));
    }

    private static ArxivPaper? Paper(XmlView record)
    {
        var (identifier, _) = ArxivPaper.Identify(record.Child("header")?.Text("identifier")?.Replace("oai:arXiv.org:", "arXiv:", StringComparison.OrdinalIgnoreCase));
        if (record.Child("metadata")?.Children is not [var metadata] || Value(metadata, "title") is not { } title) return null;
        var (id, _) = ArxivPaper.Identify(Value(metadata, "id"));
        if ((id ?? identifier) is not { } known) return null;

        var versions = metadata.Children.Where(child => child.Name == "version").ToList();
        return new(known, versions.LastOrDefault()?.Attribute("version"), title)
        {
            Authors = Authors(metadata), Abstract = Value(metadata, "abstract") ?? Value(metadata, "dc:description") ?? "", Comment = Value(metadata, "comments") ?? "",
            Doi = Value(metadata, "doi"), Journal = Value(metadata, "journal-ref"), Categories = Value(metadata, "categories") ?? "",
            Submitted = Time(versions.FirstOrDefault()?.Text("date") ?? Value(metadata, "created") ?? Value(metadata, "date")),
            Updated = Time(versions.LastOrDefault()?.Text("date") ?? Value(metadata, "updated")), IsEmpty = versions.LastOrDefault()?.Text("size") is "0kb" or "0",
        };
    }

    private static string? Value(XmlView metadata, string name) => metadata.Text(name) ?? metadata.Text("dc:" + name);

    private static DateTimeOffset? Time(string? text) => text is null ? null : ApiText.Time(text);

    private static List<string> Authors(XmlView metadata)
    {
        var split = metadata.All("author").Select(author => $"{author.Text("forenames")} {author.Text("keyname")} {author.Text("suffix")}".Trim()).Where(name => name.Length > 0).ToList();
        if (split.Count > 0) return split;
        var creators = metadata.Children.Where(child => child.Name == "dc:creator").Select(creator => creator.Words).ToList();
        if (creators.Count > 0) return creators;
        return [.. (metadata.Text("authors") ?? "").Replace(" and ", ", ", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}

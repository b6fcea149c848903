using System.Text;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Sources;

/// <summary>A work is looked up with the services in their order of merit.</summary>
public sealed class BibliographyTests
{
    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2104.07143v1</id><title>An illusion</title><published>2021-04-14T00:00:00Z</published><summary>x</summary><author><name>Ann Example</name></author></entry></feed>
        """;

    private const string Work = """
        {"message":{"DOI":"10.1000/P1","title":["Probes"],"author":[{"given":"Ann","family":"Example"}],"issued":{"date-parts":[[2022,8]]},"updated-by":[{"DOI":"10.1000/r1","type":"retraction"},{"DOI":"10.1000/e1","type":"erratum"}]}}
        """;

    [Fact]
    public async Task An_arxiv_paper_is_asked_of_arxiv()
    {
        var answer = await FindAsync(new(Arxiv: "2104.07143"), null, Answer("https://export.arxiv.org/api/query?id_list=2104.07143&start=0&max_results=1", 200, Atom));

        var work = Assert.Single(answer.Works);
        Assert.Equal(("An illusion", "2104.07143", "2021-04-14", "arXiv"), (work.Title, work.Arxiv, work.Published?.ToString(), work.Service));
    }

    [Fact]
    public async Task A_retraction_is_read_from_the_works_own_record()
    {
        var answer = await FindAsync(new(Doi: "10.1000/p1"), "watch@example.org", Answer("https://api.crossref.org/works/10.1000%2Fp1", 200, Work));

        Assert.Equal((AnnouncedStatus.Retracted, "10.1000/r1"), (answer.Works[0].Status, answer.Works[0].Notice));
    }

    [Fact]
    public async Task A_service_that_does_not_know_the_work_passes_the_question_on()
    {
        var answer = await FindAsync(
            new(Doi: "10.1000/p1"), "watch@example.org", Answer("https://api.crossref.org/works/10.1000%2Fp1", 404, "Resource not found."),
            Answer("https://api.semanticscholar.org/graph/v1/paper/DOI%3A10.1000%2Fp1?fields=REDACTED", 200, """{"paperId":"1","title":"Probes","externalIds":{"DOI":"10.1000/P1"}}"""));

        Assert.Equal(("Semantic Scholar", "10.1000/p1"), (Assert.Single(answer.Works).Service, answer.Works[0].Doi));
        Assert.Null(answer.Problem);
    }

    private const string Notes = """
        {"notes":[
          {"id":"aB3","forum":"aB3","cdate":1695900000000,"odate":1697000000000,"pdate":1705000000000,"content":{"title":{"value":"Tides in attention heads"},"authors":{"value":["Ann Example"]},"venue":{"value":"ICLR 2024 poster"},"venueid":{"value":"ICLR.cc/2024/Conference"},"abstract":{"value":"We weigh heads."}}},
          {"id":"cD4","forum":"cD4","cdate":1695900000000,"content":{"title":{"value":"Tides in heads of cabbage"},"authors":{"value":["Bo Sample"]},"venueid":{"value":"ICLR.cc/2024/Conference/Rejected_Submission"}}},
          {"id":"eF5","forum":"aB3","cdate":1696000000000,"content":{"review":{"value":"Good."}}}],"count":3}
        """;

    [Fact]
    public async Task What_no_service_knows_is_asked_of_OpenReview_by_its_title_with_what_was_decided_there()
    {
        var answer = await FindAsync(
            new(Doi: "10.1000/p1", Title: "Tides in attention heads"), null, Answer("https://api.semanticscholar.org/graph/v1/paper/DOI%3A10.1000%2Fp1?fields=REDACTED", 404, "{}"),
            Answer("https://api2.openreview.net/notes/search?term=Tides%20in%20attention%20heads&content=title&source=forum&limit=5", 200, Notes));

        Assert.Equal(["https://openreview.net/forum?id=aB3", "https://openreview.net/forum?id=cD4"], answer.Works.Select(work => work.Url));
        Assert.Equal((AnnouncedStatus.Accepted, PublicationState.Conference, "We weigh heads."), (answer.Works[0].Status!.Value, answer.Works[0].State!.Value, answer.Works[0].Abstract));
        Assert.Equal((AnnouncedStatus.Rejected, null), (answer.Works[1].Status!.Value, answer.Works[1].State));
    }

    [Fact]
    public async Task Nothing_found_and_nobody_answered_are_told_apart()
    {
        var unknown = await FindAsync(new(Doi: "10.1000/p1"), null, Answer("https://api.semanticscholar.org/graph/v1/paper/DOI%3A10.1000%2Fp1?fields=REDACTED", 404, "{}"));
        var down = await FindAsync(new(Doi: "10.1000/p1"), null, Answer("https://api.semanticscholar.org/graph/v1/paper/DOI%3A10.1000%2Fp1?fields=REDACTED", 503, ""));

        Assert.Equal((0, null), (unknown.Works.Count, unknown.Problem));
        Assert.Empty(down.Works);
        Assert.Contains("503", down.Problem, StringComparison.Ordinal);
    }

    private static async Task<WorkAnswer> FindAsync(WorkQuery query, string? contact, params Exchange[] exchanges)
    {
        await using var stage = await ApiStage.OpenAsync(exchanges, contact: contact);
        var answer = await stage.Bibliography().FindAsync(query, CancellationToken.None);
        Assert.Empty(stage.Answers.Unknown);
        return answer;
    }

    private static Exchange Answer(string url, int status, string body) => new("GET", new Uri(url), null, status, new Dictionary<string, string> { ["Content-Type"] = body.StartsWith('<') ? "application/atom+xml" : "application/json" }, Encoding.UTF8.GetBytes(body.Trim()));
}

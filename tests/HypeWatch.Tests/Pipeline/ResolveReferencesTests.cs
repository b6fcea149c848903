using System.Text;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Reading;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Tests.Pipeline;

public sealed class ResolveReferencesTests
{
    private const string Address = "https://api.crossref.org/works/10.1000%2Fp1";

    private const string Work = """
        {"message":{"DOI":"10.1000/P1","type":"proceedings-article","title":["Tracing harbour heads in small transformers"],"abstract":"<jats:p>Harbour heads look for harbours.</jats:p>",
         "container-title":["Proceedings of Invented Meetings"],"author":[{"given":"Ann","family":"Quimby"}],"issued":{"date-parts":[[2021,8]]}}}
        """;

    private static readonly Reference Entry = new(0, "Quimby. Tracing harbour heads in small transformers. 2021.", null, "Tracing harbour heads in small transformers", ["Quimby"], 2021, "10.1000/p1", null, null);

    [Fact]
    public async Task What_a_service_knows_enters_the_base_once_with_its_abstract_and_state()
    {
        await using var stage = await StageAsync(Answer(200, Work));
        var first = await RunAsync(stage);
        Assert.Equal((1, 1, 0, 1), (first.Asked, first.Found, first.Failed, first.Known));
        var work = Assert.Single(await new PriorWorkStore(stage.Database).ListAsync(CancellationToken.None));
        Assert.Equal(("Crossref", "10.1000/p1", "Harbour heads look for harbours.", true, "Crossref"), (work.Origin, work.Doi, work.Abstract, work.Verified, work.VerifiedBy));
        Assert.Equal(new WorkStatus(PublicationState.Conference, new(2021, 8, 31), "Crossref"), Assert.Single(work.Statuses));
        Assert.Equal(0, (await RunAsync(stage)).Asked);
    }

    [Fact]
    public async Task Another_work_under_the_same_number_is_not_taken_and_not_asked_about_again_soon()
    {
        await using var stage = await StageAsync(Answer(200, Work.Replace("Tracing harbour heads in small transformers", "On the feeding of otters", StringComparison.Ordinal)));
        Assert.Equal((1, 0, 0), (await RunAsync(stage)) is var report ? (report.Asked, report.Found, report.Failed) : default);
        Assert.Empty(await new PriorWorkStore(stage.Database).ListAsync(CancellationToken.None));
        Assert.Equal(0, (await RunAsync(stage)).Asked);
    }

    [Fact]
    public async Task Where_nobody_answers_the_reference_waits_and_is_asked_about_a_day_later()
    {
        await using var stage = await StageAsync(Answer(503, ""), Other(503));
        var report = await RunAsync(stage);
        Assert.Equal((1, 1, 1), (report.Asked, report.Failed, report.Waiting));
        Assert.Contains("api.crossref.org", report.Problem, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(stage)).Asked);
        stage.Time.Advance(TimeSpan.FromDays(2));
        await using var later = stage.With([Answer(200, Work)]);
        Assert.Equal(1, (await RunAsync(later, stage.Time)).Found);
    }

    private static Task<ReferenceReport> RunAsync(ApiStage stage, TimeProvider? time = null) => new ResolveReferences(
        stage.Database, new PriorWorkStore(stage.Database), new CitationMatcher([]), new ReferenceLookupStore(stage.Database), stage.Bibliography(), time ?? stage.Time, NullLogger<ResolveReferences>.Instance)
        .RunAsync(10, CancellationToken.None);

    private static async Task<ApiStage> StageAsync(params Exchange[] exchanges)
    {
        var stage = await ApiStage.OpenAsync(exchanges, contact: "watch@example.org");
        var version = Versions.Of("https://lab.example/paper", "We trace heads.") with { References = [Entry] };
        await stage.Database.WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync("archiving/save-snapshot", new
                {
                    Id = version.Snapshot.Value, ItemKey = "x", Url = "x", Source = "x", Metadata = "{}", FetchedAt = "x", Sha256 = "x", Length = 1L, ContentType = "x", ETag = (string?)null, LastModified = (string?)null,
                });
                await new VersionStore(stage.Database).SaveAsync(version, scope);
                await scope.ExecuteAsync("screening/save-verdict", new { VersionId = version.Id.Value, Relevant = 1, Score = 1.0, Reason = "test", Terms = "[]" });
            },
            CancellationToken.None);
        return stage;
    }

    private static Exchange Answer(int status, string body) => new("GET", new(Address), null, status, new Dictionary<string, string> { ["Content-Type"] = "application/json" }, Encoding.UTF8.GetBytes(body));

    private static Exchange Other(int status) => new(
        "GET", new("https://api.semanticscholar.org/graph/v1/paper/DOI%3A10.1000%2Fp1?fields=REDACTED"), null, status, new Dictionary<string, string> { ["Content-Type"] = "application/json" }, []);
}

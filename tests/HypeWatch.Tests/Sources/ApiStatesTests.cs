using System.Text;
using HypeWatch.Sources;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Sources;

/// <summary>What a service answers instead of data, and the state in which its source must then be.</summary>
public sealed class ApiStatesTests
{
    private const string Page = "<!DOCTYPE html><html><body>Are you a human?</body></html>";
    private const string Json = "application/json";
    private const string Html = "text/html";

    [Theory]
    [InlineData(200, """{"hits":[],"page":0,"nbPages":0}""", Json, PollState.Empty, null)]
    [InlineData(200, """{"hits":[{"objectID":"1","title":"a"}],"page":0,"nbPages":1}""", Json, PollState.Read, null)]
    [InlineData(200, Page, Html, PollState.Blocked, 21600)]
    [InlineData(200, Page, Json, PollState.Blocked, 21600)]
    [InlineData(200, "", Json, PollState.TryLater, 900)]
    [InlineData(200, """{"hits":[{"objectID":"1","tit""", Json, PollState.TryLater, 900)]
    [InlineData(200, "{]", Json, PollState.Broken, null)]
    [InlineData(200, "null", Json, PollState.Broken, null)]
    [InlineData(200, "[1,2]", Json, PollState.Broken, null)]
    [InlineData(200, """{"something":"else"}""", Json, PollState.Broken, null)]
    [InlineData(301, "", Html, PollState.Broken, null)]
    [InlineData(302, "", Html, PollState.Broken, null)]
    [InlineData(400, """{"message":"bad query"}""", Json, PollState.Broken, null)]
    [InlineData(401, """{"error":"no key"}""", Json, PollState.Broken, null)]
    [InlineData(403, "Forbidden", "text/plain", PollState.Blocked, 21600)]
    [InlineData(403, Page, Html, PollState.Blocked, 21600)]
    [InlineData(404, "Not found", "text/plain", PollState.Broken, null)]
    [InlineData(429, """{"message":"slow down"}""", Json, PollState.RateLimited, 900)]
    [InlineData(429, Page, Html, PollState.Blocked, 21600)]
    [InlineData(500, "oops", "text/plain", PollState.TryLater, 900)]
    [InlineData(503, Page, Html, PollState.TryLater, 900)]
    [InlineData(504, "<html><body>Gateway</body></html>", Html, PollState.TryLater, 900)]
    [InlineData(418, "", "text/plain", PollState.Broken, null)]
    public async Task Each_answer_has_its_state(int status, string body, string type, PollState state, int? seconds)
    {
        var poll = await PollAsync(status, body, type);

        Assert.Equal(state, poll.State);
        Assert.Equal(seconds, poll.RetryAfter?.TotalSeconds);
        Assert.NotEmpty(poll.Reason);
        Assert.DoesNotContain("<", poll.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retry-After", "120", null, 120)]
    [InlineData("Retry-After", "Wed, 25 Nov 2026 12:05:00 GMT", null, 300)]
    [InlineData("X-RateLimit-Reset", "2026-11-25T12:01:00.916474Z", null, 60)]
    [InlineData("x-rate-limit-reset", "1795609200", null, 900)]
    [InlineData("X-RateLimit-Reset", "1795609200", null, 1200)]
    [InlineData("RateLimit-Reset", "42", null, 42)]
    [InlineData("Retry-After", "99999999", null, 86400)]
    [InlineData("Retry-After", "soon", null, 900)]
    [InlineData(null, null, "Please try again in 30 minutes and 8 seconds (2026-08-05)", 1808)]
    [InlineData(null, null, "Please try again in 2 hours", 7200)]
    public async Task The_wait_that_a_service_asks_for_is_found(string? header, string? value, string? body, int seconds)
    {
        var poll = await PollAsync(429, body ?? "{}", Json, header is null ? [] : new Dictionary<string, string> { [header] = value! });

        Assert.Equal(PollState.RateLimited, poll.State);
        Assert.Equal(seconds, Math.Floor(poll.RetryAfter!.Value.TotalSeconds));
    }

    [Fact]
    public async Task A_lost_connection_is_tried_later()
    {
        await using var stage = await ApiStage.OpenAsync([]);

        var poll = await stage.PollAsync(Entry());

        Assert.Equal((PollState.TryLater, TimeSpan.FromMinutes(15)), (poll.State, poll.RetryAfter));
    }

    [Fact]
    public async Task Endless_pages_end_at_the_bound_and_what_was_read_is_kept()
    {
        await using var stage = await ApiStage.OpenAsync([Answer(200, """{"hits":[{"objectID":"1","title":"a"}],"page":0,"nbPages":99,"hitsPerPage":1}""", Json, new Dictionary<string, string>(), "REDACTED")]);

        var poll = await stage.PollAsync(Entry() with { MaxPages = 3 });

        Assert.Equal(PollState.Broken, poll.State);
        Assert.Contains("MaxPages", poll.Reason, StringComparison.Ordinal);
        Assert.Single(poll.Items);
        Assert.Equal(3, stage.Answers.Asked.Count);
    }

    [Fact]
    public async Task Addresses_of_other_schemes_and_loops_of_redirects_are_not_followed()
    {
        foreach (var target in (string[])["file:///etc/passwd", "https://hn.algolia.com/api/v1/items/1?x=1", "http://hn.algolia.com/api/v1/items/1?x=1", "https://u:p@hn.algolia.com/"])
        {
            await using var stage = await ApiStage.OpenAsync([new("GET", new Uri("https://hn.algolia.com/api/v1/items/1?x=1"), null, 302, new Dictionary<string, string> { ["Location"] = target }, [])]);

            Assert.Equal(PollState.Broken, (await stage.PollAsync(new() { Name = "t", Kind = "hacker-news", Url = "https://hn.algolia.com/api/v1/items/1?x=1" })).State);
        }
    }

    [Fact]
    public async Task A_key_never_follows_a_redirect_to_another_host_and_stands_in_no_reason()
    {
        var first = new Uri("https://api.openalex.org/works?search=x");
        await using var stage = await ApiStage.OpenAsync(
            [
                new("GET", new Uri(first.AbsoluteUri + "&api_key=REDACTED"), null, 301, new Dictionary<string, string> { ["Location"] = "https://elsewhere.example/works?search=x" }, []),
                new("GET", new Uri("https://elsewhere.example/works?search=x"), null, 404, new Dictionary<string, string>(), []),
            ],
            [new("Keys:OpenAlex", "s3cret")]);

        var poll = await stage.PollAsync(new() { Name = "t", Kind = "openalex", Url = first.AbsoluteUri });

        Assert.Empty(stage.Answers.Unknown);
        Assert.Contains("s3cret", stage.Answers.Asked[0].RequestUri!.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", stage.Answers.Asked[1].RequestUri!.AbsoluteUri + poll.Reason, StringComparison.Ordinal);
    }

    internal static Exchange Answer(int status, string body, string type, IReadOnlyDictionary<string, string> headers, string page = "0") => new(
        "GET", new Uri($"https://hn.algolia.com/api/v1/search_by_date?query=x&tags=(story,comment)&numericFilters=REDACTED&hitsPerPage=100&page={page}"), null, status,
        new Dictionary<string, string>(headers) { ["Content-Type"] = type }, Encoding.UTF8.GetBytes(body));

    private static SourceSettings Entry() => new() { Name = "test", Kind = "hacker-news", Queries = ["x"] };

    private static async Task<SourcePoll> PollAsync(int status, string body, string type, Dictionary<string, string>? headers = null)
    {
        await using var stage = await ApiStage.OpenAsync([Answer(status, body, type, headers ?? [])]);
        return await stage.PollAsync(Entry());
    }
}

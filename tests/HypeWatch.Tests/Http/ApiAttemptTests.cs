using System.Text;
using HypeWatch.Http;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Http;

/// <summary>Questions to web APIs keep the limits of all requests.</summary>
public sealed class ApiAttemptTests
{
    [Fact]
    public async Task An_answer_comes_with_status_headers_and_body_whatever_it_says()
    {
        await using var server = new LoopbackServer(("/v1?a=1", new LoopbackReply(418, "{\"why\":1}"u8.ToArray(), ("Content-Type", "application/json"), ("X-Rate", "7"))));

        var answer = await AskAsync(server, new(server.Url("/v1?a=1")));

        Assert.Equal((418, "application/json", "7", "{\"why\":1}", null), (answer.Status, answer.ContentType, answer.Headers["x-rate"], Encoding.UTF8.GetString(answer.Body.Span), answer.Problem));
    }

    [Fact]
    public async Task A_key_is_sent_where_the_service_wants_it_and_robots_txt_is_not_asked()
    {
        await using var server = new LoopbackServer(_ => LoopbackReply.Text("{}", "application/json"));

        await AskAsync(server, new(server.Url("/a?x=1")) { Credential = new("key", "s cret", IsInQuery: true) });
        await AskAsync(server, new(server.Url("/b")) { Credential = ApiCredential.Bearer("s3cret") });

        Assert.Equal(["/a?x=1&key=s%20cret", "/b"], server.Requests.Select(request => request.Path));
        Assert.Equal("Bearer s3cret", server.Requests.Last().Headers["Authorization"]);
        Assert.DoesNotContain("s3cret", ApiCredential.Bearer("s3cret").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, null, 3)]
    [InlineData(503, "120", 1)]
    [InlineData(429, null, 1)]
    [InlineData(404, null, 1)]
    public async Task Only_what_may_pass_by_itself_is_asked_again_at_once(int status, string? retryAfter, int requests)
    {
        await using var server = new LoopbackServer(_ => LoopbackReply.Empty(status, retryAfter is null ? [] : [("Retry-After", retryAfter)]));

        var answer = await AskAsync(server, new(server.Url("/")), settings => settings with { Retries = 2 });

        Assert.Equal(status, answer.Status);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_and_one_that_drips_are_cut_off()
    {
        await using var large = new LoopbackServer(_ => LoopbackReply.Text(new string('x', 5000), "application/json"));
        await using var slow = new LoopbackServer(_ => LoopbackReply.Text("{", "application/json") with { Drip = true });

        Assert.Contains("MaxBodyBytes", (await AskAsync(large, new(large.Url("/")), settings => settings with { MaxBodyBytes = 1000 })).Problem, StringComparison.Ordinal);
        var dripping = await AskAsync(slow, new(slow.Url("/")), settings => settings with { DeadlineSeconds = 0.3 });
        Assert.True(dripping.IsPassing);
        Assert.Contains("in full", dripping.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_host_is_never_connected_to_and_other_schemes_are_none()
    {
        await using var server = new LoopbackServer(_ => LoopbackReply.Text("{}"));
        using var http = PoliteHttpTests.Http(new HttpSettings { Retries = 0 });

        Assert.Contains("no public address", (await http.AskAsync(new(server.Url("/")), CancellationToken.None)).Problem, StringComparison.Ordinal);
        Assert.Contains("not fetched", (await http.AskAsync(new(new Uri("file:///etc/passwd")), CancellationToken.None)).Problem, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_service_that_said_too_many_is_left_alone_for_as_long_as_it_asked()
    {
        await using var server = new LoopbackServer(_ => LoopbackReply.Empty(429, ("Retry-After", "600")));
        // A pause of its own makes it a service that is counted although it is the user's own.
        var settings = PoliteHttpTests.Settings(server) with { Retries = 0, HostDelays = new Dictionary<string, double> { ["127.0.0.1"] = 0 } };
        using var http = PoliteHttpTests.Http(settings);

        Assert.Equal(429, (await http.AskAsync(new(server.Url("/")), CancellationToken.None)).Status);
        var second = await http.AskAsync(new(server.Url("/")), CancellationToken.None);

        Assert.Equal((0, true), (second.Status, second.IsPassing));
        Assert.Contains("left alone", second.Problem, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_question_with_a_body_is_not_sent_on_to_another_address()
    {
        await using var server = new LoopbackServer(_ => LoopbackReply.Redirect("/elsewhere", 307));

        Assert.Equal(307, (await AskAsync(server, new(server.Url("/")) { Body = "{}" })).Status);
        Assert.Single(server.Requests);
    }

    private static async Task<ApiAnswer> AskAsync(LoopbackServer server, ApiRequest request, Func<HttpSettings, HttpSettings>? change = null)
    {
        var settings = PoliteHttpTests.Settings(server) with { Retries = 0 };
        using var http = PoliteHttpTests.Http(change?.Invoke(settings) ?? settings);
        return await http.AskAsync(request, CancellationToken.None);
    }
}

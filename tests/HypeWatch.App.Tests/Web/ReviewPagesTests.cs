using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>Reviewers sign in by a token, and decide by forms that no other page can send; whoever is flagged can answer.</summary>
public sealed partial class ReviewPagesTests : IAsyncLifetime, IDisposable
{
    private const string Token = "a token of enough length";

    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;
    private string flag = "";

    public async Task InitializeAsync()
    {
        folder.Write("paper.html", AddTests.Page);
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder, ("Web:ReviewToken", Token));
        flag = JsonDocument.Parse(await site.Web.GetStringAsync("/flags.json?all=1&_shape=objects")).RootElement.GetProperty("rows")[0].GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_signed_in_reviewer_dismisses_a_flag_and_the_log_says_who_when_and_why()
    {
        var session = await SignInAsync();
        var page = await GetAsync($"/review/flags/{flag}", session);
        using var done = await PostAsync($"/review/flags/{flag}", session, ("mark", MarkOf(page)), ("verdict", "dismiss"), ("reason", "scope_defined"), ("note", "Section 2 says <so>."));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal("dismissed", await StatusAsync());
        var log = await GetAsync("/review/log", session);
        Assert.Contains("R. Viewer (none)", log, StringComparison.Ordinal);
        Assert.Contains("scope defined: Section 2 says &lt;so&gt;.", log, StringComparison.Ordinal);
        // Taking it back is one more entry.
        using var back = await PostAsync($"/review/flags/{flag}", session, ("mark", MarkOf(page)), ("verdict", "needs_info"));
        Assert.NotEqual("dismissed", await StatusAsync());
        Assert.Equal(2, Regex.Count(await GetAsync("/review/log", session), "R. Viewer"));
    }

    [Theory]
    [InlineData("perhaps", "", "a verdict is one of")]
    [InlineData("dismiss", "", "a dismissal needs a reason")]
    [InlineData("dismiss", "because", "a reason is one of")]
    [InlineData("reduce", "", "a reduction needs a severity")]
    [InlineData("reattribute", "", "needs that owner")]
    public async Task A_decision_that_lacks_something_is_refused_and_says_what(string verdict, string reason, string words)
    {
        var session = await SignInAsync();
        var before = await StatusAsync();
        using var answer = await PostAsync($"/review/flags/{flag}", session, ("mark", MarkOf(await GetAsync("/review", session))), ("verdict", verdict), ("reason", reason));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await StatusAsync());
    }

    [Fact]
    public async Task A_form_without_session_or_mark_or_from_another_page_changes_nothing()
    {
        var session = await SignInAsync();
        var mark = MarkOf(await GetAsync("/review", session));
        var other = await SignInAsync("Somebody Else");
        (string, string)[] decision = [("verdict", "confirm")];
        foreach (var (cookie, given, site, expected) in ((string?, string, string?, HttpStatusCode)[])
        [
            (null, mark, null, HttpStatusCode.Unauthorized), (session, "", null, HttpStatusCode.Forbidden), (session, mark[..^1] + "x", null, HttpStatusCode.Forbidden), (other, mark, null, HttpStatusCode.Forbidden),
            (session, mark, "cross-site", HttpStatusCode.Forbidden), (session, mark, "same-site", HttpStatusCode.Forbidden), (session[..^2] + "00", mark, null, HttpStatusCode.Unauthorized), ("hypewatch-review=a.b", mark, null, HttpStatusCode.Unauthorized),
        ])
        {
            using var answer = await SendAsync($"/review/flags/{flag}", cookie, site, [("mark", given), .. decision]);
            Assert.Equal(expected, answer.StatusCode);
        }

        Assert.DoesNotContain("R. Viewer", await GetAsync("/review/log", session), StringComparison.Ordinal);
        using var own = await SendAsync($"/review/flags/{flag}", session, "same-origin", [("mark", mark), .. decision]);
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
    }

    [Fact]
    public async Task Without_the_token_nobody_gets_in_and_guessing_is_slow()
    {
        Assert.DoesNotContain("What waits", await GetAsync("/review", null), StringComparison.Ordinal);
        Assert.DoesNotContain("reviewer</th>", await GetAsync("/review/log", null), StringComparison.Ordinal);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var answer = await PostAsync("/review/sign-in", null, ("token", "guess " + i), ("name", "X"), ("affiliation", "none"));
            codes.Add(answer.StatusCode);
        }

        Assert.Equal(10, codes.Count(code => code is HttpStatusCode.Unauthorized));
        Assert.Equal(2, codes.Count(code => code is HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Reviews_are_off_until_a_token_is_set_and_a_token_in_a_file_is_refused()
    {
        await using var off = await RunningSite.StartAsync(folder);
        using var answer = await off.Web.GetAsync("/review");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var other = new TemporaryFolder();
        other.Write("data/hypewatch.json", """{ "Web": { "ReviewToken": "a token of enough length" } }""");
        var run = await CommandRun.OfAsync("flags", "--data-directory", other.Data);
        Assert.Contains("set HypeWatch__Web__ReviewToken in the environment", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("enough length", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_is_shown_word_for_word_once_a_reviewer_accepted_it()
    {
        const string Words = "We did compare: see <b>Appendix C</b>.";
        using (var sent = await PostAsync($"/f/{flag}/reply", null, ("text", Words), ("as", "author"), ("url", "https://lab.example/answer"))) Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        using (var again = await PostAsync($"/f/{flag}/reply", null, ("text", Words), ("as", "author"))) Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.DoesNotContain("Appendix C", await GetAsync($"/f/{flag}", null), StringComparison.Ordinal);
        var session = await SignInAsync();
        var queue = await GetAsync("/review", session);
        var reply = Assert.Single(ReplyForm().Matches(queue)).Groups["path"].Value;
        using (var settled = await PostAsync(reply, session, ("mark", MarkOf(queue)), ("state", "accepted"))) Assert.Equal(HttpStatusCode.SeeOther, settled.StatusCode);
        var shown = await GetAsync($"/f/{flag}", null);
        Assert.Contains("<blockquote>We did compare: see &lt;b&gt;Appendix C&lt;/b&gt;.</blockquote>", shown, StringComparison.Ordinal);
        Assert.Contains("As author, stated and not checked", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/review/replies/", await GetAsync("/review", session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_is_none_is_refused_and_a_program_gets_thanks_for_nothing()
    {
        using var empty = await PostAsync($"/f/{flag}/reply", null, ("text", " \u0007 "), ("as", "author"));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var address = await PostAsync($"/f/{flag}/reply", null, ("text", "words"), ("as", "author"), ("url", "javascript:alert(1)"));
        Assert.Equal(HttpStatusCode.BadRequest, address.StatusCode);
        using var none = await PostAsync("/f/flg-none/reply", null, ("text", "words"), ("as", "author"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var foreign = await SendAsync($"/f/{flag}/reply", null, "cross-site", [("text", "words"), ("as", "author")]);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var program = await PostAsync($"/f/{flag}/reply", null, ("text", "buy this"), ("as", "other"), ("website", "https://spam.example"));
        Assert.Equal(HttpStatusCode.OK, program.StatusCode);
        Assert.DoesNotContain("buy this", await GetAsync("/review", await SignInAsync()), StringComparison.Ordinal);
    }

    private async Task<string> SignInAsync(string name = "R. Viewer")
    {
        using var answer = await PostAsync("/review/sign-in", null, ("token", Token), ("name", name), ("affiliation", "none"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token, Uri.UnescapeDataString(cookie), StringComparison.Ordinal);
        return cookie.Split(';')[0];
    }

    private async Task<string> StatusAsync() => JsonDocument.Parse(await site.Web.GetStringAsync($"/f/{flag}.json")).RootElement.GetProperty("flag").GetProperty("flag").GetProperty("status").GetString()!;

    private async Task<string> GetAsync(string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await site.Web.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> PostAsync(string path, string? cookie, params (string Name, string Value)[] fields) => SendAsync(path, cookie, null, fields);

    private async Task<HttpResponseMessage> SendAsync(string path, string? cookie, string? from, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (from is not null) request.Headers.Add("Sec-Fetch-Site", from);
        return await site.Web.SendAsync(request);
    }

    private static string MarkOf(string page) => MarkField().Match(page).Groups["mark"].Value;

    [GeneratedRegex(@"name=""mark"" value=""(?<mark>[0-9a-f]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MarkField();

    [GeneratedRegex(@"action=""(?<path>/review/replies/[^""]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReplyForm();
}

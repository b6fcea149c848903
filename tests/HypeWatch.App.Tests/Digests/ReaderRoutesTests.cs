using System.Net;
using HypeWatch.App.Tests.Fakes;
using HypeWatch.Digests;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.App.Tests.Digests;

public sealed class ReaderRoutesTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    private HttpClient Web => site.Web;

    private SubscriberStore Readers => site.App.Services.GetRequiredService<SubscriberStore>();

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(folder, ("Digest:BaseUrl", "https://watch.example"), ("Digest:UnsubscribeKey", "a secret of some length"));

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose()
    {
        folder.Dispose();
    }

    [Fact]
    public async Task Only_a_post_unsubscribes_without_a_login_and_again_is_the_same()
    {
        var (reader, path) = await ReaderAsync();
        for (var i = 0; i < 3; i++) Assert.Contains("Unsubscribe", await Web.GetStringAsync(path), StringComparison.Ordinal);
        using (var head = await Web.SendAsync(new(HttpMethod.Head, path))) Assert.Equal(SubscriberState.Active, await StateAsync(reader));
        for (var i = 0; i < 2; i++)
        {
            using var answer = await PostAsync(path, ("List-Unsubscribe", "One-Click"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(SubscriberState.Unsubscribed, await StateAsync(reader));
        }
    }

    [Fact]
    public async Task Who_signs_up_by_the_form_is_pending_until_the_mail_is_answered_and_the_form_says_nothing_about_others()
    {
        var (reader, _) = await ReaderAsync();
        Assert.Contains("Your mail address", await Web.GetStringAsync("/subscribe"), StringComparison.Ordinal);
        using var unknown = await PostAsync("/subscribe", ("address", "new@example.org"));
        using var known = await PostAsync("/subscribe", ("address", reader.Address));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await known.Content.ReadAsStringAsync());
        Assert.Equal(SubscriberState.Pending, (await Readers.FindByAddressAsync("new@example.org", default))!.State);
        Assert.Equal(SubscriberState.Active, await StateAsync(reader));

        using var wrong = await PostAsync("/subscribe", ("address", "no address\r\nBcc: x@example.org"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var program = await PostAsync("/subscribe", ("address", "bot@example.org"), ("website", "https://spam.example"));
        Assert.Null(await Readers.FindByAddressAsync("bot@example.org", default));
    }

    [Fact]
    public async Task Whoever_is_asked_already_is_not_asked_again_the_same_day()
    {
        for (var i = 0; i < 3; i++)
        {
            using var answer = await PostAsync("/subscribe", ("address", "new@example.org"));
        }

        Assert.Single(await site.App.Services.GetRequiredService<MailLedger>().ListAsync(null, null, "new@example.org", 10, default));
    }

    [Fact]
    public async Task The_form_can_be_sent_so_often_an_hour()
    {
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 7; i++)
        {
            using var answer = await PostAsync("/subscribe", ("address", $"reader{i}@example.org"));
            codes.Add(answer.StatusCode);
        }

        Assert.Equal(5, codes.Count(code => code == HttpStatusCode.OK));
        Assert.Equal(2, codes.Count(code => code == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_token_of_another_scope_reader_or_key_changes_nothing()
    {
        var (reader, path) = await ReaderAsync();
        var tokens = site.App.Services.GetRequiredService<SubscriptionTokens>();
        string[] wrong = [path[..^1] + (path[^1] == '0' ? '1' : '0'), path[..^2], "/u/" + tokens.Make(TokenScope.Confirm, reader), "/u/nobody.00", "/u/" + reader.Id, path + "0"];
        foreach (var address in wrong)
        {
            using var answer = await PostAsync(address, ("List-Unsubscribe", "One-Click"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(SubscriberState.Active, await StateAsync(reader));
    }

    [Fact]
    public async Task A_new_reader_gets_nothing_before_the_confirmation_and_an_old_link_does_not_bring_one_back()
    {
        var reader = await site.App.Services.GetRequiredService<Subscribing>().AddAsync("new@example.org", null, false, true, default);
        Assert.Equal(SubscriberState.Pending, reader.State);
        var question = Assert.Single(await site.App.Services.GetRequiredService<MailLedger>().ListAsync(null, MailKind.Confirmation, null, 10, default));
        var message = await site.App.Services.GetRequiredService<MailLedger>().MessageAsync(question, default);
        Assert.DoesNotContain("List-Unsubscribe", message, StringComparison.Ordinal);
        var link = "/confirm/" + site.App.Services.GetRequiredService<SubscriptionTokens>().Make(TokenScope.Confirm, reader);
        await Web.GetStringAsync(link);
        Assert.Equal(SubscriberState.Pending, await StateAsync(reader));
        using (await PostAsync(link)) Assert.Equal(SubscriberState.Active, await StateAsync(reader));
        await Readers.UnsubscribeAsync((await Readers.FindAsync(reader.Id, default))!, default);
        using var late = await PostAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, SubscriberState.Unsubscribed), (late.StatusCode, await StateAsync(reader)));
    }

    [Fact]
    public async Task Readers_pause_resume_and_choose_on_their_page()
    {
        var (reader, path) = await ReaderAsync();
        using (await PostAsync(path, ("action", "pause"))) Assert.Equal(SubscriberState.Paused, await StateAsync(reader));
        using (await PostAsync(path, ("action", "resume"))) Assert.Equal(SubscriberState.Active, await StateAsync(reader));
        using (await PostAsync(path, ("action", "save"), ("topics", "probes, <b>steering"), ("severity", "4"), ("zone", "Europe/Berlin"), ("urgent", "yes")))
        {
            var choice = (await Readers.FindAsync(reader.Id, default))!.Preferences;
            Assert.Equal(["probes", "<b>steering"], choice.Topics);
            Assert.Equal((4, "Europe/Berlin", true), (choice.MinSeverity, choice.TimeZone, choice.Urgent));
        }

        Assert.DoesNotContain("<b>steering", await Web.GetStringAsync(path), StringComparison.Ordinal);
        using var wrong = await PostAsync(path, ("action", "save"), ("severity", "9"), ("zone", "Moon/Base"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_digest_has_its_page_and_its_place_in_the_feed_with_the_same_claims_as_the_mail()
    {
        await ReaderAsync();
        var issue = new DigestComposer(site.App.Services.GetRequiredService<DigestSettings>()).Compose(HypeWatch.Tests.Digests.SampleDigest.Full);
        await site.App.Services.GetRequiredService<DigestStore>().SaveAsync(DigestStore.IdOf("2031-W21"), issue, "", default);
        var page = await Web.GetStringAsync("/digests/2031-W21");
        var feed = System.Xml.Linq.XDocument.Parse(await Web.GetStringAsync("/digests/feed.xml")).ToString();
        var text = DigestTextRenderer.Render(issue);
        Assert.All(issue.ClaimIds, claim => Assert.All([page, feed, text], rendering => Assert.Contains(claim.Value, rendering, StringComparison.Ordinal)));
        Assert.Contains("/digests/2031-W21", await Web.GetStringAsync("/digests"), StringComparison.Ordinal);
        using var missing = await Web.GetAsync("/digests/1999-W01");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<(Subscriber Reader, string Path)> ReaderAsync()
    {
        var reader = await Readers.AddAsync("ada@example.org", null, true, true, default);
        return (reader, "/u/" + site.App.Services.GetRequiredService<SubscriptionTokens>().Make(TokenScope.Reader, reader));
    }

    private async Task<SubscriberState> StateAsync(Subscriber reader) => (await Readers.FindAsync(reader.Id, default))!.State;

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        return await Web.PostAsync(new Uri(path, UriKind.Relative), form);
    }
}

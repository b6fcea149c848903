using System.Net;
using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>What is given in the formats of others, and the page of an organisation.</summary>
public sealed class ExchangeTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        // A bare plural keeps the flag below the severity that two reviewers must confirm.
        folder.Write("paper.html", AddTests.Page.Replace("all language models", "language models", StringComparison.Ordinal));
        folder.Write("paper.source.json", """{"publisher": "Leek Laboratory", "kind": "blog", "published": "2026-01-05", "url": "https://leek.example/latents"}""");
        (await CommandRun.OfAsync("add", folder.Path, "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Only_a_confirmed_flag_is_given_as_a_review_and_it_says_what_speaks_for_the_authors()
    {
        var flag = (await RowsAsync("/flags.json?_shape=objects&claim_id__isnull=0&severity__lte=3&severity__gte=1&status=open"))[0];
        var id = flag.GetProperty("id").GetString()!;
        using var before = await site.Web.GetAsync($"/f/{id}.jsonld");
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal(0, JsonDocument.Parse(await site.Web.GetStringAsync("/flags.jsonld")).RootElement.GetProperty("@graph").GetArrayLength());

        (await CommandRun.OfAsync("review", "add", id, "confirm", "--by", "Ann", "--affiliation", "none", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var all = JsonDocument.Parse(await site.Web.GetStringAsync("/flags.jsonld?status=open&all=1")).RootElement;
        Assert.Equal(0, all.GetProperty("@graph").GetArrayLength());
        var review = Assert.Single(JsonDocument.Parse(await site.Web.GetStringAsync("/flags.jsonld")).RootElement.GetProperty("@graph").EnumerateArray());
        Assert.Equal(flag.GetProperty("quote").GetString(), review.GetProperty("claimReviewed").GetString());
        Assert.Equal((6 - flag.GetProperty("severity").GetInt32()).ToString(System.Globalization.CultureInfo.InvariantCulture), review.GetProperty("reviewRating").GetProperty("ratingValue").GetString());
        Assert.Equal(flag.GetProperty("asserter").GetString(), review.GetProperty("itemReviewed").GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("https://leek.example/latents", review.GetProperty("itemReviewed").GetProperty("appearance").GetProperty("url").GetString());
        Assert.Contains("Speaks for the authors", review.GetProperty("reviewBody").GetString()!, StringComparison.Ordinal);
        var one = JsonDocument.Parse(await site.Web.GetStringAsync($"/f/{id}.jsonld")).RootElement;
        Assert.Equal(("https://schema.org", "ClaimReview"), (one.GetProperty("@context").GetString(), one.GetProperty("@type").GetString()));
        var terminal = (await CommandRun.OfAsync("export", "claimreview", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json;
        Assert.Equal(review.GetProperty("claimReviewed").GetString(), terminal.GetProperty("@graph")[0].GetProperty("claimReviewed").GetString());
    }

    [Fact]
    public async Task Works_of_a_question_are_given_as_bibtex_that_is_read_back()
    {
        const string Question = "?q=autoencoders&_size=5";
        var ids = (await RowsAsync("/works.json" + Question)).Select(row => row.GetProperty("id").GetString()!).ToList();
        using var part = await site.Web.GetAsync("/works.bib" + Question);
        var bibtex = await part.Content.ReadAsStringAsync();
        Assert.Contains("rel=\"next\"", part.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.Equal(ids, bibtex.Split('\n').Where(line => line.StartsWith('@')).Select(line => line[(line.IndexOf('{', StringComparison.Ordinal) + 1)..^1]));
        Assert.DoesNotContain("truncated", bibtex, StringComparison.Ordinal);
        folder.Write("works.bib", bibtex);
        var read = (await CommandRun.OfAsync("literature", "import", Path.Combine(folder.Path, "works.bib"), "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Contains("5", read.Output, StringComparison.Ordinal);
        Assert.StartsWith("@", await site.Web.GetStringAsync($"/w/{Uri.EscapeDataString(ids[0])}.bib"), StringComparison.Ordinal);
        using var none = await site.Web.GetAsync("/w/none.bib");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var wrong = await site.Web.GetAsync("/works.bib?nonsense=1");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task An_organisation_shows_releases_claims_and_flags_and_what_reads_as_markup_is_none()
    {
        var page = await site.Web.GetStringAsync("/organisations/Leek%20Laboratory");
        var json = JsonDocument.Parse(await site.Web.GetStringAsync("/organisations/Leek%20Laboratory.json")).RootElement.GetProperty("organisation");
        Assert.Contains("Latents of one layer", page, StringComparison.Ordinal);
        Assert.Contains("Claims that say no more than their evidence licenses", page, StringComparison.Ordinal);
        var states = json.GetProperty("states").EnumerateObject().Sum(state => state.Value.GetInt64());
        Assert.Equal((await RowsAsync("/flags.json?all=1&asserter=Leek%20Laboratory&_size=max&_shape=objects")).Count, states);
        foreach (var fair in json.GetProperty("fair_claims").EnumerateArray())
            Assert.Empty(await RowsAsync($"/flags.json?_shape=objects&claim={fair.GetProperty("claim").GetProperty("id").GetString()}"));
        using var none = await site.Web.GetAsync("/organisations/" + Uri.EscapeDataString("<script>alert(1)</script>"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.DoesNotContain("<script", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> RowsAsync(string path) => [.. JsonDocument.Parse(await site.Web.GetStringAsync(path)).RootElement.GetProperty("rows").EnumerateArray()];
}

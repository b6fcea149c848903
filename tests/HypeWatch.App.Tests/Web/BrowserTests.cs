using System.Text.Json;
using HypeWatch.App.Tests.Demo;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>The pages in a real browser, over what the demo found: as a reader walks through them, and as a telephone, a screen reader or a dark room shows them.</summary>
[Collection(OutsideTests.Name)]
public sealed class BrowserTests(OutsideClients clients) : IAsyncLifetime, IDisposable
{
    private const string Token = "a token of enough length";

    private DemoRun? demo;
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        if (OutsideClients.Missing(browser: true) is not null) return;
        demo = await DemoRun.OfAsync();
        site = await RunningSite.StartAsync(demo.Data, ("Web:ReviewToken", Token));
    }

    public async Task DisposeAsync()
    {
        if (demo is not null) await site.DisposeAsync();
    }

    public void Dispose() => demo?.Dispose();

    [OutsideTheory(browser: true)]
    [InlineData("yes")]
    [InlineData("no")]
    public async Task A_reader_searches_narrows_reads_answers_and_a_reviewer_decides_with_and_without_script(string scripts)
    {
        var seen = (await clients.RunScriptAsync("walk.mjs", OutsideClients.Chromium, Address("/"), Token, scripts)).Single();
        Assert.True(seen.GetProperty("found").GetInt32() > 1);
        Assert.All(seen.GetProperty("words").EnumerateArray(), words => Assert.Contains("feature", words.GetString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(seen.GetProperty("facet").GetProperty("count").GetInt32(), seen.GetProperty("narrowed").GetInt32());
        Assert.Equal(1, seen.GetProperty("chosen").GetInt32());
        Assert.Equal(2, seen.GetProperty("asked").GetArrayLength());
        var claim = seen.GetProperty("claim");
        Assert.StartsWith("/c/", Text(claim, "path"), StringComparison.Ordinal);
        Assert.Contains(Plain(Text(claim, "marked")), Plain(Text(claim, "around")), StringComparison.Ordinal);
        Assert.Contains("Caveats, nearest first", claim.GetProperty("sections").EnumerateArray().Select(one => one.GetString()));
        var text = seen.GetProperty("text");
        Assert.True(text.GetProperty("isInView").GetBoolean());
        Assert.Equal(Plain(Text(claim, "marked")), Plain(Text(text, "words")));
        Assert.Contains("reply", Text(seen, "replied"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("We tested <b>four</b> models.", Text(seen, "waits"), StringComparison.Ordinal);
        Assert.Equal(403, seen.GetProperty("forged").GetInt32());
        Assert.Contains("confirm", Text(seen, "log"), StringComparison.Ordinal);
        Assert.Contains("We tested <b>four</b> models.", Text(seen, "shown"), StringComparison.Ordinal);
        Assert.Matches("claims\\s+[1-9]", Text(seen, "sql"));
        Assert.NotEmpty(Text(seen, "refused"));
        // The browser says of itself that two answers were refusals, and nothing else.
        Assert.All(seen.GetProperty("noise").EnumerateArray(), line => Assert.Matches("status of (403|400)", line.GetString()));
    }

    [OutsideTheory(browser: true)]
    [InlineData(1200, "light")]
    [InlineData(1200, "dark")]
    [InlineData(360, "light")]
    [InlineData(360, "dark")]
    public async Task Every_kind_of_page_can_be_read_by_everybody_and_asks_nothing_of_anybody_else(int width, string scheme)
    {
        var pictures = Environment.GetEnvironmentVariable("HYPEWATCH_PICTURES") ?? "-";
        var looked = await clients.RunScriptAsync("look.mjs", [OutsideClients.Chromium, pictures, width.ToString(System.Globalization.CultureInfo.InvariantCulture), scheme, Token, .. (await KindsAsync()).Select(Address)]);
        Assert.True(looked.Count > 20);
        Assert.All(looked, page =>
        {
            var at = Text(page, "address");
            Assert.True(page.GetProperty("status").GetInt32() == (at == "/no-such-page" ? 404 : 200), at);
            Assert.True(page.GetProperty("wide").GetInt32() <= 0, $"{at} is {page.GetProperty("wide").GetInt32()} pixels wider than a window of {width}");
            Assert.True(page.GetProperty("serious").GetArrayLength() == 0, $"{at}: {string.Join("; ", page.GetProperty("serious").EnumerateArray())}");
            Assert.True(at == "/no-such-page" || page.GetProperty("noise").GetArrayLength() == 0, $"{at}: {string.Join("; ", page.GetProperty("noise").EnumerateArray())}");
            Assert.Contains("default-src 'none'", Text(page, "policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", Text(page, "policy"), StringComparison.Ordinal);
        });
        Assert.Single(looked.Select(page => Text(page, "paper")).Distinct());
    }

    // One address of each kind, with the ids that the lists give.
    private async Task<IReadOnlyList<string>> KindsAsync()
    {
        async Task<string> First(string list) => JsonDocument.Parse(await site.Web.GetStringAsync(list)).RootElement.GetProperty("rows")[0].GetProperty("id").GetString()!;
        var (claim, flag, release) = (await First("/claims.json?_shape=objects&_sort_desc=flags"), await First("/flags.json?_shape=objects"), await First("/releases.json?_sort_desc=claims"));
        var (document, work) = (await First("/documents.json?_sort_desc=claims"), await First("/works.json"));
        return
        [
            "/", "/flags", "/flags?all=1&_facet=code", "/claims", "/claims?q=features&_facet=type&_facet=strength", "/releases", "/documents", "/works", "/predictions", "/digests", "/sources", "/about", "/about/accuracy", "/check", "/snapshots", "/sql", "/sql/flags-by-kind",
            $"/c/{claim}", $"/c/{claim}/literature", $"/f/{flag}", $"/r/{release}", $"/d/{document}", $"/w/{work}", $"/releases/{release}/brief", "/organisations/Larkfield%20Research", "/review", "/review/log", $"/review/flags/{flag}", "/no-such-page",
        ];
    }

    private string Address(string path) => new Uri(site.Web.BaseAddress!, path).ToString();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

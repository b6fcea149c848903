using System.Net;
using System.Text.RegularExpressions;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>A private person is shown by role on every page that can be reached, and in every form; and asking for the name finds nobody.</summary>
public sealed partial class PrivatePersonPagesTests
{
    private const string Name = "Wendeline Plantedname";

    private const string Post = """
        {"url": "https://posts.example/1", "title": "Units that read", "authors": ["Wendeline Plantedname"], "publisher": "posts.example", "kind": "third_party_social", "published": "2031-05-01"}
        """;

    private const string Text = """
        Sparse autoencoder features in language models are fully interpretable. We show that steering the features of sparse autoencoders guarantees honest answers in all
        language models. This outperforms all other methods of mechanistic interpretability.
        """;

    private const string Thread = """
        Sparse autoencoders explain language models
        We show that sparse autoencoder features explain all behaviour of language models.

        2 comments, sorted by new
        New Comment
        [-]Wendeline Plantedname12
        This proves that sparse autoencoders fully explain every language model.
        [-]Other Person3
        I doubt that interpretability features generalise to all models.
        """;

    [Fact]
    public async Task A_planted_name_stands_on_no_page_and_in_no_form()
    {
        using var folder = new TemporaryFolder();
        folder.Write("post.txt", Text);
        folder.Write("post.source.json", Post);
        folder.Write("thread.txt", Thread);
        (await CommandRun.OfAsync("add", "--any-topic", Path.Combine(folder.Path, "post.txt"), Path.Combine(folder.Path, "thread.txt"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        await using var site = await RunningSite.StartAsync(folder);
        var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(["/", "/flags?all=1", "/flags.json?all=1&_size=max", "/claims.csv", "/claims.ndjson", "/flags.csv?all=1", "/flags.ndjson?all=1", "/claims.atom", "/flags.atom?all=1"]));
        while (waiting.Count > 0 && seen.Count < 400)
        {
            var path = waiting.Dequeue();
            if (!seen.Add(path)) continue;
            using var answer = await site.Web.GetAsync(path);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
            Assert.False(body.Contains("Plantedname", StringComparison.OrdinalIgnoreCase), $"{path} holds the name");
            foreach (Match link in OwnLink().Matches(body)) waiting.Enqueue(WebUtility.HtmlDecode(link.Groups["path"].Value));
        }

        Assert.Contains(seen, path => path.StartsWith("/d/", StringComparison.Ordinal));
        Assert.Contains(seen, path => path.StartsWith("/c/", StringComparison.Ordinal));
        Assert.Contains("a poster", await site.Web.GetStringAsync("/claims?_facet=asserter"), StringComparison.Ordinal);
        foreach (var question in (string[])["asserter", "asserter__contains", "attributed_to"])
            Assert.Contains("\"filtered_table_rows_count\":0", await site.Web.GetStringAsync($"/claims.json?{question}={Uri.EscapeDataString(Name)}"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"href=""(?<path>/[^""#]*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnLink();
}

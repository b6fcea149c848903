using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.App.Tests.Telemetry;

public sealed class SecretsTests
{
    private static readonly string[] Keys =
    [
        "Llm__ApiKey", "Embeddings__ApiKey", "Smtp__Password", "Digest__UnsubscribeKey", "Web__ReviewToken", "Keys__SemanticScholar", "Keys__OpenAlex", "Keys__DataGov", "Keys__BlueskyAppPassword",
        "Keys__Mastodon", "Keys__RedditClientSecret", "Keys__X",
    ];

    // Some services say in their errors which key they refused.
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task No_secret_stands_in_what_a_full_run_prints_logs_sends_to_a_collector_or_stores(string logs)
    {
        var secrets = Keys.ToDictionary(key => "HypeWatch__" + key, key => $"planted-{key.ToLowerInvariant()}-0123456789abcdef", StringComparer.Ordinal);
        await using var model = new ChatServer();
        for (var i = 0; i < 40; i++) model.Sends(401, $$$"""{"error":{"message":"Incorrect API key provided: {{{secrets["HypeWatch__Llm__ApiKey"]}}}"}}""");
        await using var collector = new OtlpReceiver();
        using var folder = new TemporaryFolder();
        var paper = folder.Write("in/paper.html", AddTests.Page);
        folder.Write("data/hypewatch.json", $$"""
            { "Llm": { "Model": "m", "Endpoint": "{{model.Endpoint}}", "Retries": 0 }, "Logging": { "LogLevel": { "Default": "Trace" } },
              "Telemetry": { "Logs": "{{logs}}", "OtlpEndpoint": "{{collector.Address}}" }, "Smtp": { "Host": "127.0.0.1", "Port": 9, "User": "u" }, "Digest": { "From": "a@example.org" },
              "Sources": [ { "Name": "papers", "Kind": "folder", "Url": "{{Path.GetDirectoryName(paper)}}" }, { "Name": "works", "Kind": "openalex", "Url": "http://127.0.0.1:9/works", "Queries": [ "latents" ] } ] }
            """);
        var printed = "";
        foreach (var args in (string[][])[["add", paper, "--verbose"], ["run", "--once", "--all", "--verbose"], ["doctor"], ["source", "list"], ["trace", paper]])
        {
            using var process = ChildProgram.Start(secrets, [.. args, "--data-directory", folder.Data]);
            var output = process.StandardOutput.ReadToEndAsync();
            printed += await process.StandardError.ReadToEndAsync() + await output;
            await process.WaitForExitAsync();
        }

        Assert.Contains("Stage claims", printed, StringComparison.Ordinal);
        Assert.NotEmpty(model.Requests);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret.Value, printed, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(collector.Spans, span => span.Values.Any(value => value.Contains(secret.Value, StringComparison.Ordinal))));
        foreach (var file in Directory.EnumerateFiles(folder.Data, "*", SearchOption.AllDirectories))
        {
            var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.All(secrets, secret => Assert.False(text.Contains(secret.Value, StringComparison.Ordinal), $"{secret.Key} stands in {file}"));
        }
    }
}
